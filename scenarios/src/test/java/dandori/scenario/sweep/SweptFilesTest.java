package dandori.scenario.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.scenario.KnownParts;
import dandori.scenario.Scenario;
import dandori.scenario.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Each variant of a file is what the file says with the values written in place: the slow twin. */
class SweptFilesTest {

    private static final KnownParts PARTS = KnownParts.found();
    private static final Path FOLDER = Path.of("").toAbsolutePath();

    /** A file with places, and what may stand at each. */
    private static final String FILE =
            """
            scenario: swept
            machines:
              one: {nodes: @0}
            organizations:
              us: {home: one, shares: @1}
              them: {home: one}
            workload:
              streams:
                - {organization: us, generate: {load: @2, nodes: {max: 8}}}
            policies:
              base: {abstract: true, backfill: @3}
              fcfs: {extends: base}
              saf: {extends: base, order: @4}
              limited: {extends: base, admission: @5}
            run: {length: @6, seeds: 1..2}
            """;

    private static final List<List<String>> VALUES =
            List.of(
                    List.of("16", "32", "64"),
                    List.of("1", "2.5", "40"),
                    List.of("0.3", "0.5", "0.9"),
                    List.of("easy", "none", "{use: depth, reservations: 4}"),
                    List.of("saf", "{use: f1}", "lxf"),
                    List.of("fixed-quota", "none", "lent-quota"),
                    List.of("1d", "36h", "2w"));

    private static Variants variants(String text) {
        return VariantReader.read(
                "test.yaml", text.getBytes(StandardCharsets.UTF_8), FOLDER, List.of(), PARTS);
    }

    private static Scenario plain(String text) {
        return ScenarioReader.read(
                "test.yaml", text.getBytes(StandardCharsets.UTF_8), FOLDER, List.of(), PARTS);
    }

    @Test
    void everyVariantIsTheFileWithItsValuesInPlace() {
        SplittableRandom random = new SplittableRandom(3);
        for (int file = 0; file < 25; file++) {
            String swept = FILE;
            for (int place = 0; place < VALUES.size(); place++) {
                List<String> values = VALUES.get(place);
                boolean isSwept = swept.split("sweep", -1).length < 4 && random.nextInt(2) == 0;
                int count = isSwept ? 2 + random.nextInt(2) : 1;
                String written =
                        count == 1
                                ? values.get(0)
                                : "{sweep: [" + String.join(", ", values.subList(0, count)) + "]}";
                swept = swept.replace("@" + place, written);
            }
            Variants variants = variants(swept);
            for (Variant variant : variants.list()) {
                assertThat(variant.scenario())
                        .isEqualTo(plain(inPlace(swept, variants.sweeps(), variant)));
            }
            String text = VariantsText.of(variants, PARTS);
            assertThat(variants(text).list().stream().map(Variant::scenario).toList())
                    .isEqualTo(variants.list().stream().map(Variant::scenario).toList());
            assertThat(VariantsText.of(variants(text), PARTS)).isEqualTo(text);
            assertThat(variants(text).list().stream().map(Variant::text).toList())
                    .isEqualTo(variants.list().stream().map(Variant::text).toList());
        }
    }

    /** The text with the variant's choice of each sweep, found from the left. */
    private static String inPlace(String swept, List<Sweep> sweeps, Variant variant) {
        int[] chosen = Combinations.choice(variant.number(), sweeps);
        String text = swept;
        for (int value : chosen) {
            int begin = text.indexOf("{sweep: [");
            int end = text.indexOf("]}", begin);
            List<String> values = split(text.substring(begin + 9, end));
            text = text.substring(0, begin) + values.get(value) + text.substring(end + 2);
        }
        return text;
    }

    /** Parts between commas that stand in no bracket. */
    private static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < list.length(); i++) {
            char at = list.charAt(i);
            depth += at == '{' ? 1 : at == '}' ? -1 : 0;
            if (at == ',' && depth == 0) {
                parts.add(list.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(list.substring(from).strip());
        return parts;
    }
}
