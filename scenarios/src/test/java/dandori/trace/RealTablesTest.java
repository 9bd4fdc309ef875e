package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of real sites, with counts by {@code awk}. */
class RealTablesTest {

    private static final ReadProgress SILENT = (read, total) -> {};

    @TempDir private Path folder;

    @Test
    void philly() {
        Path file = Shared.file("traces/ml/philly.csv.gz");
        ImportedTrace trace = Traces.read(file, ImportRules.dandori(), SILENT);

        assertThat(trace.workload().count()).isEqualTo(82_247);
        assertThat(trace.report().jobLines()).isEqualTo(82_247);
        assertThat(trace.workload().organizations()).hasSize(15);
        assertThat(SwfText.notes(trace))
                .containsExactly(
                        "repaired 82247 no-estimates",
                        "repaired 82242 unsorted",
                        "noted 82247 allocated-unknown",
                        "noted 17314 submit-negative",
                        "noted 82247 no-waits",
                        "noted 529 submit-equal",
                        "header 1 zone-assumed");
    }

    @Test
    void aSummaryAndAListOfColumnsAreRefused() {
        assertRefused("traces/ml/acme-cluster-summary.csv", "is a summary by cluster (of Acme)");
        assertRefused("traces/fdata-feature_list.csv", "is a list of columns, and no jobs.");
    }

    private static void assertRefused(String file, String why) {
        Path path = Shared.file(file);
        assertThatThrownBy(() -> Traces.read(path)).hasMessageContaining(why);
    }

    @Test
    void numbersBetweenSemicolonsWithTheMappingOfTheGuide() throws IOException {
        Path file = Shared.file("traces/dirty/ubccr-jobs500.swf");
        assertThatThrownBy(() -> Traces.read(file)).hasMessageContaining("--mapping FILE");
        String page = Files.readString(Path.of("../docs/data/csv-mapping.md"));
        int from = page.lastIndexOf("delimiter: semicolon");
        Path mapping =
                Files.writeString(
                        folder.resolve("m.yaml"), page.substring(from, page.indexOf("```", from)));

        ImportedTrace trace =
                Traces.read(
                        file,
                        ImportRules.dandori().withLog(new LogOptions(null, null, null, mapping)),
                        SILENT);

        assertThat(trace.workload().count()).isEqualTo(437);
        assertThat(SwfText.notes(trace))
                .containsExactly(
                        "skipped 63 run-unknown",
                        "repaired 437 requested-unknown",
                        "noted 65 run-zero",
                        "noted 437 no-waits",
                        "noted 1 submit-equal");
    }
}
