package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** How progress looks. */
class ProgressTest {

    @Test
    void theBarSaysHowFarAndHowLongYet() {
        assertThat(ProgressLine.text("simulating", 71, 100, 22_000, "4 of 6 cells").stripTrailing())
                .isEqualTo(
                        " simulating  █████████████████         71 %   4 of 6 cells        0:09 left");
    }

    @Test
    void theBarIsEmptyThenFull() {
        assertThat(ProgressLine.text("reading", 0, 1, 500, null).stripTrailing())
                .isEqualTo(" reading                                0 %");
        assertThat(ProgressLine.text("reading", 5, 5, 500, "").stripTrailing())
                .isEqualTo(" reading     ████████████████████████ 100 %");
    }

    @Test
    void hoursAreHours() {
        assertThat(ProgressLine.text("simulating", 1, 2, 3_723_000, "")).contains("1:02:03 left");
    }

    @Test
    void everyLineIsAsLong() {
        for (int done = 0; done <= 1_000; done++) {
            String line =
                    ProgressLine.text("simulating", done, 1_000, 90_000, "x".repeat(done / 9));
            assertThat(line).hasSize(79);
        }
    }

    @Test
    void plainIsALineATenth() {
        StringWriter err = new StringWriter();
        try (Progress shown =
                Progress.begin(Progress.Form.PLAIN, "reading", new PrintWriter(err))) {
            for (int done = 0; done <= 1_000; done++) {
                shown.at(done, 1_000);
            }
        }
        assertThat(err.toString().lines())
                .hasSize(10)
                .startsWith("reading 10 %")
                .endsWith("reading 100 %");
    }

    @Test
    void nothingIsShownWhereThereIsNoTerminal() {
        StringWriter err = new StringWriter();
        try (Progress shown = Progress.begin(Progress.Form.AUTO, "reading", new PrintWriter(err))) {
            assertThat(shown).isInstanceOf(Progress.Silent.class);
        }
        assertThat(err.toString()).isEmpty();
    }
}
