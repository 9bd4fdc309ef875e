package dandori.network;

import dandori.interconnect.Interconnect;
import dandori.interconnect.SwitchTree;
import dandori.interconnect.Torus;
import dandori.job.Pattern;
import dandori.machine.NodeSet;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many times longer a job's messages take because its nodes stand apart.
 *
 * <p>On a torus every hop uses up a link that others need, so time goes with the mean number of
 * hops between nodes that talk, taken over up to {@link #SAMPLES} of them. Under a tree of switches
 * it goes with how many levels a message between two of the job's nodes climbs above the leaf, on
 * average over all pairs: each level more adds {@link #PER_LEVEL}. Both are taken relative to the
 * best place.
 *
 * <p>Cost: O(intervals + switches), beside the first time for each pattern and number of nodes.
 * Safe to share between threads.
 *
 * <p>Limits: it knows where the job stands, not who else uses the links.
 */
public final class Scatter {

    static final int SAMPLES = 64;

    /**
     * From SAKURAONE: a training job spread over two pods spent 19.3 % of its time in
     * communication, one within a pod 16.4 %. If computing takes the same, that is 1.22 times as
     * long; over two pods of equal halves every other pair crosses, so a level costs 0.44. One
     * measurement.
     */
    static final double PER_LEVEL = 0.44;

    private static final double GOLDEN = 0.6180339887498949;

    private final Interconnect wiring;
    private final SwitchTree tree;
    private final Map<Long, Double> best = new ConcurrentHashMap<>(); // asked by key only

    /** On a machine so wired. */
    public Scatter(Interconnect wiring) {
        this.wiring = wiring;
        tree = wiring.switches();
    }

    /** The factor on communication time; at least 1, and 1 of fewer than two nodes. */
    public double stretch(Pattern pattern, NodeSet nodes) {
        int count = nodes.size();
        if (count < 2) {
            return 1;
        }
        if (!(wiring instanceof Torus)) {
            double more = climbs(nodes) - known(pattern, count);
            return 1 + PER_LEVEL * Math.max(0, more);
        }
        return Math.max(1, hops(pattern, nodes) / known(pattern, count));
    }

    private double known(Pattern pattern, int count) {
        boolean isTorus = wiring instanceof Torus;
        long key = count * (long) Pattern.values().length + (isTorus ? pattern.ordinal() : 0);
        Double found = best.get(key);
        if (found == null) {
            found = Double.POSITIVE_INFINITY;
            if (!isTorus) {
                found = climbs(NodeSet.range(0, count - 1));
            } else {
                for (int[] place : BestPlace.places(wiring, count)) {
                    BitSet set = new BitSet();
                    for (int node : place) {
                        set.set(node);
                    }
                    found = Math.min(found, hops(pattern, NodeSet.of(set)));
                }
            }
            best.put(key, found);
        }
        return found;
    }

    /** The mean over all pairs of how many levels above the leaf their lowest switch stands. */
    private double climbs(NodeSet nodes) {
        double size = nodes.size();
        double climbs = 0;
        for (int level = 0; level < tree.levels() - 1; level++) {
            double together = 0;
            int at = -1;
            double below = 0;
            for (int i = 0; i < nodes.intervalCount(); i++) {
                int node = nodes.first(i);
                while (node <= nodes.last(i)) {
                    int number = tree.switchOf(level, node);
                    int end = Math.min(nodes.last(i) + 1, tree.endNode(level, number));
                    if (number != at) {
                        together += below * below;
                        below = 0;
                        at = number;
                    }
                    below += end - node;
                    node = end;
                }
            }
            together += below * below;
            climbs += 1 - together / (size * size);
        }
        return climbs;
    }

    /** The mean hops between nodes that talk, of some of them. */
    private double hops(Pattern pattern, NodeSet nodes) {
        int[] upTo = new int[nodes.intervalCount() + 1]; // nodes in the intervals before
        for (int i = 0; i < nodes.intervalCount(); i++) {
            upTo[i + 1] = upTo[i] + nodes.last(i) - nodes.first(i) + 1;
        }
        int count = nodes.size();
        int samples = Math.min(SAMPLES, count);
        long hops = 0;
        for (int sample = 0; sample < samples; sample++) {
            int from = (int) ((long) sample * count / samples);
            int to = partner(pattern, from, count, sample);
            hops += wiring.hops(node(nodes, upTo, from), node(nodes, upTo, to));
        }
        return (double) hops / samples;
    }

    private static int partner(Pattern pattern, int from, int count, int sample) {
        return switch (pattern) {
            case RING_ALL_REDUCE -> (from + 1) % count;
            case TREE_ALL_REDUCE -> from == 0 ? 1 : (from - 1) / 2;
            case ALL_TO_ALL -> {
                double spot = (sample + 1) * GOLDEN;
                yield (int) ((from + 1 + (long) ((count - 1) * (spot - (int) spot))) % count);
            }
            case TORUS_ALL_REDUCE, NEIGHBOUR_EXCHANGE -> {
                int side = side(count);
                int step = sample % 3 == 0 ? 1 : sample % 3 == 1 ? side : side * side;
                yield (from + Math.min(step, count - 1)) % count;
            }
        };
    }

    private static int side(int count) {
        int side = 1;
        while ((long) (side + 1) * (side + 1) * (side + 1) <= count) {
            side++;
        }
        return side;
    }

    private static int node(NodeSet nodes, int[] upTo, int index) {
        int low = 0;
        int high = nodes.intervalCount();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] <= index) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return nodes.first(low) + index - upTo[low];
    }
}
