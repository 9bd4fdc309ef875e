package dandori.state;

import dandori.engine.Sorting;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The waiting jobs of a pool in order, as the leaves of a tournament tree: each inner node knows
 * the fewest nodes and the shortest estimate below it, so a search for a job that fits skips whole
 * subtrees.
 *
 * <p>A job that leaves its leaf empty but keeps its key there, so keys ascend over all leaves, a
 * place stays valid during a pass, and a job that comes late into the middle finds room near by.
 * Where it finds none within {@value #REACH} leaves, all jobs are laid out anew with a gap behind
 * each. Jobs are compared by tier, then by score, then by sequence.
 *
 * <p>Cost: O(log leaves) for a job that comes last, for one that leaves and for a search that finds
 * few near misses; O(q) amortized over at least {@value #REACH} / 2 arrivals for those that come
 * into the middle; about 40 bytes a waiting job, and 4 bytes a row for its place.
 */
public final class TournamentQueue implements JobQueue {

    private static final int SMALLEST = 64;
    private static final int REACH = 64;
    private static final int NOBODY = -1;

    private final boolean drifts;
    private int[] place; // leaf of each row, while the job waits and until the next layout
    private int capacity = SMALLEST; // leaves; a power of two
    private int used; // leaves from here on have never been filled since the last layout
    private int indexed; // leaves before this one are in the tree; of the others some may have left
    private int live; // jobs, held ones included
    private int heldCount;
    private int head; // no job that may start stands before this leaf
    private long arrangement;
    private long nodeMillis; // of those that are not held

    private int[] job = new int[capacity]; // of a leaf; NOBODY where empty
    private double[] score = new double[capacity];
    private int[] tier = new int[0]; // empty while all are of tier 0
    private long[] sequence = new long[capacity];
    private int[] fewestNodes =
            new int[2 * capacity]; // of a subtree; root at 1, leaves from `capacity` on
    private long[] shortestMillis = new long[2 * capacity];

    /**
     * An empty queue.
     *
     * @param rows how many rows to make room for; more is made as they come
     * @param drifts whether the order changes with time, so that all are laid out anew when it does
     */
    public TournamentQueue(int rows, boolean drifts) {
        this.drifts = drifts;
        place = new int[rows];
        Arrays.fill(fewestNodes, Integer.MAX_VALUE);
        Arrays.fill(shortestMillis, Long.MAX_VALUE);
        Arrays.fill(job, NOBODY);
    }

    @Override
    public int size() {
        return live - heldCount;
    }

    @Override
    public int heldCount() {
        return heldCount;
    }

    @Override
    public long nodeMillis() {
        return nodeMillis;
    }

    @Override
    public long arrangement() {
        return arrangement;
    }

    @Override
    public void rearranged() {
        arrangement++;
    }

    @Override
    public int first() {
        if (size() == 0) {
            return NOBODY;
        }
        if (fewestNodes[capacity + head] == Integer.MAX_VALUE) {
            head = leafFitting(head, Integer.MAX_VALUE - 1, Long.MAX_VALUE, Integer.MAX_VALUE - 1);
        }
        return job[head];
    }

    @Override
    public int next(int after) {
        int leaf = place[after] + 1;
        if (leaf < used && fewestNodes[capacity + leaf] != Integer.MAX_VALUE) {
            return job[leaf]; // as mostly
        }
        leaf = leafFitting(leaf, Integer.MAX_VALUE - 1, Long.MAX_VALUE, 0);
        return leaf < 0 ? NOBODY : job[leaf];
    }

    @Override
    public int nextFitting(int after, int free, long windowMillis, int spare) {
        int leaf = leafFitting(place[after] + 1, free, windowMillis, spare);
        return leaf < 0 ? NOBODY : job[leaf];
    }

    @Override
    public boolean mayStart(int row) {
        return contains(row) && fewestNodes[capacity + place[row]] != Integer.MAX_VALUE;
    }

    @Override
    public boolean drifts() {
        return drifts;
    }

    @Override
    public boolean isBefore(int one, int other) {
        return place[one] < place[other];
    }

    /** The first leaf from {@code leaf} on whose job fits, or -1. */
    private int leafFitting(int leaf, int free, long windowMillis, int spare) {
        if (leaf >= used) {
            return NOBODY;
        }
        if (indexed < used) {
            index();
        }
        return SubtreeWalk.search(
                fewestNodes, shortestMillis, capacity, leaf, free, windowMillis, spare);
    }

    @Override
    public void makeRoom(int row) {
        if (row >= place.length) {
            place = Arrays.copyOf(place, Math.max(row + 1, 2 * place.length));
        }
    }

    @Override
    public void add(
            int row,
            int newTier,
            double newScore,
            long newSequence,
            int nodes,
            long estimateMillis) {
        if (newTier != 0 && tier.length == 0) {
            tier = new int[capacity];
        }
        int leaf = used;
        if (used > 0 && isBefore(newTier, newScore, newSequence, used - 1)) {
            leaf = roomAt(firstBehind(newTier, newScore, newSequence));
            if (leaf < 0) {
                layOut(Math.max(capacity, roomFor(live)), 2);
                leaf = roomAt(firstBehind(newTier, newScore, newSequence));
            }
            head = Math.min(head, leaf);
        } else {
            if (used == capacity) {
                layOut(live > capacity / 2 ? Math.multiplyExact(capacity, 2) : capacity, 1);
            }
            leaf = used++;
        }
        live++;
        nodeMillis = Math.addExact(nodeMillis, Math.multiplyExact(estimateMillis, nodes));
        fill(leaf, row, newTier, newScore, newSequence);
        setLeaf(leaf, nodes, estimateMillis);
    }

    @Override
    public void remove(int row) {
        int leaf = leafOf(row);
        if (fewestNodes[capacity + leaf] == Integer.MAX_VALUE) {
            heldCount--;
        } else {
            nodeMillis -= nodeMillisAt(leaf);
        }
        live--;
        job[leaf] = NOBODY;
        setLeaf(leaf, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    @Override
    public boolean contains(int row) {
        return place[row] < used && job[place[row]] == row;
    }

    @Override
    public boolean isHeld(int row) {
        return contains(row) && fewestNodes[capacity + place[row]] == Integer.MAX_VALUE;
    }

    @Override
    public void hold(int row) {
        if (!isHeld(row)) {
            heldCount++;
            arrangement++;
            nodeMillis -= nodeMillisAt(leafOf(row));
            setLeaf(leafOf(row), Integer.MAX_VALUE, Long.MAX_VALUE);
        }
    }

    /** The tree will be mended once. */
    @Override
    public void loosen(int row) {
        indexed = Math.min(indexed, leafOf(row));
    }

    @Override
    public void release(int row, int nodes, long estimateMillis) {
        if (isHeld(row)) {
            heldCount--;
            arrangement++;
            int leaf = leafOf(row);
            head = Math.min(head, leaf);
            nodeMillis = Math.addExact(nodeMillis, Math.multiplyExact(estimateMillis, nodes));
            setLeaf(leaf, nodes, estimateMillis);
        }
    }

    private long nodeMillisAt(int leaf) {
        return fewestNodes[capacity + leaf] * shortestMillis[capacity + leaf];
    }

    @Override
    public int copyTo(int[] rows) {
        int count = 0;
        for (int leaf = 0; leaf < used; leaf++) {
            if (job[leaf] != NOBODY) {
                rows[count++] = job[leaf];
            }
        }
        return count;
    }

    @Override
    public int liveCount() {
        return live;
    }

    @Override
    public double score(int row) {
        return score[leafOf(row)];
    }

    @Override
    public void rescore(IntToDoubleFunction scoreOf) {
        boolean ordered = true;
        int last = NOBODY;
        for (int leaf = 0; leaf < used; leaf++) {
            if (job[leaf] != NOBODY) {
                score[leaf] = scoreOf.applyAsDouble(job[leaf]);
                ordered &=
                        last == NOBODY
                                || !isBefore(tierOf(leaf), score[leaf], sequence[leaf], last);
                last = leaf;
            } else if (leaf > 0) {
                score[leaf] = score[leaf - 1];
                sequence[leaf] = sequence[leaf - 1];
                setTier(leaf, tierOf(leaf - 1));
            } else {
                score[leaf] = Double.NEGATIVE_INFINITY;
                setTier(leaf, Integer.MIN_VALUE);
            }
        }
        if (!ordered) {
            arrangement++;
            int[] leaves = liveLeaves();
            Sorting.sort(
                    leaves,
                    (one, other) -> isBefore(tierOf(one), score[one], sequence[one], other));
            layOut(leaves, Math.min(capacity, roomFor(live)), 1);
        }
    }

    private static int roomFor(int jobs) {
        return Math.max(SMALLEST, 4 * Integer.highestOneBit(jobs));
    }

    private int tierOf(int leaf) {
        return tier.length == 0 ? 0 : tier[leaf];
    }

    private void setTier(int leaf, int newTier) {
        if (tier.length > 0) {
            tier[leaf] = newTier;
        }
    }

    @Override
    public void moveTo(JobQueue other) {
        for (int leaf : liveLeaves()) {
            int row = job[leaf];
            boolean isHeld = isHeld(row);
            int nodes = isHeld ? 0 : fewestNodes[capacity + leaf];
            long millis = isHeld ? 0 : shortestMillis[capacity + leaf];
            other.add(row, tierOf(leaf), score[leaf], sequence[leaf], nodes, millis);
            if (isHeld) {
                other.hold(row);
            }
            remove(row);
        }
        layOut(SMALLEST, 1);
    }

    private int leafOf(int row) {
        if (!contains(row)) {
            throw new IllegalStateException("Job row %d does not wait here.".formatted(row));
        }
        return place[row];
    }

    /** Whether the key comes before that of a leaf. */
    private boolean isBefore(int oneTier, double oneScore, long oneSequence, int leaf) {
        if (tier.length > 0 && oneTier != tier[leaf]) {
            return oneTier < tier[leaf];
        }
        return oneScore < score[leaf] || (oneScore == score[leaf] && oneSequence < sequence[leaf]);
    }

    /** The first leaf whose key comes behind the given one; empty leaves have keys too. */
    private int firstBehind(int newTier, double newScore, long newSequence) {
        int low = 0;
        int high = used;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(newTier, newScore, newSequence, middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * Makes room for a key whose first follower is leaf {@code behind}: an empty leaf there, or -1
     * if none is near.
     */
    private int roomAt(int behind) {
        if (behind > 0 && job[behind - 1] == NOBODY) {
            return behind - 1;
        }
        for (int reach = 0; reach < REACH; reach++) {
            int right = behind + reach;
            if (right < used && job[right] == NOBODY) {
                shift(behind, behind + 1, right - behind);
                return behind;
            }
            int left = behind - 2 - reach;
            if (left >= 0 && job[left] == NOBODY) {
                shift(left + 1, left, behind - 1 - left);
                head = Math.min(head, left);
                return behind - 1;
            }
        }
        return NOBODY;
    }

    /** Moves leaves by one place into an empty leaf, with all that the tree knows of them. */
    private void shift(int source, int target, int length) {
        System.arraycopy(job, source, job, target, length);
        System.arraycopy(score, source, score, target, length);
        if (tier.length > 0) {
            System.arraycopy(tier, source, tier, target, length);
        }
        System.arraycopy(sequence, source, sequence, target, length);
        System.arraycopy(fewestNodes, capacity + source, fewestNodes, capacity + target, length);
        System.arraycopy(
                shortestMillis, capacity + source, shortestMillis, capacity + target, length);
        for (int leaf = target; leaf < target + length; leaf++) {
            if (job[leaf] != NOBODY) {
                place[job[leaf]] = leaf;
            }
        }
        int low = (capacity + Math.min(source, target)) >> 1;
        int high = (capacity + Math.max(source, target) + length - 1) >> 1;
        SubtreeWalk.pullAll(fewestNodes, shortestMillis, low, high);
    }

    private void fill(int leaf, int row, int newTier, double newScore, long newSequence) {
        setTier(leaf, newTier);
        job[leaf] = row;
        score[leaf] = newScore;
        sequence[leaf] = newSequence;
        place[row] = leaf;
    }

    /** Takes the leaves that have come since into the tree. */
    private void index() {
        int low = (capacity + indexed) >> 1;
        int high = (capacity + used - 1) >> 1;
        indexed = used;
        SubtreeWalk.pullAll(fewestNodes, shortestMillis, low, high);
    }

    private void setLeaf(int leaf, int nodes, long millis) {
        int at = capacity + leaf;
        fewestNodes[at] = nodes;
        shortestMillis[at] = millis;
        if (leaf >= indexed) {
            return;
        }
        int[] fewest = fewestNodes;
        long[] shortest = shortestMillis;
        do {
            at >>= 1;
        } while (at >= 1 && SubtreeWalk.pull(fewest, shortest, at));
    }

    /** Lays all jobs out anew in their present order. */
    private void layOut(int newCapacity, int stride) {
        layOut(liveLeaves(), newCapacity, stride);
    }

    private int[] liveLeaves() {
        int[] leaves = new int[live];
        int count = 0;
        for (int leaf = 0; leaf < used; leaf++) {
            if (job[leaf] != NOBODY) {
                leaves[count++] = leaf;
            }
        }
        return leaves;
    }

    /**
     * Lays the jobs of the given leaves out anew, every {@code stride} leaves; a gap has the key of
     * the job before it.
     */
    private void layOut(int[] leaves, int newCapacity, int stride) {
        int[] oldJob = job;
        double[] oldScore = score;
        int[] oldTier = tier;
        long[] oldSequence = sequence;
        int[] oldNodes = fewestNodes;
        long[] oldMillis = shortestMillis;
        int oldCapacity = capacity;
        capacity = newCapacity;
        job = new int[capacity];
        score = new double[capacity];
        tier = new int[oldTier.length == 0 ? 0 : capacity];
        sequence = new long[capacity];
        fewestNodes = new int[2 * capacity];
        shortestMillis = new long[2 * capacity];
        Arrays.fill(job, NOBODY);
        Arrays.fill(fewestNodes, Integer.MAX_VALUE);
        Arrays.fill(shortestMillis, Long.MAX_VALUE);
        used = 0;
        for (int leaf : leaves) {
            fewestNodes[capacity + used] = oldNodes[oldCapacity + leaf];
            shortestMillis[capacity + used] = oldMillis[oldCapacity + leaf];
            int itsTier = oldTier.length == 0 ? 0 : oldTier[leaf];
            fill(used, oldJob[leaf], itsTier, oldScore[leaf], oldSequence[leaf]);
            for (int gap = used + 1; gap < used + stride; gap++) {
                score[gap] = oldScore[leaf];
                sequence[gap] = oldSequence[leaf];
                setTier(gap, itsTier);
            }
            used += stride;
        }
        indexed = used;
        SubtreeWalk.pullAll(
                fewestNodes,
                shortestMillis,
                capacity >> 1,
                (capacity + used - 1) >> 1); // nobody is below the others
        head = 0;
    }
}
