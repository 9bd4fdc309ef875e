package dandori.exhaustive;

import dandori.job.Job;
import dandori.reference.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every queue of a few jobs on a machine of a few nodes: submitted 0 or 1 second after the one
 * before, asking for 1 to all nodes, with limits and run times from a list.
 */
final class SmallWorlds {

    private static final long TICK = 1_000;

    private final int nodes;
    private final int[][] lengths; // limit and run time
    private final List<Job> jobs = new ArrayList<>();
    private int count;

    private SmallWorlds(int nodes, int[][] lengths) {
        this.nodes = nodes;
        this.lengths = lengths;
    }

    /** Limits of 1 to 3 seconds, each with every run time from 0 to the limit. */
    static final int[][] ALL_LENGTHS = {
        {1, 0}, {1, 1}, {2, 0}, {2, 1}, {2, 2}, {3, 0}, {3, 1}, {3, 2}, {3, 3}
    };

    /** One length of each kind: exact and short, early, exact and long. */
    static final int[][] THREE_LENGTHS = {{1, 1}, {2, 1}, {3, 3}};

    /** The same, without a length, and very early. */
    static final int[][] FIVE_LENGTHS = {{1, 0}, {1, 1}, {2, 1}, {3, 1}, {3, 3}};

    /** Shows all worlds of exactly so many jobs; returns how many there are. */
    static int all(int nodes, int jobs, int[][] lengths, Consumer<World> seen) {
        SmallWorlds worlds = new SmallWorlds(nodes, lengths);
        worlds.extend(jobs, 0, seen);
        return worlds.count;
    }

    private void extend(int left, long at, Consumer<World> seen) {
        if (left == 0) {
            count++;
            seen.accept(new World(nodes, List.copyOf(jobs)));
            return;
        }
        for (int gap = 0; gap <= (jobs.isEmpty() ? 0 : 1); gap++) {
            for (int wanted = 1; wanted <= nodes; wanted++) {
                for (int[] length : lengths) {
                    long submit = at + gap * TICK;
                    jobs.add(
                            new Job(
                                    jobs.size() + 1,
                                    submit,
                                    wanted,
                                    length[0] * TICK,
                                    length[1] * TICK));
                    extend(left - 1, submit, seen);
                    jobs.remove(jobs.size() - 1);
                }
            }
        }
    }
}
