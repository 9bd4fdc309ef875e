package dandori.results;

import dandori.interconnect.Axis;
import dandori.interconnect.Dragonfly;
import dandori.interconnect.FatTree;
import dandori.interconnect.Interconnect;
import dandori.interconnect.RailOptimized;
import dandori.interconnect.SwitchTree;
import dandori.interconnect.Torus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a machine is wired, as JSON says it: the axes of a torus, the switches of other networks. Any
 * free nodes are as good as any others where it says nothing.
 */
final class WiringTree {

    private WiringTree() {}

    /** What there is to say of a wiring; empty of a flat one. */
    static Map<String, Object> of(Interconnect wiring) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (wiring instanceof Torus torus) {
            tree.put("torus", of(torus));
            return tree;
        }
        if (wiring instanceof RailOptimized rails) {
            tree.put("rails", rails.rails());
        }
        if (wiring.linkCount() > 0) {
            tree.put("levels", levels(wiring));
        }
        return tree;
    }

    private static Map<String, Object> of(Torus torus) {
        int outer = torus.axes().size() - torus.unitAxes();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("shape", lengths(torus.axes().subList(0, outer)));
        tree.put("unit_shape", lengths(torus.axes().subList(outer, torus.axes().size())));
        tree.put("nodes_per_unit", torus.nodesPerUnit());
        List<String> names = torus.axes().stream().map(Axis::name).toList();
        tree.put("order", torus.numbering().stream().map(names::get).toList());
        tree.put("coordinate", "floor(node / stride) mod length");
        List<Map<String, Object>> axes = new ArrayList<>();
        for (int axis = 0; axis < names.size(); axis++) {
            axes.add(axis(torus, axis));
        }
        tree.put("axes", axes);
        return tree;
    }

    private static List<Integer> lengths(List<Axis> axes) {
        return axes.stream().map(Axis::length).toList();
    }

    private static Map<String, Object> axis(Torus torus, int axis) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", torus.axes().get(axis).name());
        tree.put("length", torus.axes().get(axis).length());
        tree.put("wraps", torus.axes().get(axis).wraps());
        tree.put("stride", stride(torus, axis));
        return tree;
    }

    /** How far apart in number two neighbours along an axis stand: what all faster ones hold. */
    private static int stride(Torus torus, int axis) {
        int stride = 1;
        for (int place = torus.numbering().size() - 1; torus.numbering().get(place) != axis; ) {
            stride *= torus.axes().get(torus.numbering().get(place--)).length();
        }
        return stride;
    }

    /** The switches, leaves first. */
    private static List<Map<String, Object>> levels(Interconnect wiring) {
        SwitchTree switches = wiring.switches();
        List<Map<String, Object>> levels = new ArrayList<>();
        for (int level = 0; level < switches.levels(); level++) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("name", name(wiring, level, switches.levels()));
            tree.put("switches", switches.switches(level));
            int span = switches.endNode(level, 0);
            if (isEven(switches, level, span)) {
                tree.put("nodes_per_switch", span);
            } else {
                tree.put("first_nodes", firstNodes(switches, level));
            }
            levels.add(tree);
        }
        return levels;
    }

    private static String name(Interconnect wiring, int level, int levels) {
        if (level == levels - 1) {
            return "all";
        }
        if (wiring instanceof Dragonfly dragonfly) {
            boolean hasRouters = dragonfly.routersPerGroup() > 1; // one alone is its group
            return level == 0 && hasRouters ? "router" : "group";
        }
        boolean isPod = wiring instanceof RailOptimized || wiring instanceof FatTree && level == 1;
        return isPod ? "pod" : level == 0 ? "leaf" : "level-" + level;
    }

    /** Whether every switch of a level but the last has so many nodes, and that no more. */
    private static boolean isEven(SwitchTree switches, int level, int span) {
        int last = switches.switches(level) - 1;
        for (int number = 0; number <= last; number++) {
            int nodes = switches.endNode(level, number) - switches.firstNode(level, number);
            if (number < last && nodes != span || nodes > span) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> firstNodes(SwitchTree switches, int level) {
        List<Integer> first = new ArrayList<>();
        for (int number = 0; number < switches.switches(level); number++) {
            first.add(switches.firstNode(level, number));
        }
        return first;
    }
}
