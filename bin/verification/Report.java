package verification;

import command.Json;
import command.Refused;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import verification.Finding.Verdict;

/** What was found, told as it comes. */
class Report {

    private final URI url;
    private final Consumer<Finding> listener;
    private final List<Finding> findings = new ArrayList<>();

    Report(URI url, Consumer<Finding> listener) {
        this.url = url;
        this.listener = listener;
    }

    /**
     * @param probe says in words what it saw, or throws {@link Fault} or {@link Skipped}
     * @return whether it did not fail
     */
    boolean check(String name, Supplier<String> probe) {
        Finding finding = find(name, probe);
        findings.add(finding);
        listener.accept(finding);
        return finding.verdict() != Verdict.FAILED;
    }

    private static Finding find(String name, Supplier<String> probe) {
        try {
            return new Finding(name, Verdict.OK, probe.get(), "");
        } catch (Skipped skipped) {
            return new Finding(name, Verdict.SKIPPED, skipped.getMessage(), "");
        } catch (Fault fault) {
            return new Finding(name, Verdict.FAILED, fault.getMessage(), fault.remedy());
        } catch (Refused unreadable) {
            return new Finding(
                    name,
                    Verdict.FAILED,
                    "the answer cannot be read: " + unreadable.getMessage(),
                    "something else than a Voice Agent answers at this address, or a proxy changes what it says");
        }
    }

    boolean failed() {
        return count(Verdict.FAILED) > 0;
    }

    private long count(Verdict verdict) {
        return findings.stream().filter(one -> one.verdict() == verdict).count();
    }

    String summary() {
        return "%s: %d ok, %d failed, %d skipped"
                .formatted(url, count(Verdict.OK), count(Verdict.FAILED), count(Verdict.SKIPPED));
    }

    String json() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        report.put("url", url.toString());
        for (Verdict verdict : Verdict.values()) {
            report.put(verdict.word(), count(verdict));
        }
        report.put("checks", findings.stream().map(Finding::fields).toList());
        return Json.write(report);
    }
}
