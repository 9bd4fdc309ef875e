package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command says of itself. */
class HelpTest {

    /** Orders, backfills, placements, admissions, preemptions and routings, each by name. */
    private static final String NAMES =
            """
            drf f1 f2 f3 f4 fair-share fair-tree fcfs gittins hdrf laf las ljf lxf multifactor qssf
            saf sjf sqf srsf srtf themis unicef wfp3 afs as-logged conservative deadline depth easy gang
            gavel gavel-finish-time gavel-makespan gavel-organizations goodput identity-easy los
            moldable none preemptive replan selective sjbf slack slurm tcs unlimited clairvoyant
            depth:K best-fit count first-fit group-pack group-spread leaf-packing mesh noncont
            rail-packing random round-robin torus:shelf torus:unit fixed-quota fixed-quota:account
            fixed-quota:user lent-quota lent-quota:account lent-quota:user qos reclaim cheapest
            earliest-start greenest home least-loaded
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "run ",
                "merge ",
                "replay ",
                "validate ",
                "validate-studies ",
                "describe ",
                "trace ",
                "trace info ",
                "trace convert ",
                "trace anonymize ",
                "generate ",
                "catalogue ",
                "estimate ",
                "explain ",
                "report ",
                "compare ",
                "step "
            })
    void helpHasAnExampleAndFitsAHundredColumns(String command) {
        Call call = Call.of((Object[]) (command + "--help").split(" "));
        assertThat(call.status()).isZero();
        assertThat(call.err()).isEmpty();
        assertThat(call.out())
                .startsWith("Usage: dandori " + command)
                .containsPattern("\nExamples?:\n  dandori " + command)
                .doesNotContain("REQUESTED", "DANDORI", "KILL", "CHEAP", "AUTO");
        assertThat(call.out().lines()).allMatch(line -> line.length() <= 100);
    }

    /** What a call may name, in the order of the catalogue. */
    @Test
    void helpNamesEveryChoice() {
        assertThat(Call.of("replay", "--help").out().replaceAll("\\s+", " "))
                .contains(
                        "none, easy, sjbf, los, conservative, slack, replan, depth:K, deadline, selective, slurm, tcs",
                        "requested, exact, or predicted",
                        "dandori or sc15",
                        "kill or extend",
                        "off, cheap or full",
                        "auto, bar, plain or none");
    }

    @Test
    void theVersionNamesCommitAndJava() {
        Call call = Call.of("--version");
        assertThat(call.status()).isZero();
        assertThat(call.out())
                .matches(
                        "dandori [0-9][^ ]* \\([^)]+\\)\nJava "
                                + Runtime.version().feature()
                                + ".*\n");
    }

    @Test
    void theCatalogueListsWhatACallMayName() {
        Call call = Call.of("catalogue", "policies");
        assertThat(call).isEqualTo(Call.of("catalogue"));
        assertThat(call.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(call.out().lines().filter(line -> line.matches(" {2}[a-z].*")))
                .extracting(line -> line.strip().split(" ")[0])
                .containsExactly(NAMES.strip().split("\\s+"));
    }
}
