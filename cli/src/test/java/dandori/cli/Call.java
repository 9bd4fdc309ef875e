package dandori.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A call of the command and what a user meets: exit status, standard output, standard error.
 *
 * @param status the exit status
 * @param out standard output
 * @param err standard error
 */
record Call(int status, String out, String err) {

    /** A call within this JVM; arguments may be paths. */
    static Call of(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(texts(words), new PrintWriter(out), new PrintWriter(err));
        return new Call(status, out.toString(), err.toString());
    }

    /** The words that begin a call in a JVM of its own, with options for that JVM. */
    static List<String> javaWords(List<String> options) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        words.addAll(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dandori.cli.Main"));
        return words;
    }

    /** A call in a process of its own; one that hangs fails. */
    static Call ofProcess(Path folder, List<String> command) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("It hangs: " + command);
            }
            return new Call(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a call ran.", stopped);
        }
    }

    /** Standard output with the time that the run took, and its speed, masked. */
    String maskedOut() {
        return out.replaceAll("(?m) +[0-9]+\\.[0-9] s(, [0-9,]+ jobs/s)?$", "  TIME");
    }

    private static String[] texts(Object... words) {
        String[] texts = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            texts[i] = words[i].toString();
        }
        return texts;
    }
}
