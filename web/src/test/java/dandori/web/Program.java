package dandori.web;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A class of the tests that is run in a JVM of its own, with a limit of its own to open files. */
final class Program implements AutoCloseable {

    private final Process process;
    private final BufferedReader printed;

    /**
     * Starts it.
     *
     * @param openFiles how many files it may have open; 0 for as many as the system lets it
     */
    Program(Class<?> main, int openFiles, String... words) throws Exception {
        List<String> call = new ArrayList<>();
        if (openFiles > 0) {
            call.addAll(List.of("sh", "-c", "ulimit -n " + openFiles + "; exec \"$@\"", "sh"));
        }
        call.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        call.addAll(List.of("-XX:+UseSerialGC", "-cp", classPath(), main.getName()));
        call.addAll(List.of(words));
        process = new ProcessBuilder(call).redirectErrorStream(true).start();
        printed =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** All that this JVM has, whether as modules or not, and the tests, which are in a module. */
    private static String classPath() throws URISyntaxException {
        URI here = Objects.requireNonNull(Program.class.getResource("Program.class")).toURI();
        return String.join(
                File.pathSeparator,
                Path.of(here).resolve("../../..").normalize().toString(),
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""));
    }

    /** The next line of what it prints, errors among it. */
    String line() throws IOException {
        return Objects.requireNonNull(printed.readLine(), "It ended before it said something.");
    }

    /** All further lines, from when it is told to end. */
    List<String> rest() throws IOException {
        process.getOutputStream().close();
        return printed.lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
