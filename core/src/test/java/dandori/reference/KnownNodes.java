package dandori.reference;

import dandori.machine.Accelerator;
import dandori.machine.Certainty;
import dandori.machine.Fact;
import dandori.machine.Facts;
import dandori.machine.Machine;
import dandori.machine.NodeType;
import dandori.machine.Specification;
import java.util.List;
import java.util.Map;

/** Machines of whose nodes something is known. */
public final class KnownNodes {

    private KnownNodes() {}

    /** The same machine whose nodes have so many cores, accelerators and bytes of memory. */
    public static Machine with(Machine machine, int accelerators, double memoryBytes) {
        Specification none = Specification.NONE;
        Facts node = new Facts(Map.of("memory", fact(memoryBytes), "cores", fact(1)));
        Accelerator each =
                accelerators == 0
                        ? null
                        : new Accelerator(new Facts(Map.of("count", fact(accelerators))));
        return new Machine(
                machine.name(),
                machine.unit(),
                machine.interconnect(),
                machine.pools(),
                new Specification(
                        "",
                        none.totals(),
                        List.of(new NodeType("node", machine.nodes(), node, each)),
                        none.interconnect(),
                        none.storage(),
                        none.site(),
                        none.prices(),
                        none.reliability(),
                        none.measured(),
                        none.calibration(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        Map.of()));
    }

    private static Fact fact(double value) {
        return new Fact("", value, "", Certainty.ASSUMED, List.of("T"), "");
    }
}
