package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.Setting;
import dandori.policy.order.Multifactor;
import dandori.policy.order.NamedFactor;
import dandori.policy.order.SiteFactors;
import dandori.policy.order.TresWeights;
import dandori.policy.preemption.Qos;
import dandori.policy.preemption.QosTable;
import dandori.policy.share.Accounts;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The formula of Slurm's page on the multifactor plugin, number by number: a job of 25 of 100 nodes
 * that has waited half of the largest age, of ada of physics, in partition debug, of quality
 * urgent. The weights of age, fair share, size and partition are those of the page's example.
 */
class FactorRulesTest {

    private static final long DAY = 86_400_000;
    private static final QosTable URGENT =
            new QosTable(List.of(Qos.named("urgent")), Map.of("ada", "urgent"), Map.of(), Map.of());

    private final Workload jobs =
            Workload.of(
                    "two",
                    List.of(
                            new Job(1, 0, 25, DAY, DAY, "ada", "physics", "debug"),
                            new Job(2, 0, 50, DAY, DAY, "bob", "biology", "batch")));

    private double priority(Multifactor order, int job) {
        Machine machine = Machine.flat("hundred", 100);
        Setting setting =
                new Setting(
                        machine,
                        machine.pools().get(0),
                        jobs.jobs(),
                        jobs.users(),
                        jobs.organizations(),
                        jobs.partitions(),
                        ZonedDateTime.parse("2026-01-05T00:00Z"),
                        new Accounts(List.of()));
        return -order.forRun(setting)
                .standing(job, false, new FixedSituation(7 * DAY / 2, jobs.jobs()));
    }

    private static Multifactor.Weights weights(double qos, double association, double nodes) {
        return new Multifactor.Weights(
                1_000, 0, 1_000, 1_000, qos, association, new TresWeights(nodes, 0, 0, 0));
    }

    private static NamedFactor relative(
            Map<String, Double> users,
            Map<String, Double> partitions,
            Map<String, Double> organizations,
            double others) {
        return new NamedFactor(
                users, partitions, organizations, Map.of(), others, QosTable.NONE, true);
    }

    @Test
    void whatNobodyGivesIsAsSlurmHasIt() {
        // age 0.5, size 0.25 and 0.5, all partitions alike
        assertThat(priority(Multifactor.of(weights(2_000, 500, 0)), 0))
                .isEqualTo(500 + 250 + 1_000);
        assertThat(priority(Multifactor.of(weights(2_000, 500, 0)), 1))
                .isEqualTo(500 + 500 + 1_000);
    }

    @Test
    void partitionQosAndAssociationCountInPartsOfTheLargest() {
        NamedFactor qos =
                new NamedFactor(
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("urgent", 300.0, "default", 1_200.0),
                        0,
                        URGENT,
                        true);
        Multifactor order =
                Multifactor.of(weights(2_000, 500, 400))
                        .given(
                                SiteFactors.NONE
                                        .partition(
                                                relative(
                                                        Map.of(),
                                                        Map.of("debug", 20.0, "batch", 40.0),
                                                        Map.of(),
                                                        1))
                                        .qos(qos)
                                        .association(
                                                relative(
                                                        Map.of("ada", 3.0),
                                                        Map.of(),
                                                        Map.of("physics", 1.0, "biology", 6.0),
                                                        0)));
        // 20 of 40, 300 of 1,200, ada's own 3 of 6, and 400 for a quarter of the nodes
        assertThat(priority(order, 0)).isEqualTo(500 + 250 + 500 + 500 + 250 + 100);
        // the largest of each, and half of the nodes
        assertThat(priority(order, 1)).isEqualTo(500 + 500 + 1_000 + 2_000 + 500 + 200);
    }

    @Test
    void niceValuesAreTakenOffAndTheSumIsNeverBelowOne() {
        NamedFactor nice =
                new NamedFactor(
                        Map.of("bob", 100_000.0),
                        Map.of("debug", -7.5),
                        Map.of(),
                        Map.of(),
                        0,
                        QosTable.NONE,
                        false);
        Multifactor order = Multifactor.of(weights(0, 0, 0)).given(SiteFactors.NONE.nice(nice));

        assertThat(priority(order, 0)).as("cut to a whole number").isEqualTo(1_757);
        assertThat(priority(order, 1)).isEqualTo(1);
    }

    @Test
    void whereAllThatIsGivenIsZeroTheFactorIsZero() {
        NamedFactor nothing = relative(Map.of("ada", 0.0), Map.of(), Map.of(), 0);
        Multifactor order =
                Multifactor.of(weights(0, 500, 0)).given(SiteFactors.NONE.association(nothing));

        assertThat(priority(order, 0)).isEqualTo(500 + 250 + 1_000);
    }

    @Test
    void namesAreKnownInARunOnly() {
        assertThatThrownBy(() ->
                        relative(Map.of(), Map.of(), Map.of(), 0)
                                .of(0, new FixedSituation(0, jobs.jobs())))
                .hasMessage("Factors are known by name in a run.\nMaybe .forRun(setting)");
    }
}
