package dandori.scenario.failure;

import dandori.failure.Age;
import dandori.failure.FailureModel;
import dandori.failure.Hazard;
import dandori.failure.Lemons;
import dandori.failure.Lifetime;
import dandori.failure.NodeHazard;
import dandori.failure.Repair;
import dandori.failure.SoftwareHazard;
import dandori.failure.SwitchHazard;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What breaks on a machine, as a scenario has it.
 *
 * @param lifetime how long a node lives
 * @param age how old nodes are when the run begins
 * @param lemons nodes that fail more often; null if all are alike
 * @param switches switches that fail; null if none does
 * @param softwareMtbfMillis mean time between failures of software on one node, in milliseconds;
 *     null if there are none
 * @param repair how long a node is down
 */
public record FailurePlan(
        Lifetime lifetime,
        Age age,
        @Nullable LemonShare lemons,
        @Nullable SwitchPlan switches,
        @Nullable Long softwareMtbfMillis,
        Repair repair) {

    /** Median of repairs where the machine's file has none, in milliseconds; assumed. */
    public static final long ASSUMED_REPAIR_MILLIS = 4 * 3_600_000;

    /** How many times the median 95 % of repairs do not exceed; assumed. */
    public static final int ASSUMED_SPREAD = 6;

    /** The model of the machine's failures. */
    public FailureModel model(Machine machine) {
        NodeSet nodes = NodeSet.range(0, machine.nodes() - 1);
        List<Hazard> hazards = new ArrayList<>();
        Lemons bad =
                lemons == null ? Lemons.NONE : Lemons.causing(lemons.nodes(), lemons.failures());
        hazards.add(new NodeHazard("node", nodes, lifetime, age, bad, repair));
        if (switches != null) {
            hazards.add(new SwitchHazard("switch", switches.mtbfMillis(), switches.repair()));
        }
        if (softwareMtbfMillis != null) {
            hazards.add(new SoftwareHazard("software", nodes, softwareMtbfMillis));
        }
        return new FailureModel(hazards);
    }
}
