package dandori.scenario;

import static dandori.scenario.Reading.PARTS;
import static dandori.scenario.Reading.issues;
import static dandori.scenario.Reading.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.policy.order.Multifactor;
import dandori.policy.order.NamedFactor;
import dandori.policy.order.SiteFactors;
import dandori.policy.order.TresWeights;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a site gives its jobs in {@code multifactor}, as scenario files name it. */
class FactorReadingTest {

    private static final String POLICIES =
            Reading.RIGHT.replace("{nodes: 64}", "{from: catalogue/fugaku, groups: true}")
                    + """
                      base:
                        order:
                          use: multifactor
                          weights: {partition: 10, qos: 20, association: 30, nodes: 1, accelerators: 2, memory: 3, power: 4}
                        qos: {urgent: {users: [us-u1]}}
                        factors:
                          partitions: {large: 5, default: 2}
                          qos: {urgent: 1000, default: 10}
                          organizations: {us: 3}
                          users: {us-u2: 4}
                        nice: {users: {us-u3: 100}, qos: {urgent: -50}}
                      plain: {extends: base, order: fcfs}
                    """;

    @Test
    void allKeysAreRead() {
        Scenario read = scenario(POLICIES);
        PolicyParts base = read.policies().get(1);
        SiteFactors given = base.factors();
        NamedFactor partition = (NamedFactor) given.partition();
        NamedFactor qos = (NamedFactor) given.qos();
        NamedFactor association = (NamedFactor) given.association();
        NamedFactor nice = (NamedFactor) given.nice();

        assertThat(partition.ofPartition()).isEqualTo(Map.of("large", 5.0));
        assertThat(partition.others()).isEqualTo(2);
        assertThat(qos.ofQos()).isEqualTo(Map.of("urgent", 1_000.0, "default", 10.0));
        assertThat(qos.qualities()).isEqualTo(base.qos());
        assertThat(association.ofOrganization()).isEqualTo(Map.of("us", 3.0));
        assertThat(association.ofUser()).isEqualTo(Map.of("us-u2", 4.0));
        assertThat(nice.ofUser()).isEqualTo(Map.of("us-u3", 100.0));
        assertThat(nice.ofQos()).isEqualTo(Map.of("urgent", -50.0));
        assertThat(nice.isRelative()).isFalse();
        Multifactor order = (Multifactor) base.policy(PARTS, read.organizations()).order();
        assertThat(order.given()).isEqualTo(given);
        assertThat(order.weights())
                .isEqualTo(
                        new Multifactor.Weights(0, 0, 0, 10, 20, 30, new TresWeights(1, 2, 3, 4)));
    }

    @Test
    void aPolicyMayTakeThemFromAnotherAndMakeNoUseOfThem() {
        assertThat(scenario(POLICIES).policies().get(2).factors()).isEqualTo(SiteFactors.NONE);
    }

    @Test
    void theTextIsReadBackToTheSame() {
        Scenario read = scenario(POLICIES);

        assertThat(scenario(ScenarioText.of(read, PARTS)).policies()).isEqualTo(read.policies());
    }

    /** A change of the right file, and the one issue; {@code ¶} for a new line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    policies.base.factors.organizations={uss: 1} # policies.base.factors.organizations.uss (--set): 'uss' is no organization of this scenario.¶Maybe 'us'.
                    policies.base.factors.organizations={us: -1} # policies.base.factors.organizations.us (--set): must be at least 0, but is -1.
                    policies.base.factors.qos={urgen: 1} # policies.base.factors.qos.urgen (--set): there is no quality of service 'urgen'.¶Maybe 'urgent'. Known: urgent, default.
                    policies.base.nice.users=7 # policies.base.nice.users (--set): must be a mapping of numbers, but is 7.
                    policies.base.nice.user={us-u1: 7} # policies.base.nice.user (--set): there is no key 'user' here.¶Maybe 'users'. Known: users, partitions, organizations, qos.
                    policies.easy.factors={users: {us-u1: 1}} # policies.easy.factors (--set): says nothing under order 'fcfs'.¶Maybe 'order: {use: multifactor, weights: {…}}'.
                    """)
    void whatIsWrongIsSaid(String change, String issue) {
        assertThat(issues(POLICIES, change)).containsExactly(issue.replace('¶', '\n'));
    }
}
