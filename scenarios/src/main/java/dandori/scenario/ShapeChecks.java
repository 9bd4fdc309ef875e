package dandori.scenario;

import dandori.interconnect.FoldedGrid;
import dandori.interconnect.Torus;
import dandori.job.Cause;
import dandori.job.Job;
import dandori.job.Request;
import dandori.job.Shape;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.Backfill;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.List;

/**
 * Tells which boxes of streams would be rejected on the machine at home, job by job: asked of the
 * simulation itself, with one job on an empty machine.
 */
final class ShapeChecks {

    private final List<PolicyParts> policies;
    private final KnownParts known;
    private final Issues issues;

    ShapeChecks(List<PolicyParts> policies, KnownParts known, Issues issues) {
        this.policies = policies;
        this.known = known;
        this.issues = issues;
    }

    /**
     * Checks one shape; says what is wrong under the first policy that finds it so.
     *
     * @param node where the shape stands
     * @param shape the box of every job
     * @param group the resource group that the jobs name; empty if they name none
     * @param home the machine to which they go
     */
    void check(Node node, Shape shape, String group, Machine home) {
        for (PolicyParts parts : policies) {
            boolean isBound =
                    parts.needsLoggedWaits()
                            || known.create(Backfill.class, parts.backfill()).ignoresCapacity();
            Cause why = isBound ? Cause.NONE : why(shape, group, home, parts);
            if (why != Cause.NONE) {
                issues.add(
                        node,
                        "every job of the shape '%s' would be rejected on '%s' under '%s', as one %s."
                                .formatted(shape, home.name(), parts.name(), why.words()),
                        maybe(shape, why, home));
                return;
            }
        }
    }

    private Cause why(Shape shape, String group, Machine home, PolicyParts parts) {
        Job job = new Job(1, 0, shape.nodes(), 1, 1, "", "", group, Request.of(shape));
        return Simulation.of(home, Workload.of("one", List.of(job)))
                .policy(parts.open(known))
                .checking(Checking.OFF)
                .horizonMillis(0)
                .run()
                .log()
                .cause(0);
    }

    private static String maybe(Shape shape, Cause why, Machine home) {
        boolean isLength = why == Cause.NO_ROOM || why == Cause.TOO_LARGE;
        if (!isLength || !(home.interconnect() instanceof Torus torus)) {
            return "dandori describe %s: the sizes and modes of its resource groups."
                    .formatted(home.specification().isEmpty() ? "MACHINE" : home.name());
        }
        FoldedGrid grid = torus.folded();
        int outer = torus.axes().size() - torus.unitAxes();
        int[] length = {1, 1, 1};
        for (int axis = 0; axis < Math.min(3, outer); axis++) {
            length[axis] = grid.length(axis);
        }
        int unitY = outer < 2 ? 1 : length[1] / torus.axes().get(1).length();
        return shape.axes() == 2
                ? "three axes, of at most %d, %d and %d nodes; of two, the first is folded over X and the units' Y, at most %d nodes, and the second over Y and Z, at most %d."
                        .formatted(
                                length[0],
                                length[1],
                                length[2],
                                length[0] * unitY,
                                length[1] / unitY * length[2])
                : "a box of at most %d x %d x %d nodes along %s."
                        .formatted(length[0], length[1], length[2], names(torus, outer));
    }

    private static String names(Torus torus, int outer) {
        return String.join(
                ", ",
                torus.axes().subList(0, Math.min(3, outer)).stream().map(a -> a.name()).toList());
    }
}
