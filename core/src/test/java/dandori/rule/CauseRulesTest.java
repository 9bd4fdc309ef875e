package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.interconnect.Torus;
import dandori.job.Cause;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Request;
import dandori.job.Shape;
import dandori.job.ShapeMode;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Calendar;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.machine.Tenure;
import dandori.metric.JobLog;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Simulation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a job that can never start is rejected. */
class CauseRulesTest {

    private static Partition group(
            String name, int first, int least, int most, int walltime, Set<ShapeMode> shapes) {
        return new Partition(
                name,
                NodeSet.range(first, 767),
                least,
                most,
                walltime,
                shapes,
                0,
                Calendar.ALWAYS,
                Tenure.WHOLE,
                name.equals("own"));
    }

    /** 4 x 4 x 4 units of 12 nodes; `small` and `large` take whoever names no group. */
    private static Machine machine() {
        Torus torus = Torus.tofuD(4, 4, 4, 6.8e9);
        Pool pool =
                new Pool(
                        "all",
                        0,
                        768,
                        List.of(
                                group("small", 0, 1, 10, 100, Set.of()),
                                group("large", 384, 20, 700, 50, Set.of(ShapeMode.TORUS)),
                                group("own", 0, 1, 768, 1_000, Set.of())));
        return new Machine("torus", AllocationUnit.NODE, torus, List.of(pool));
    }

    @ParameterizedTest
    @CsvSource({
        // group, nodes or shape, walltime, cause
        "'', 10, 100, NONE",
        "'', 769, 1, TOO_LARGE",
        "'', 15, 1, GROUP_NODES", // between the two
        "'', 15, 1000, GROUP_NODES",
        "'', 10, 101, GROUP_WALLTIME",
        "'', 20, 51, GROUP_WALLTIME",
        "'', 20, 50, NONE",
        "'', 400, 1, GROUP_NODES", // `large` has but 384 of its own
        "'', 2x2x10:mesh, 1, GROUP_SHAPE",
        "'', 2x3x20:torus, 1, NO_ROOM",
        "'', 8x12x4:torus, 1, NO_ROOM", // 12 nodes fit along Y alone, as four planes; it has two
        "'', 8x6x8:torus, 1, NONE",
        "small, 20, 1, GROUP_NODES",
        "own, 769, 1, TOO_LARGE",
        "own, 768, 1001, GROUP_WALLTIME",
        "own, 768, 1000, NONE",
        "other, 15, 1, GROUP_NODES", // there is none of that name, so it names none
    })
    void isTheOneOfTheGroupThatComesNearest(String group, String asked, int walltime, Cause why) {
        Shape shape = Shape.parse(asked);
        Request request = asked.contains(":") ? Request.of(shape) : Request.PLAIN;
        Job job = new Job(1, 0, shape.nodes(), walltime, 1, "", "", group, request);
        JobLog log =
                Simulation.of(machine(), Workload.of("one", List.of(job)))
                        .policy(
                                Policy.named("easy")
                                        .order(Orders.fcfs())
                                        .backfill(Backfills.easy())
                                        .placement(Placements.torusUnit())
                                        .build())
                        .run()
                        .log();
        assertThat(log.cause(0)).isEqualTo(why);
        assertThat(log.state(0) == JobState.REJECTED).isEqualTo(why != Cause.NONE);
    }
}
