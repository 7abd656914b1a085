package org.voiceagent.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** One run of the command {@code bin/evaluate}: its exit code and what it told. */
public record EvaluateRun(int exitCode, String told) {

    private static final Path COMMAND = Path.of("bin/evaluate");
    private static final Path SOURCE = Path.of("bin/Evaluate.java");

    /** The command as an operator runs it. */
    public static EvaluateRun process(List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of(COMMAND.toString()), arguments.stream()).toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new EvaluateRun(process.waitFor(), told);
    }

    /** Compiles the command with nothing but the JDK that an operator needs; no warning is let pass. */
    static Method compiled(Path classes) throws ReflectiveOperationException, IOException {
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        String nothing = classes.toString();
        List<String> options =
                List.of("--release", "17", "-Xlint:all", "-Werror", "-cp", nothing, "-d", nothing, SOURCE.toString());
        if (ToolProvider.getSystemJavaCompiler().run(null, problems, problems, options.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(problems.toString(UTF_8));
        }
        URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        Method run = loader.loadClass("Evaluate")
                .getDeclaredMethod("run", String[].class, PrintStream.class, PrintStream.class);
        run.setAccessible(true);
        return run;
    }

    static EvaluateRun inside(Method command, List<String> arguments) throws ReflectiveOperationException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, UTF_8);
        int exitCode = (int) command.invoke(null, arguments.toArray(String[]::new), out, out);
        return new EvaluateRun(exitCode, told.toString(UTF_8));
    }
}
