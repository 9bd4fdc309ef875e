package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.job.Amdahl;
import dandori.job.Elasticity;
import dandori.job.Job;
import dandori.job.Request;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Policy;
import dandori.policy.Preemption;
import dandori.policy.backfill.Malleable;
import dandori.policy.backfill.Malleable.Aim;
import dandori.policy.backfill.Moldable;
import dandori.policy.limit.Reclaim;
import dandori.policy.order.Orders;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Jobs of several sizes, by hand, on 4 nodes. Times are in seconds. */
class ElasticRulesTest {

    private static final Elasticity ANY = new Amdahl(1, 4, 0); // twice the nodes, half the time

    @Test
    void speedsAreThoseOfAmdahlsLaw() {
        Amdahl some = new Amdahl(1, 64, 0.1);
        assertThat(some.speedup(9)).isCloseTo(5, within(1e-12)); // 1 / (0.1 + 0.9 / 9)
        assertThat(new Amdahl(9, 64, 0.1).speedup(81)).isCloseTo(9 / 5.0, within(1e-12));
        assertThatThrownBy(() -> new Amdahl(4, 3, 0)).hasMessageContaining("from 4 to 3 nodes");
    }

    @Test
    void whoIsNearlyDoneGetsMost() {
        // A has 20 node seconds, and all nodes until B comes at 2. Then 12 and 20 are left: both
        // have one node, and each of the other two does more for A, which ends at 6; then B has all
        // for its 16.
        assertThat(run(afs(), job(0, 2, 10, ANY), job(2, 2, 10, ANY)))
                .isEqualTo("A 0-2 2-6 | B 2-6 6-10");
    }

    @Test
    void rigidJobsThatRunStay() {
        // R has 2 nodes until 5, A the others, and then all for the 30 node seconds that are left.
        assertThat(run(afs(), job(0, 2, 5, Elasticity.RIGID), job(0, 4, 10, ANY)))
                .isEqualTo("A 0-5 | B 0-5 5-12");
    }

    @Test
    void whatDoesNotFitWaits() {
        // Five jobs, of one node at least, on four nodes.
        Job one = job(0, 1, 4, new Amdahl(1, 1, 0));
        assertThat(run(afs(), one, one, one, one, one))
                .isEqualTo("A 0-4 | B 0-4 | C 0-4 | D 0-4 | E 4-8");
    }

    @Test
    void aRestartMustBeWorthIts() {
        // At 10 two nodes become free. A would be twice as fast on four, but it is 10 old, and
        // counts 10 / (10 + 30) of that.
        Job rigid = job(0, 2, 10, Elasticity.RIGID);
        Job elastic = job(0, 2, 40, ANY);
        assertThat(run(goodput(30_000), rigid, elastic)).isEqualTo("A 0-10 | B 0-40");
        assertThat(run(goodput(0), rigid, elastic)).isEqualTo("A 0-10 | B 0-10 10-25");
    }

    @Test
    void aMoldableJobStartsWhereItEndsEarliest() {
        // A has 3 nodes until 10. B would take 32 on the one that is free, 8 on all four from 10
        // on.
        Job rigid = job(0, 3, 10, Elasticity.RIGID);
        assertThat(run(new Moldable(), rigid, job(0, 4, 8, ANY))).isEqualTo("A 0-10 | B 10-18");
        assertThat(run(new Moldable(), rigid, job(0, 4, 1, ANY))).isEqualTo("A 0-10 | B 0-4");
    }

    @Test
    void nodeTimeIsThatOfEachStay() {
        Outcome outcome = outcome(afs(), job(0, 2, 10, ANY), job(2, 2, 10, ANY));
        // 2 · 4, 4 · 3 and 4 · 1, then 4 · 4: the machine was never idle until 10.
        assertThat(outcome.log().segmentsBefore(0).get(0).nodes()).isEqualTo(4);
        assertThat(outcome.log().segmentsBefore(1).get(0).nodes()).isEqualTo(1);
        assertThat(outcome.log().jobs().nodes(0)).isEqualTo(3);
        assertThat(outcome.log().jobs().nodes(1)).isEqualTo(4);
        assertThat(outcome.log().segmentsBefore(0).get(0).lostMillis()).isZero();
    }

    @Test
    void nobodyGivesUpWhatIsWithinItsShare() {
        // Each organization owns 2 nodes. A has borrowed the other two until B comes, and is then
        // within its share: it neither shrinks for C nor grows, and ends its last 12 node seconds.
        Job elastic = of("a", job(0, 2, 10, ANY));
        Job rigid = of("b", job(2, 2, 5, Elasticity.RIGID));
        Job late = of("b", job(3, 1, 2, Elasticity.RIGID));
        Preemption reclaim = new Reclaim(new Reclaim.Terms(0, true, 0, 0));
        assertThat(told(outcome(afs(), reclaim, elastic, rigid, late)))
                .isEqualTo("A 0-2 2-8 | B 2-7 | C 7-9");
        assertThat(run(afs(), elastic, rigid, late))
                .isEqualTo("A 0-2 2-3 3-5 5-7 7-8 | B 2-7 | C 3-5");
    }

    private static Job of(String organization, Job job) {
        return new Job(
                job.id(),
                job.submitMillis(),
                job.nodes(),
                job.walltimeMillis(),
                job.runMillis(),
                "",
                organization,
                "",
                job.request());
    }

    private static Backfill afs() {
        return new Malleable(Aim.COMPLETION, 0, 0);
    }

    private static Backfill goodput(long restartMillis) {
        return new Malleable(Aim.GOODPUT, 0, restartMillis);
    }

    private static Job job(long submit, int nodes, long run, Elasticity elasticity) {
        return new Job(
                0,
                submit * 1_000,
                nodes,
                run * 1_000,
                run * 1_000,
                "",
                "",
                "",
                Request.of(elasticity));
    }

    private static String run(Backfill backfill, Job... jobs) {
        return told(outcome(backfill, jobs));
    }

    private static String told(Outcome outcome) {
        return ClusterOrderRulesTest.told(outcome.log());
    }

    private static Outcome outcome(Backfill backfill, Job... jobs) {
        return outcome(backfill, backfill.preemption(), jobs);
    }

    private static Outcome outcome(Backfill backfill, Preemption preemption, Job... jobs) {
        Policy policy =
                Policy.named("p")
                        .order(Orders.fcfs())
                        .backfill(backfill)
                        .preemption(preemption)
                        .estimates(Estimates.EXACT)
                        .build();
        return Simulation.of(Machine.flat("m", 4), Workload.of("w", List.of(jobs)))
                .policy(policy)
                .checking(Checking.FULL)
                .run();
    }
}
