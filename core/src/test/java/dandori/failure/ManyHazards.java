package dandori.failure;

import static dandori.failure.Draws.DAY;
import static dandori.failure.Draws.all;

import dandori.interconnect.FatTree;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.machine.Pool;
import java.util.List;

/** Several hazards on 22 nodes below leaves of 4, the last of which holds 2. */
final class ManyHazards {

    static final Machine MACHINE =
            new Machine(
                    "m",
                    AllocationUnit.NODE,
                    new FatTree(22, List.of(4), List.of(1.0), 1e9),
                    List.of(new Pool("m", 0, 22)));
    static final NodeHazard OLD =
            new NodeHazard("old", NodeSet.range(0, 9), 20 * DAY, new Repair.Exponential(DAY));
    static final NodeHazard YOUNG =
            new NodeHazard(
                    "young",
                    NodeSet.range(10, 21),
                    new Lifetime.Weibull(0.8, 50 * DAY),
                    Age.SETTLED,
                    Lemons.NONE,
                    new Repair.Fixed(DAY / 24));
    static final SwitchHazard LEAVES =
            new SwitchHazard("leaves", 40 * DAY, new Repair.Fixed(DAY / 2));
    static final SoftwareHazard CRASHES = new SoftwareHazard("os", all(MACHINE), 30 * DAY);
    static final FailureModel ALL = new FailureModel(List.of(CRASHES, OLD, LEAVES, YOUNG));

    private ManyHazards() {}
}
