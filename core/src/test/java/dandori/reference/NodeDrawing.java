package dandori.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.policy.Placement;

/**
 * The nodes of a machine as one character each: a dot is free, an x is not. A blank ends a leaf, a
 * bar a group as well.
 */
public final class NodeDrawing {

    private NodeDrawing() {}

    /** A desk in that state. */
    public static Desk desk(String state, Placement placement) {
        String[] groups = state.split("\\|");
        int[] leavesOfGroups = new int[groups.length];
        int[] nodesOfLeaves = new int[state.split("[ |]").length];
        int leaf = 0;
        for (int group = 0; group < groups.length; group++) {
            for (String nodes : groups[group].split(" ")) {
                leavesOfGroups[group]++;
                nodesOfLeaves[leaf++] = nodes.length();
            }
        }
        Machine machine =
                groups.length > 1
                        ? Switched.machine(nodesOfLeaves, leavesOfGroups)
                        : Switched.machine(nodesOfLeaves);
        Desk desk = new Desk(machine, placement);
        String nodes = state.replaceAll("[ |]", "");
        for (int node = 0; node < nodes.length(); node++) {
            if (nodes.charAt(node) == 'x') {
                desk.take(NodeSet.range(node, node));
            }
        }
        return desk;
    }

    /** The state with an o for every node that the job would get. */
    public static String placed(String state, Placement placement, int nodes) {
        NodeSet set = desk(state, placement).ask(nodes);
        StringBuilder drawn = new StringBuilder(state);
        int node = 0;
        for (int i = 0; i < state.length(); i++) {
            if (state.charAt(i) != ' ' && state.charAt(i) != '|' && set.contains(node++)) {
                assertThat(state.charAt(i)).isEqualTo('.');
                drawn.setCharAt(i, 'o');
            }
        }
        return drawn.toString();
    }
}
