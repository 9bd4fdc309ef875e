package dandori.trace;

import static dandori.trace.SwfText.HEADER;
import static dandori.trace.SwfText.job;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever bytes come: a workload whose report adds up, or a sentence. */
class SwfFuzzTest {

    private static final String SPICE = "\n\n\t\r\0;:-.eE+0189  \u00e9NaN|,";

    @Test
    void damagedTracesAreReadOrRefusedAndTheReportAddsUp() {
        Random random = new Random(1);
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = damaged(random);
            ImportRules rules = random.nextBoolean() ? ImportRules.dandori() : ImportRules.sc15();
            try {
                ImportedTrace trace = SwfText.read(bytes, rules.withProcessorsPerNode(3));
                checkSums(trace);
                TraceProfileText.of(TraceProfile.of(trace, rules));
                read++;
            } catch (TraceException refused) {
                assertThat(refused.getMessage()).startsWith("t.swf:").contains("\nMaybe ");
            }
        }
        assertThat(read).isBetween(1_000, 19_900);
    }

    private static void checkSums(ImportedTrace trace) {
        ImportReport report = trace.report();
        long skipped = 0;
        for (ImportNote note : report.notes()) {
            assertThat(note.count()).isPositive();
            skipped += note.kind() == NoteKind.SKIPPED ? note.count() : 0;
        }
        assertThat(skipped).isEqualTo(report.skippedCount());
        assertThat(report.jobsUsed()).isEqualTo(trace.workload().count()).isPositive();
        assertThat(report.jobLines()).isLessThanOrEqualTo(report.lines());
    }

    private static byte[] damaged(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "" : HEADER);
        int jobs = random.nextInt(6);
        for (int id = 1; id <= jobs; id++) {
            text.append(job(id, 10L * id, random.nextInt(100) - 5, random.nextInt(130), 50));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        int changes = random.nextInt(6);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] =
                    random.nextInt(4) == 0
                            ? (byte) random.nextInt(256)
                            : (byte) SPICE.charAt(random.nextInt(SPICE.length()));
        }
        return random.nextInt(5) == 0
                ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
                : bytes;
    }
}
