package dandori.reference;

import dandori.interconnect.SwitchTree;
import dandori.machine.NodeSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The placements by switches and runs as one would do them by hand: lists, scans, sorts, one node
 * at a time.
 *
 * @param tree the switches
 * @param free the free nodes
 */
public record ObviousPlacements(SwitchTree tree, BitSet free) {

    /** A switch, or a run of nodes: from the first to before the end. */
    private record Range(int first, int end) {}

    private int count(Range range) {
        return free.get(range.first, range.end).cardinality();
    }

    private List<Range> level(int level, Range within) {
        List<Range> all = new ArrayList<>();
        for (int number = 0; number < tree.switches(level); number++) {
            Range range = new Range(tree.firstNode(level, number), tree.endNode(level, number));
            if (range.first >= within.first && range.end <= within.end) {
                all.add(range);
            }
        }
        return all;
    }

    private Range root() {
        return new Range(0, tree.nodes());
    }

    /** The shortest run that is long enough, else the longest runs and the rest. */
    public NodeSet bestFit(int nodes) {
        List<Range> runs = new ArrayList<>();
        for (int first = free.nextSetBit(0); first >= 0; ) {
            int end = free.nextClearBit(first);
            runs.add(new Range(first, end));
            first = free.nextSetBit(end);
        }
        BitSet taken = new BitSet();
        fullestButLast(nodes, runs).forEach(run -> take(run, nodes, taken));
        return NodeSet.of(taken);
    }

    /** Slurm's best fit on a tree. */
    public NodeSet leafPacking(int nodes) {
        BitSet taken = new BitSet();
        packBelow(lowest(nodes), nodes, taken);
        return NodeSet.of(taken);
    }

    /** Few groups, few routers in each. */
    public NodeSet groupPack(int nodes) {
        BitSet taken = new BitSet();
        Range lowest = lowest(nodes);
        if (!lowest.equals(root())) {
            packBelow(lowest, nodes, taken);
            return NodeSet.of(taken);
        }
        int groupLevel = Math.max(0, tree.levels() - 2);
        for (Range group : fullestButLast(nodes, level(groupLevel, root()))) {
            int share = Math.min(count(group), nodes - taken.cardinality());
            packBelow(group, share, taken);
        }
        return NodeSet.of(taken);
    }

    /** One pod, else few pods, evenly. */
    public NodeSet railPacking(int nodes) {
        Range lowest = lowest(nodes);
        List<Range> pods = level(0, lowest);
        List<Range> fullest = new ArrayList<>(pods);
        fullest.sort(Comparator.comparingInt(this::count).reversed());
        int few = 1;
        while (fullest.subList(0, few).stream().mapToInt(this::count).sum() < nodes) {
            few++;
        }
        int part = (nodes + few - 1) / few;
        List<Range> roomy = new ArrayList<>(pods);
        roomy.removeIf(pod -> count(pod) < part);
        roomy.sort(Comparator.comparingInt(this::count));
        BitSet taken = new BitSet();
        evenly(nodes, (roomy.size() >= few ? roomy : fullest).subList(0, few), taken);
        return NodeSet.of(taken);
    }

    /** All groups evenly, and in each all routers. */
    public NodeSet groupSpread(int nodes) {
        BitSet shares = new BitSet();
        List<Range> groups = level(Math.max(0, tree.levels() - 2), root());
        evenly(nodes, groups, shares);
        BitSet taken = new BitSet();
        for (Range group : groups) {
            int share = shares.get(group.first, group.end).cardinality();
            evenly(share, level(0, group), taken);
        }
        return NodeSet.of(taken);
    }

    private Range lowest(int nodes) {
        for (int level = 0; level < tree.levels(); level++) {
            List<Range> fit = level(level, root());
            fit.removeIf(range -> count(range) < nodes);
            if (!fit.isEmpty()) {
                fit.sort(Comparator.comparingInt(this::count));
                return fit.get(0);
            }
        }
        throw new IllegalArgumentException("Not enough nodes are free.");
    }

    private void packBelow(Range range, int nodes, BitSet taken) {
        int before = taken.cardinality();
        for (Range leaf : fullestButLast(nodes, level(0, range))) {
            take(leaf, before + nodes, taken);
        }
    }

    private List<Range> fullestButLast(int nodes, List<Range> ranges) {
        List<Range> left = new ArrayList<>(ranges);
        left.sort(Comparator.comparingInt(this::count));
        List<Range> chosen = new ArrayList<>();
        int missing = nodes;
        while (true) {
            for (Range range : left) {
                if (count(range) >= missing) {
                    chosen.add(range);
                    return chosen;
                }
            }
            int most = count(left.get(left.size() - 1));
            Range fullest = left.stream().filter(range -> count(range) == most).findFirst().get();
            left.remove(fullest);
            chosen.add(fullest);
            missing -= most;
        }
    }

    /** Takes the lowest free nodes of a range until so many are taken in all. */
    private void take(Range range, int upTo, BitSet taken) {
        for (int node = range.first; node < range.end; node++) {
            if (free.get(node) && taken.cardinality() < upTo) {
                taken.set(node);
            }
        }
    }

    /** One node after another, from whoever has given least, then has most, then stands first. */
    private void evenly(int nodes, List<Range> ranges, BitSet taken) {
        for (int i = 0; i < nodes; i++) {
            Range next = null;
            for (Range range : ranges) {
                int given = taken.get(range.first, range.end).cardinality();
                if (given < count(range) && (next == null || isBefore(range, next, taken))) {
                    next = range;
                }
            }
            int node = free.nextSetBit(next.first);
            while (taken.get(node)) {
                node = free.nextSetBit(node + 1);
            }
            taken.set(node);
        }
    }

    private boolean isBefore(Range range, Range other, BitSet taken) {
        int given = taken.get(range.first, range.end).cardinality();
        int givenByOther = taken.get(other.first, other.end).cardinality();
        return given < givenByOther || (given == givenByOther && count(range) > count(other));
    }
}
