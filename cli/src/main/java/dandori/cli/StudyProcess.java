package dandori.cli;

import dandori.web.AskedStudy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A study that is played in a process of its own: this program, called to run a scenario. */
final class StudyProcess {

    /** How much of what a study says is kept: the end of it. */
    private static final int KEPT_CHARS = 20_000;

    private static final long PATIENCE_S = 5; // when the viewer ends
    private static final long CANCEL_PATIENCE_S = 30; // for what is done to be written

    private final Path file;
    private final List<String> settings;
    private final Path folder;
    private final boolean resumes;

    private AskedStudy.State state = AskedStudy.State.QUEUED;
    private String printed = "";
    private @Nullable Process process;

    StudyProcess(Path file, List<String> settings, Path folder, boolean resumes) {
        this.file = file;
        this.settings = List.copyOf(settings);
        this.folder = folder;
        this.resumes = resumes;
    }

    Path folder() {
        return folder;
    }

    synchronized AskedStudy asked() {
        return new AskedStudy(folder, state, printed);
    }

    boolean isOpen() {
        return asked().isOpen();
    }

    /** Ends it, by force if it has not ended after a while, or keeps it from beginning. */
    synchronized void cancel() {
        if (isOpen()) {
            state = AskedStudy.State.CANCELLED;
            Process running = process;
            if (running != null) {
                running.destroy();
                CompletableFuture.delayedExecutor(CANCEL_PATIENCE_S, TimeUnit.SECONDS)
                        .execute(running::destroyForcibly); // nothing if it has ended
            }
        }
    }

    /** Plays it, and returns when it has ended; where that cannot be waited for, it is ended. */
    void play() throws InterruptedException {
        try {
            Process begun = begin();
            if (begun != null) {
                String said = end(begun.getErrorStream());
                finish(begun.waitFor(), said);
            }
        } catch (IOException failed) {
            abandon("dandori: " + Failures.text(failed));
        } finally {
            abandon("");
        }
    }

    /** Ends by force what was begun and has not been waited for to the end. */
    private synchronized void abandon(String said) {
        if (process != null) {
            process.destroyForcibly();
        }
        if (isOpen()) {
            finish(Failures.UNFINISHED, said);
        }
    }

    private synchronized @Nullable Process begin() throws IOException {
        if (state != AskedStudy.State.QUEUED) {
            return null;
        }
        state = AskedStudy.State.RUNNING;
        process =
                new ProcessBuilder(words()).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        return process;
    }

    private synchronized void finish(int status, String said) {
        printed = said;
        if (state == AskedStudy.State.RUNNING) {
            state = status == 0 ? AskedStudy.State.DONE : AskedStudy.State.FAILED;
        }
        process = null;
    }

    /** Waits until a cancelled process is gone, and ends it by force if it stays. */
    void await() {
        @Nullable Process running;
        synchronized (this) {
            running = process;
        }
        if (running == null) {
            return;
        }
        try {
            if (!running.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String end(InputStream words) throws IOException {
        StringBuilder kept = new StringBuilder();
        Reader text = new InputStreamReader(words, StandardCharsets.UTF_8);
        char[] some = new char[8_192];
        for (int read = text.read(some); read >= 0; read = text.read(some)) {
            kept.append(some, 0, read);
            if (kept.length() > KEPT_CHARS) {
                kept.delete(0, kept.length() - KEPT_CHARS);
            }
        }
        return kept.toString().strip();
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (option.startsWith("-X") || option.startsWith("-Dfile.encoding")) {
                words.add(option); // such as how much memory there is
            }
        }
        words.add("-D" + Parent.PROPERTY + "=" + ProcessHandle.current().pid());
        words.addAll(List.of("-Dstderr.encoding=UTF-8", "-Ddandori.terminal="));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dandori.cli.Main"));
        words.addAll(List.of("run", file.toString(), "--out", folder.toString()));
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        words.addAll(List.of("--threads", String.valueOf(threads))); // one stays for the viewer
        words.addAll(List.of("--progress", "none"));
        settings.forEach(setting -> words.addAll(List.of("--set", setting)));
        if (resumes) {
            words.add("--resume");
        }
        return words;
    }
}
