package dandori.policy.order;

import dandori.job.Consumption;
import dandori.machine.Accelerator;
import dandori.machine.AllocationUnit;
import dandori.machine.NodeType;
import dandori.policy.Setting;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What there is in a pool, and what its jobs hold of it: nodes, accelerators, memory and power. All
 * are counted in nodes' worth, so that there are as many of each as the pool has nodes: a job on
 * two nodes that uses half their memory holds two nodes, and one node's worth of memory. What a job
 * does not say, or is not known of the machine, counts as its nodes do.
 */
final class Resources {

    /** How many resources there are. */
    static final int COUNT = 4;

    private final int nodes;
    private final double accelerators; // of a unit; NaN where that is not known
    private final double memoryBytes;
    private final double watts;

    Resources(Setting setting) {
        nodes = setting.pool().nodes();
        NodeType type = type(setting);
        AllocationUnit unit = setting.machine().unit();
        double units = type == null ? Double.NaN : unitsOf(type, unit);
        accelerators = type == null ? Double.NaN : value(perNode(type)) / units;
        memoryBytes = type == null ? Double.NaN : value(type.memoryBytes()) / units;
        watts = type == null ? Double.NaN : wattsOf(type) / units;
    }

    /** The type of the pool's first node; null if nothing is known of it. */
    private static @Nullable NodeType type(Setting setting) {
        double behind = 0;
        for (NodeType type : setting.machine().specification().nodeTypes()) {
            behind += type.count() * unitsOf(type, setting.machine().unit());
            if (setting.pool().firstNode() < behind) {
                return type;
            }
        }
        return null;
    }

    /** Into how many units of allocation a node is divided; NaN if that is not known. */
    private static double unitsOf(NodeType type, AllocationUnit unit) {
        return switch (unit) {
            case NODE -> 1;
            case ACCELERATOR -> value(perNode(type));
            case PROCESSOR -> value(type.cores());
        };
    }

    private static OptionalDouble perNode(NodeType type) {
        Accelerator each = type.accelerator();
        return each == null ? OptionalDouble.empty() : each.perNode();
    }

    private static double wattsOf(NodeType type) {
        Accelerator each = type.accelerator();
        return type.busyWatts().isPresent() || each == null
                ? value(type.busyWatts())
                : value(each.watts()) * value(each.perNode());
    }

    private static double value(OptionalDouble known) {
        return known.orElse(Double.NaN);
    }

    /** How much there is of each. */
    double total() {
        return nodes;
    }

    /** What a job on so many nodes holds of each, or of the first only if there is no more room. */
    void of(int jobNodes, Consumption uses, double[] into) {
        into[0] = jobNodes;
        if (into.length > 1) {
            into[1] = jobNodes * part(uses.accelerators(), accelerators);
            into[2] = jobNodes * part(uses.memoryBytes(), memoryBytes);
            into[3] = jobNodes * part(uses.watts(), watts);
        }
    }

    private static double part(double used, double has) {
        return used == Consumption.ALL || !(has > 0) ? 1 : used / has;
    }
}
