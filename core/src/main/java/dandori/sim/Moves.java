package dandori.sim;

import java.util.List;

/**
 * Who may go to another machine than his own, and what becomes of a job that does.
 *
 * <p>A job of n nodes at home takes n · nodesPer(there) / nodesPer(home) nodes there, rounded up
 * (but not for what is beyond a whole number by less than 10⁻¹² of it: factors such as 0.1 are not
 * exact), and does the same work: each of its times (limit, and what it really runs) is multiplied
 * by nodes · speed at home over nodes · speed there, and rounded up to a millisecond. It is taken
 * to gain from faster and from more nodes in full, which is an assumption.
 *
 * @param home the machine of each organization, as an index of the machines; jobs without an
 *     organization are at home on the first
 * @param mayMove whether jobs of each organization may go elsewhere; those without may not
 * @param nodesPer for each machine how many of its nodes stand for each other; above 0
 * @param speed what a node of each machine does in a time, relative to the others; above 0
 * @param transferMillis how much later a job is in the queue of another machine than its home
 */
public record Moves(
        List<Integer> home,
        List<Boolean> mayMove,
        List<Double> nodesPer,
        List<Double> speed,
        long transferMillis) {

    private static final double TOLERANCE = 1e-12; // far above rounding, far below a node

    /** Checks the lists. */
    public Moves {
        home = List.copyOf(home);
        mayMove = List.copyOf(mayMove);
        nodesPer = List.copyOf(nodesPer);
        speed = List.copyOf(speed);
        boolean isPositive =
                nodesPer.stream().allMatch(one -> one > 0)
                        && speed.stream().allMatch(one -> one > 0);
        if (home.size() != mayMove.size()
                || nodesPer.size() != speed.size()
                || !isPositive
                || transferMillis < 0) {
            throw new IllegalArgumentException(
                    "Moves need a home for each organization and positive factors for each machine, but have %s."
                            .formatted(List.of(home, mayMove, nodesPer, speed, transferMillis)));
        }
    }

    /** How many nodes of a machine a job takes that asks for some at home. */
    int nodes(int nodes, int from, int to) {
        double there = nodes * nodesPer.get(to) / nodesPer.get(from);
        double needed = Math.ceil(there * (1 - TOLERANCE));
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE - 1, needed));
    }

    /** How long a machine takes for what takes a time at home, on so many nodes each. */
    long millis(long millis, int nodes, int from, int nodesThere, int to) {
        double work = nodes * speed.get(from);
        double workThere = nodesThere * speed.get(to);
        return work == workThere ? millis : (long) Math.ceil(millis * work / workThere);
    }
}
