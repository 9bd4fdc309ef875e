package dandori.trace.batsim;

import static dandori.trace.lines.LogText.jobs;
import static dandori.trace.lines.LogText.notes;
import static dandori.trace.lines.LogText.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.LogOptions;
import dandori.trace.TraceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a workload of Batsim becomes; one document with one fault for each kind of note. */
class BatsimTest {

    private static final String PROFILES =
            """
            "profiles": {
              "d": {"type": "delay", "delay": 10.0005},
              "old": {"type": "DelayProfile", "delay": 60, "np": 4},
              "two": {"type": "composed", "repeat": 2, "seq": ["d", "old", "d"]},
              "deep": {"type": "composed", "nb": 1, "seq": ["two"]},
              "self": {"type": "composed", "seq": ["d", "self"]},
              "mixed": {"type": "composed", "seq": ["d", "cpu"]},
              "cpu": {"type": "parallel_homogeneous", "cpu": 1e9, "com": 0},
              "big": {"type": "parallel", "cpu": [1, 2], "com": [0, [1], {"a": 2}]}
            }
            """;
    private static final String GOOD =
            "{\"id\": 1, \"subtime\": 0.5, \"res\": 4, \"walltime\": 100, \"profile\": \"d\"}";

    @TempDir private Path folder;

    private static String document(String jobs) {
        return "{\"nb_res\": 8, \"jobs\": [" + jobs + "],\n" + PROFILES + "}";
    }

    private static String job(String id, String profile) {
        return GOOD.replace("\"id\": 1", "\"id\": " + id).replace("\"d\"", "\"" + profile + "\"");
    }

