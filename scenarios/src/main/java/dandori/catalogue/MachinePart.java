package dandori.catalogue;

import dandori.interconnect.FatTree;
import dandori.interconnect.Flat;
import dandori.interconnect.Interconnect;
import dandori.interconnect.RailOptimized;
import dandori.machine.AllocationUnit;
import dandori.machine.Fact;
import dandori.machine.Facts;
import dandori.machine.Machine;
import dandori.machine.Maintenance;
import dandori.machine.NodeType;
import dandori.machine.Pool;
import dandori.machine.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A machine like another one, with more or fewer nodes.
 *
 * <p>Fat trees and rails keep their form. What is left of a torus, a dragonfly or a graph has no
 * form that could be known, so it is taken as flat. Totals and measurements are those of the whole
 * machine, and left out; so are node types, where there are several, and maintenance of some nodes.
 */
public final class MachinePart {

    private MachinePart() {}

    /**
     * The machine with the given number of units, as one pool; itself if it has as many.
     *
     * @param machine a machine without resource groups
     * @param nodes how many units, at least 1
     */
    public static Machine of(Machine machine, int nodes) {
        if (machine.nodes() == nodes) {
            return machine;
        }
        Interconnect wired = wired(machine.interconnect(), nodes);
        boolean isSame = wired.kind().equals(machine.interconnect().kind());
        Specification all = machine.specification();
        List<NodeType> types = all.nodeTypes();
        boolean isNode = machine.unit() == AllocationUnit.NODE;
        if (types.size() == 1 && isNode) {
            NodeType type = types.get(0);
            types = List.of(new NodeType(type.name(), nodes, type.facts(), type.accelerator()));
        } else {
            types = List.of();
        }
        Specification part =
                new Specification(
                        all.title(),
                        isSame ? placement(all.totals()) : Facts.NONE,
                        types,
                        isSame ? all.interconnect() : Facts.NONE,
                        all.storage(),
                        all.site(),
                        all.prices(),
                        all.reliability(),
                        Facts.NONE,
                        all.calibration(),
                        Map.of(),
                        Map.of(),
                        all.maintenance().stream().filter(Maintenance::isOfAll).toList(),
                        all.sources());
        return new Machine(
                machine.name(),
                machine.unit(),
                wired,
                List.of(new Pool(machine.name(), 0, nodes)),
                part);
    }

    /** Of the totals, the placement alone. */
    private static Facts placement(Facts totals) {
        Fact placement = totals.fact("placement");
        return placement == null ? Facts.NONE : new Facts(Map.of("placement", placement));
    }

    private static Interconnect wired(Interconnect whole, int nodes) {
        if (whole instanceof FatTree tree) {
            return new FatTree(
                    nodes,
                    fanOut(tree.fanOut(), nodes),
                    tree.oversubscription(),
                    tree.nodeBytesPerSecond());
        }
        return whole instanceof RailOptimized rails
                ? new RailOptimized(
                        nodes,
                        rails.rails(),
                        rails.nodesPerPod(),
                        rails.railBytesPerSecond(),
                        rails.spineOversubscription())
                : new Flat(nodes);
    }

    /** The same levels, the last of which has room for all. */
    private static List<Integer> fanOut(List<Integer> levels, int nodes) {
        List<Integer> wider = new ArrayList<>(levels);
        long below = 1;
        for (int i = 0; i < levels.size() - 1; i++) {
            below = Math.min(below * levels.get(i), Integer.MAX_VALUE);
        }
        int top = (int) ((nodes + below - 1) / below);
        wider.set(levels.size() - 1, Math.max(levels.get(levels.size() - 1), top));
        return wider;
    }
}
