package dandori.cli;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A bar on the terminal that is wiped away when the work is done; with the time left once that can
 * be told.
 */
final class ProgressLine implements Progress {

    private final ProgressBar bar;

    ProgressLine(String what) {
        bar =
                new ProgressBarBuilder()
                        .setTaskName(" " + what)
                        .setInitialMax(1)
                        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                        .setUpdateIntervalMillis(100)
                        .setMaxRenderedLength(96)
                        .setEtaFunction(state ->
                                state.getCurrent() == 0
                                        ? java.util.Optional.empty()
                                        : java.util.Optional.of(
                                                left(
                                                        state.getElapsedAfterStart(),
                                                        state.getCurrent(),
                                                        state.getMax())))
                        .clearDisplayOnFinish()
                        .hideEta()
                        .build();
    }

    private static Duration left(Duration elapsed, long done, long all) {
        return elapsed.multipliedBy(Math.max(0, all - done)).dividedBy(done);
    }

    @Override
    public void at(long done, long all) {
        bar.maxHint(Math.max(1, all));
        bar.stepTo(Math.min(done, all));
    }

    @Override
    public void says(String words) {
        bar.setExtraMessage("  " + words);
    }

    @Override
    public void close() {
        bar.close();
    }
}