    @Test
    void jobsThatWaitAreExactWhereverTheProfilesStand() {
        String all =
                String.join(
                        ",",
                        GOOD.replace("4,", "4, \"user\": \"ann\","),
                        job("\"w0!12\"", "old"),
                        job("\"7\"", "deep"));
        String behind = document(all);
        String before = "{" + PROFILES + ", \"jobs\": [" + all + "], \"nb_res\": 8}";
        for (String text : new String[] {behind, before}) {
            ImportedTrace trace = read(folder, text);
            assertThat(jobs(trace))
                    .containsExactly(
                            "1 500 4 100000 10001 ann - -",
                            "12 500 4 100000 60000 - - -",
                            "7 500 4 100000 160002 - - -");
            assertThat(trace.header().maxProcs()).isEqualTo(8);
            assertThat(notes(trace)).noneMatch(note -> note.contains("batsim-"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | skipped 1 batsim-no-job",
                "[[],{}] | skipped 1 batsim-no-job",
                "{'id': 2, 'res': 1, 'profile': 'd'} | skipped 1 batsim-no-subtime",
                "{'id': 2, 'res': 1, 'profile': 'd', 'subtime': NaN} | skipped 1"
                        + " batsim-no-subtime",
                "{'id': 2, 'res': 1, 'subtime': 1} | skipped 1 batsim-no-profile",
                "{'id': 2, 'res': 1, 'subtime': 1, 'profile': 'x'} | skipped 1"
                        + " batsim-no-profile",
                "{'id': 2, 'res': 1, 'subtime': 1, 'profile': 'cpu'} | skipped 1"
                        + " batsim-computes",
                "{'id': 2, 'res': 1, 'subtime': 1, 'profile': 'mixed'} | skipped 1"
                        + " batsim-computes",
                "{'id': 2, 'res': 1, 'subtime': 1, 'profile': 'self'} | skipped 1"
                        + " batsim-computes",
                "{'id': 2, 'res': 1, 'subtime': 1e999, 'profile': 'd'} | skipped 1 beyond-range",
                "{'id': 2, 'subtime': 1, 'profile': 'd'} | skipped 1 processors-unknown",
                "{'id': 2, 'res': -0.5, 'subtime': 1, 'profile': 'd'} | skipped 1"
                        + " processors-unknown",
                "{'id': 'a!b', 'res': 1, 'subtime': 1, 'profile': 'd'} | noted 1 batsim-numbered",
            })
    void whatIsOddIsCounted(String job, String expected) {
        ImportedTrace trace = read(folder, document(GOOD + "," + job.replace('\'', '"')));
        assertThat(notes(trace)).contains(expected);
        assertThat(trace.report().jobLines()).isEqualTo(2);
        assertThat(trace.report().jobsUsed()).isEqualTo(expected.startsWith("noted") ? 2 : 1);
    }

    @Test
    void emptyTruncatedForeignAndNestedFilesAreRefused() {
        ImportRules batsim =
                ImportRules.dandori().withLog(new LogOptions("batsim", null, null, null));
        assertThatThrownBy(() -> read(folder, "", batsim))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(": is empty, where a workload of Batsim is expected.");
        assertThatThrownBy(() -> read(folder, "[1]", batsim))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(": is no JSON object.");
        assertThatThrownBy(() -> read(folder, "{\"nb_res\": 4}"))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(": has no list 'jobs'.");
        String whole = document(GOOD);
        assertThatThrownBy(() -> read(folder, whole.substring(0, whole.length() - 30)))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(": is no JSON: ");
        assertThatThrownBy(() -> read(folder, "{\"nb_res\": " + "[".repeat(100_000)))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining(":1: is no JSON: Document nesting depth (101)");
        assertThatThrownBy(() -> read(folder, document(job("1", "cpu"))))
                .isInstanceOf(TraceException.class)
                .hasMessageContaining("none of its 1 job lines can be used (1: job that computes");
    }

    @Test
    void whatStandsBehindTheWorkloadIsRefusedWithItsLine() {
        String whole = "{\"nb_res\": 8, \"jobs\": [" + GOOD + "],\n" + PROFILES + "}\n";
        assertThat(read(folder, whole + " \n\n").workload().count()).isEqualTo(1);
        int line = whole.split("\n").length + 1;
        for (String behind : new String[] {whole, "5", "[]", "null"}) {
            assertThatThrownBy(() -> read(folder, whole + behind))
                    .isInstanceOf(TraceException.class)
                    .hasMessageContaining(
                            ":" + line + ": has something else behind its workload.\nMaybe ");
        }
        for (String behind : new String[] {" garbage {{{", "}", "\0"}) {
            assertThatThrownBy(() -> read(folder, whole + behind))
                    .isInstanceOf(TraceException.class)
                    .hasMessageContaining(":" + line + ": is no JSON: ");
        }
    }

    @Test
    void partsOfResourcesAreRoundedUp() {
        String jobs = GOOD.replace("4,", "2.7,") + "," + GOOD.replace("4,", "2.0,");
        ImportedTrace trace = read(folder, document(jobs));
        assertThat(jobs(trace))
                .containsExactly("1 500 3 100000 10001 - - -", "1 500 2 100000 10001 - - -");
        assertThat(notes(trace)).contains("repaired 1 batsim-rounded-up");
    }

    @Test
    void profilesMayBeOfProfilesHoweverDeepAndInAnyOrderOfJobs() {
        int depth = 20_000;
        StringBuilder profiles = new StringBuilder("\"profiles\": {");
        for (int i = 0; i < depth; i++) {
            profiles.append(
                    "\"p%d\": {\"type\": \"composed\", \"seq\": [\"p%d\"]},".formatted(i, i + 1));
        }
        profiles.append("\"p%d\": {\"type\": \"delay\", \"delay\": 5}}".formatted(depth));
        String[] names = {"p0", "p" + depth / 2, "p" + depth};
        for (int turn = 0; turn < 3; turn++) {
            String text =
                    "{\"nb_res\": 8, \"jobs\": ["
                            + job("1", names[turn])
                            + ","
                            + job("2", names[(turn + 1) % 3])
                            + "],"
                            + profiles
                            + "}";
            assertThat(jobs(read(folder, text)))
                    .containsExactly("1 500 4 100000 5000 - - -", "2 500 4 100000 5000 - - -");
        }
    }

    @Test
    void onlyWhatIsPartOfItselfOrHasSuchAPartHasNoRunTimeWhereverOneBegins() {
        String[] names = {"a", "b", "c", "user", "leaf"};
        for (int first = 0; first < names.length; first++) {
            BatsimProfiles profiles = new BatsimProfiles();
            profiles.add("a", sequence("leaf", "b", "b"));
            profiles.add("b", sequence("c", "leaf"));
            profiles.add("c", sequence("leaf", "a"));
            profiles.add("user", sequence("leaf", "b"));
            profiles.add("leaf", new BatsimProfile("delay", 5, Double.NaN, List.of(), false));
            profiles.add("twice", sequence("leaf", "leaf"));
            profiles.seconds(names[first]);
            for (String name : List.of("a", "b", "c", "user", "absent")) {
                assertThat(profiles.seconds(name)).as(name + " after " + names[first]).isNaN();
            }
            assertThat(profiles.seconds("leaf")).isEqualTo(5);
            assertThat(profiles.seconds("twice")).isEqualTo(10);
        }
    }

    private static BatsimProfile sequence(String... parts) {
        return new BatsimProfile("composed", Double.NaN, Double.NaN, List.of(parts), false);
    }

    @ParameterizedTest
    @EnumSource(BatsimOddity.class)
    void everyNoteIsExplained(BatsimOddity oddity) throws IOException {
        assertThat(Files.readString(Path.of("../docs/data/batsim.md")))
                .contains("| `" + oddity.key() + "` | " + oddity.kind().text() + " |");
    }
}
