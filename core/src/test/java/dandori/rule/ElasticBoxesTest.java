package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Torus;
import dandori.job.Amdahl;
import dandori.job.Job;
import dandori.job.Request;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.Pool;
import dandori.metric.JobLog;
import dandori.policy.Estimates;
import dandori.policy.Policy;
import dandori.policy.backfill.Malleable;
import dandori.policy.backfill.Malleable.Aim;
import dandori.policy.order.Orders;
import dandori.policy.placement.Granule;
import dandori.policy.placement.TorusBoxes;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Jobs that grow and shrink on a torus, in boxes of whole units of 12 nodes; 96 nodes in all. */
class ElasticBoxesTest {

    @Test
    void aJobOfAnotherSizeTakesAnotherBox() {
        // A has all eight units until B comes at 2, then each has half of them until A ends.
        JobLog log = play(job(1, 0), job(2, 2));

        assertThat(log.segmentsBefore(0)).hasSize(1);
        assertThat(log.segmentsBefore(0).get(0).nodeSet().size()).isEqualTo(96);
        assertThat(log.nodeSet(0).size()).isEqualTo(48);
        assertThat(log.segmentsBefore(1).get(0).nodeSet().size()).isEqualTo(48);
        assertThat(log.nodeSet(1).size()).isEqualTo(96);
    }

    private static Job job(long id, int submit) {
        Request request = Request.of(new Amdahl(48, 96, 0));
        return new Job(id, submit * 1_000L, 96, 10_000, 10_000, "", "", "", request);
    }

    private static JobLog play(Job... jobs) {
        Machine machine =
                new Machine(
                        "small",
                        AllocationUnit.NODE,
                        Torus.tofuD(2, 2, 2, 6.8e9),
                        List.of(new Pool("all", 0, 96)));
        Malleable afs = new Malleable(Aim.COMPLETION, 0, 0);
        Policy policy =
                Policy.named("p")
                        .order(Orders.fcfs())
                        .backfill(afs)
                        .preemption(afs.preemption())
                        .placement(new TorusBoxes(Granule.UNIT, 0, 0, false))
                        .estimates(Estimates.EXACT)
                        .build();
        return Simulation.of(machine, Workload.of("w", List.of(jobs)))
                .policy(policy)
                .checking(Checking.FULL)
                .run()
                .log();
    }
}
