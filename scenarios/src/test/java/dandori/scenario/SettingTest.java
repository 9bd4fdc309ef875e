package dandori.scenario;

import static dandori.scenario.Reading.RIGHT;
import static dandori.scenario.Reading.issues;
import static dandori.scenario.Reading.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Values that are given in the call. */
class SettingTest {

    @Test
    void aValueTakesThePlaceOfTheFiles() {
        assertThat(scenario(RIGHT, "machines.one.nodes=128").machines().get(0).nodes())
                .isEqualTo(128);
    }

    @Test
    void aKeyThatIsMissingIsAdded() {
        assertThat(scenario(RIGHT, "run.seeds=1..3").run().seeds()).containsExactly(1, 2, 3);
        assertThat(scenario(RIGHT, "policies.other={order: sjf}").policies()).hasSize(2);
        assertThat(
                        scenario(
                                        RIGHT,
                                        "workload.streams[1]={organization: we, generate:"
                                                + " {jobsPerDay: 9}}")
                                .organizations())
                .hasSize(2);
    }

    @Test
    void theLastOfSeveralCounts() {
        assertThat(scenario(RIGHT, "run.seeds=1", "run.seeds=2").run().seeds()).containsExactly(2);
    }

    @Test
    void theValueIsYaml() {
        assertThat(scenario(RIGHT, "description='a: b'").description()).isEqualTo("a: b");
        assertThat(issues(RIGHT, "description=[a"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("description (--set): is no YAML: ");
        assertThat(issues(RIGHT, "description="))
                .containsExactly("description (--set): must be text, but is empty.");
    }

    @Test
    void aPlaceThatCannotBeIsAnIssue() {
        assertThat(issues(RIGHT, "run.length=4w", "run.length.x=1"))
                .containsExactly(
                        "run.length.x (--set): there is no key 'x' in run.length, which is '4w'.");
        assertThat(issues(RIGHT, "workload.streams[4]={}"))
                .containsExactly(
                        "workload.streams[4] (--set): workload.streams has 1 item, so there is no"
                                + " [4].");
        assertThat(issues(RIGHT, "workload[0]=1"))
                .containsExactly("workload[0] (--set): workload is no list, but a mapping.");
        assertThat(issues(RIGHT, "seeds"))
                .containsExactly(
                        "--set: must be path.to.key=VALUE, but is 'seeds'.\n"
                                + "Maybe --set run.length=2w");
    }
}
