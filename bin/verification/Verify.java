package verification;

import java.io.PrintStream;
import java.util.List;

/**
 * Looks at a deployment as its visitors and its operator do, and tells what does not hold. Run it by bin/verify; what it looks at
 * stands in docs/operations.md.
 */
public final class Verify {

    private static final int ALL_GOOD = 0;
    private static final int SOMETHING_FAILED = 1;
    private static final int NOT_RUN = 2;

    private Verify() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** @return the exit code */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (List.of(arguments).contains("--help")) {
            out.print(Options.USAGE);
            return ALL_GOOD;
        }
        try {
            Options options = Options.of(arguments, System.getenv());
            Report report = new Report(options.url(), options.has("json") ? finding -> {} : out::println);
            new Deployment(options, report).check();
            out.println(options.has("json") ? report.json() : report.summary());
            return report.failed() ? SOMETHING_FAILED : ALL_GOOD;
        } catch (Misused wrong) {
            err.println(wrong.getMessage());
            return NOT_RUN;
        }
    }
}
