package dandori.web.timeline;

import java.util.List;

/**
 * A machine of a run.
 *
 * @param name its name
 * @param unit what its jobs ask for: node, accelerator or processor; empty if nothing says it
 * @param nodes how many of them it has; 0 if nothing says it
 * @param pools ranges of its nodes that have a queue each
 */
public record RunMachine(String name, String unit, int nodes, List<Pool> pools) {

    /**
     * A range of nodes with a queue.
     *
     * @param name its name
     * @param firstNode where it begins
     * @param nodes how many they are
     */
    public record Pool(String name, int firstNode, int nodes) {}
}
