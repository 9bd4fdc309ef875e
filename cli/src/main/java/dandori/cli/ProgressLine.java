package dandori.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import org.jspecify.annotations.Nullable;

/**
 * A bar on the terminal, one line that is written over and wiped away when the work is done; with
 * the time left once that can be told. It fits 80 columns.
 */
final class ProgressLine implements Progress {

    private static final int WIDTH = 79;
    private static final int BAR = 24;

    /** From an empty block to a full one, by eighths. */
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

    private final ProgressBar bar;

    ProgressLine(String what) {
        // A stream of our own: that of the JVM may be unable to write the blocks of the bar.
        PrintStream terminal =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        bar =
                new ProgressBarBuilder()
                        .setTaskName(what)
                        .setInitialMax(1)
                        .setUpdateIntervalMillis(100)
                        .setRenderer((state, width) -> fitted(state))
                        .setConsumer(new Wiped(terminal))
                        .clearDisplayOnFinish()
                        .build();
    }

    /** Ends without a line feed: what comes next takes the place of the bar. */
    private static final class Wiped extends ConsoleProgressBarConsumer {

        private final PrintStream terminal;
        private boolean isClosed;

        Wiped(PrintStream terminal) {
            super(terminal, WIDTH);
            this.terminal = terminal;
        }

        /** Draws; what the timer still wants to draw after the end is left out. */
        @Override
        public synchronized void accept(String line) {
            if (!isClosed) {
                super.accept(line);
            }
        }

        @Override
        public synchronized void close() {
            accept(" ".repeat(WIDTH));
            isClosed = true;
            terminal.print("\r");
            terminal.flush();
        }
    }

    private static String fitted(ProgressState state) {
        return text(
                state.getTaskName(),
                state.getCurrent(),
                state.getMax(),
                state.getElapsedAfterStart().toMillis(),
                state.getExtraMessage());
    }

    /**
     * The line.
     *
     * @param what the work in one word
     * @param done how much of it is done
     * @param all of how much
     * @param elapsedMillis how long that took
     * @param more what else is to be said; may be empty or null
     */
    static String text(
            String what, long done, long all, long elapsedMillis, @Nullable String more) {
        double part = all <= 0 ? 0 : Math.min(1, done / (double) all);
        String words = more == null ? "" : more;
        String line =
                String.format(
                        Locale.ROOT,
                        " %-11s %s %3d %%   %-20s%s",
                        what,
                        blocks(part),
                        (int) (100 * part),
                        words,
                        left(part, elapsedMillis));
        return String.format(
                Locale.ROOT, "%-" + WIDTH + "s", line.substring(0, Math.min(WIDTH, line.length())));
    }

    private static String blocks(double part) {
        int eighths = (int) (part * BAR * 8);
        String last = eighths < BAR * 8 ? EIGHTHS.substring(eighths % 8, eighths % 8 + 1) : "";
        String full = "█".repeat(eighths / 8) + last;
        return full + " ".repeat(BAR - full.length());
    }

    /** The time left as 0:09 or 1:02:03; empty where too little is done to tell. */
    private static String left(double part, long elapsedMillis) {
        if (part < 0.01 || part >= 1) {
            return "";
        }
        long seconds = (long) Math.ceil(elapsedMillis * (1 - part) / part / 1_000);
        return seconds < 3_600
                ? String.format(Locale.ROOT, "%d:%02d left", seconds / 60, seconds % 60)
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d left",
                        seconds / 3_600,
                        seconds / 60 % 60,
                        seconds % 60);
    }

    @Override
    public void at(long done, long all) {
        bar.maxHint(Math.max(1, all));
        bar.stepTo(Math.min(done, all));
    }

    @Override
    public void says(String words) {
        bar.setExtraMessage(words);
    }

    @Override
    public void close() {
        bar.close();
    }
}
