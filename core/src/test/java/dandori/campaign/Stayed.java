package dandori.campaign;

import dandori.machine.NodeSet;
import java.util.ArrayList;
import java.util.List;

/** What a piece met from a start to the end that followed, as the loop of the tests saw it. */
final class Stayed {

    /** Something that the piece was told; {@code isBack} of nodes that were repaired. */
    record Told(long atMillis, NodeSet nodes, boolean isBack) {}

    final int row;
    final NodeSet nodes;
    final int given;
    final long startMillis;
    final List<Told> told = new ArrayList<>();
    long plannedEndMillis;
    long endMillis = Long.MAX_VALUE; // still running
    boolean isInterrupted; // by others
    boolean isTold; // before they did
    long uselessMillis;

    Stayed(int row, NodeSet nodes, int given, long startMillis) {
        this.row = row;
        this.nodes = nodes;
        this.given = given;
        this.startMillis = startMillis;
    }
}
