package dandori.trace;

import static dandori.trace.SwfText.HEADER;
import static dandori.trace.SwfText.job;
import static dandori.trace.SwfText.read;
import static dandori.trace.SwfText.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TraceProfileTest {

    private static final ImportRules RULES = ImportRules.dandori().withKeepLoggedWaits(true);

    @Test
    void theTextHoldsEverythingAligned() throws IOException {
        String text =
                HEADER
                        + with(job(1, 0, 3600, 60, 7200), 12, "8")
                        + job(2, 1800, 3600, 60, 7200)
                        + job(3, 7200, 100, 10, 50);

        assertThat(TraceProfileText.of(TraceProfile.of(read(text, RULES), RULES)))
                .isEqualTo(expected("profile.txt"));
    }

    @Test
    void noLineIsWiderThanATerminal() {
        StringBuilder text = new StringBuilder("; Computer: " + "long ".repeat(100) + "\n");
        for (int id = 1; id <= 300; id++) {
            String line = job(id % 7, 1_600_000_000L - id % 3, 1L << id % 45, 1 << id % 31, -1);
            text.append(with(with(line, 3, "-1"), 11, "9"));
        }
        String shown = TraceProfileText.of(TraceProfile.of(read(text.toString(), RULES), RULES));

        assertThat(shown.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void oneJobIsATraceToo() {
        TraceProfile profile = TraceProfile.of(read(job(1, 5, 60, 4, 100), RULES), RULES);

        assertThat(profile.offeredLoad()).isNull();
        assertThat(TraceProfileText.of(profile))
                .contains("size      unknown", "work      0.1 processor");
    }

    @Test
    void theReportAloneIsAlignedToo() throws IOException {
        String text = HEADER + job(1, 0, 200, 4, 100) + job(2, 0, -1, 4, 100);

        assertThat(ImportReportText.of(read(text).report())).isEqualTo(expected("report.txt"));
    }

    private static String expected(String file) throws IOException {
        try (InputStream in = TraceProfileTest.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
