package dandori.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Subject;
import dandori.policy.preemption.Qos;
import dandori.policy.preemption.QosTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Qualities of service as scenario files name them. */
class QosReadingTest {

    private static final String POLICIES =
            Reading.RIGHT
                    + """
                      base:
                        preemption: qos
                        qos:
                          urgent: {priority: 10, preempts: [default], users: [us-u1]}
                          spot:
                            priority: -10
                            yields: true
                            mode: checkpoint-requeue
                            exempt: 30min
                            checkpointEvery: 1h
                            restart: 5min
                            organizations: [us]
                      nobody: {extends: base, preemption: none}
                    """;

    @Test
    void allKeysAreRead() {
        QosTable table = policy(Reading.scenario(POLICIES), "base").qos();
        assertThat(table.qualities())
                .containsExactly(
                        Qos.named("urgent").priority(10).preempts(Set.of("default")),
                        Qos.named("spot")
                                .priority(-10)
                                .yielding()
                                .mode(PreemptMode.CHECKPOINT)
                                .times(1_800_000, 3_600_000, 300_000),
                        Qos.named("default"));
        assertThat(table.ofUser()).isEqualTo(Map.of("us-u1", "urgent"));
        assertThat(table.ofOrganization()).isEqualTo(Map.of("us", "spot"));
    }

    @Test
    void aPolicyMayDoWithoutWhatItTakesFromAnother() {
        PolicyParts policy = policy(Reading.scenario(POLICIES), "nobody");
        assertThat(policy.preemption()).isNull();
        assertThat(policy.qos().isEmpty()).isTrue();
    }

    @Test
    void theTextIsReadBackToAnEqualScenario() {
        Scenario scenario = Reading.scenario(POLICIES);
        Scenario again = Reading.scenario(ScenarioText.of(scenario, Reading.PARTS));
        assertThat(again.policies()).isEqualTo(scenario.policies());
    }

    @Test
    void aQualityThatNobodyHasIsTold() {
        assertThat(Reading.issues(POLICIES, "policies.base.qos.idle={priority: 3}"))
                .containsExactly(
                        "policies.base.qos.idle (--set): is nobody's.\nMaybe 'organizations:"
                                + " [NAME]', 'users: [NAME]' or 'partitions: [NAME]'.");
        assertThat(Reading.issues(POLICIES, "policies.base.qos.default={priority: 3}")).isEmpty();
    }

    @Test
    void partsThatChangeNothingAreWarnedOf() {
        String two = "organizations={us: {}, them: {accounts: {lab: {}}}}";
        assertThat(warnings("admission=fixed-quota", "preemption=reclaim"))
                .containsExactly(
                        "Policy 'easy': 'fixed-quota' divides nothing: on each machine one"
                                + " organization at most is at home.",
                        "Policy 'easy': 'reclaim' takes nothing back: under 'fixed-quota' nobody"
                                + " borrows.");
        assertThat(warnings("admission=lent-quota:account", "preemption=reclaim"))
                .containsExactly(
                        "Policy 'easy': 'lent-quota:account' is as without ':account': no"
                                + " organization has 'accounts'.");
        assertThat(warnings("preemption={use: reclaim, restart: 5min}"))
                .containsExactly(
                        "Policy 'easy': 'restart' of 'reclaim' says nothing without 'suspend' or"
                                + " 'checkpointEvery': jobs begin anew.");
        Scenario shared =
                Reading.scenario(
                        Reading.RIGHT,
                        two,
                        "policies.easy.admission=fixed-quota:account",
                        "policies.lent={admission: lent-quota, preemption: reclaim}");
        assertThat(new Workloads(shared, (read, all) -> {}).warnings()).isEmpty();
    }

    private static List<String> warnings(String... ofPolicy) {
        String[] settings = new String[ofPolicy.length];
        for (int i = 0; i < settings.length; i++) {
            settings[i] = "policies.easy." + ofPolicy[i];
        }
        Scenario scenario = Reading.scenario(Reading.RIGHT, settings);
        return new Workloads(scenario, (read, all) -> {}).warnings();
    }

    @Test
    void theExampleComparesFourWays() {
        Scenario scenario =
                ScenarioReader.read(ExamplesTest.example("urgent-and-spot.yaml"), List.of());
        assertThat(scenario.policies())
                .extracting(PolicyParts::name)
                .containsExactly("waits", "kills", "checkpoints", "suspends");
    }

    private static final String NAMES =
            Reading.RIGHT
                    + """
                      base:
                        qos: {urgent: {users: [us-u1]}, long: {organizations: [us]}}
                        limits: {qos: {urgent: {nodesAtOnce: 9}, default: {jobsAtOnce: 3}}}
                      nobody: {extends: base, preemption: none}
                    """;

    @Test
    void qualitiesMayBeNamedForLimitsAlone() {
        Scenario scenario = Reading.scenario(NAMES);
        PolicyParts policy = policy(scenario, "base");
        assertThat(policy.preemption()).isNull();
        assertThat(policy.qos().ofUser()).isEqualTo(Map.of("us-u1", "urgent"));
        assertThat(policy.limits().qualities()).isEqualTo(policy.qos());
        assertThat(policy.limits().of(Subject.QOS, "urgent")).isEqualTo(Limit.NONE.nodesAtOnce(9));
        assertThat(policy.limits().of(Subject.QOS, "long")).isEqualTo(Limit.NONE.jobsAtOnce(3));
        assertThat(policy(scenario, "nobody").limits()).isEqualTo(policy.limits());
        assertThat(policy.policy(Reading.PARTS, scenario.organizations()).preemption())
                .isEqualTo(Preemption.NONE);
        Scenario again = Reading.scenario(ScenarioText.of(scenario, Reading.PARTS));
        assertThat(again.policies()).isEqualTo(scenario.policies());
    }

    @Test
    void withoutPreemptionAQualityHasMembersOnly() {
        String rules =
                NAMES.replace("urgent: {users: [us-u1]}", "urgent: {users: [us-u1], priority: 3}");
        assertThat(Reading.issues(rules))
                .singleElement()
                .asString()
                .contains("policies.base.qos.urgent.priority")
                .contains("says nothing without 'preemption: qos'.\nMaybe 'preemption: qos'.");
        assertThat(Reading.issues(NAMES.replace("qos: {urgent: {nod", "qos: {urgen: {nod")))
                .singleElement()
                .asString()
                .contains("there is no quality of service 'urgen'.\nMaybe 'urgent'.");
    }

    private static PolicyParts policy(Scenario scenario, String name) {
        return scenario.policies().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
