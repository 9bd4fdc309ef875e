package dandori.failure;

import dandori.engine.RandomStreams;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import java.util.ArrayList;
import java.util.List;

/** Failures up to an instant, for tests to look at. */
final class Draws {

    static final double DAY = 86_400_000;

    private Draws() {}

    static List<Failure> until(double endMillis, FailureModel model, Machine machine, long seed) {
        Failures failures = model.of(machine, new RandomStreams(seed));
        List<Failure> drawn = new ArrayList<>();
        while (failures.nextAtMillis() < endMillis) {
            long at = failures.nextAtMillis();
            drawn.add(failures.next());
            if (drawn.get(drawn.size() - 1).atMillis() != at) {
                throw new IllegalStateException("Another failure than the one announced.");
            }
        }
        return drawn;
    }

    static NodeSet all(Machine machine) {
        return NodeSet.range(0, machine.nodes() - 1);
    }

    /** Mean time between failures of a node, from failures per 1,000 node-days. */
    static double mtbf(double failuresPer1000NodeDays) {
        return 1_000 * DAY / failuresPer1000NodeDays;
    }

    /** How far a count is off that is Poisson of some mean, in standard deviations. */
    static double isOff(double count, double mean) {
        return (count - mean) / Math.sqrt(mean);
    }
}
