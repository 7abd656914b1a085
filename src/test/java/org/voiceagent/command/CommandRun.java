package org.voiceagent.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** One run of a command of {@code bin}: its exit code and what it told. */
public record CommandRun(int exitCode, String told) {

    private static final Path BIN = Path.of("bin");

    /** The command as an operator runs it. */
    public static CommandRun process(String command, List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> words = Stream.concat(Stream.of(BIN.resolve(command).toString()), arguments.stream())
                .toList();
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new CommandRun(process.waitFor(), told);
    }

    /**
     * Compiles a command with nothing but the JDK that an operator needs; no warning is let pass.
     *
     * @param name of its class
     */
    public static Method compiled(Path classes, String source, String name)
            throws ReflectiveOperationException, IOException {
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        String nothing = classes.toString();
        List<String> options = List.of(
                "--release",
                "17",
                "-Xlint:all",
                "-Werror",
                "-proc:none",
                "-cp",
                nothing,
                "-sourcepath",
                BIN.toString(),
                "-d",
                nothing,
                BIN.resolve(source).toString());
        if (ToolProvider.getSystemJavaCompiler().run(null, problems, problems, options.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(problems.toString(UTF_8));
        }
        URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        Method run =
                loader.loadClass(name).getDeclaredMethod("run", String[].class, PrintStream.class, PrintStream.class);
        run.setAccessible(true);
        return run;
    }

    public static CommandRun inside(Method command, List<String> arguments) throws ReflectiveOperationException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, UTF_8);
        int exitCode = (int) command.invoke(null, arguments.toArray(String[]::new), out, out);
        return new CommandRun(exitCode, told.toString(UTF_8));
    }
}
