package dandori.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The waiting jobs of a pool where all jobs of a user have one score: in a line for each user, and
 * the lines by that score. When the ranks of users change, lines change places, and jobs stay where
 * they are in them.
 *
 * <p>A job that comes with another score than its user's others had begins a line of its own, until
 * scores are taken again. Lines with equal scores are one queue, by sequence. There is one tier.
 *
 * <p>Cost: O(log users + log jobs of the user) for what a {@link TournamentQueue} does in O(log
 * queue), and O(users who wait) to take scores, where users have different ones. Where n of them
 * share one, O(n · log queue) for a step over their jobs. About 46 bytes a waiting job, 300 a user
 * who has waited, and 8 a row.
 */
public final class UserLines implements JobQueue {

    private static final int NOBODY = -1;
    private static final int ALL = Integer.MAX_VALUE - 1; // nodes: who is not held

    private final boolean drifts;
    private final IntUnaryOperator userOf;
    private final IntToDoubleFunction scoreOfUser;
    private final JobPlaces places;
    private final JobPlaces linePlaces = new JobPlaces(16);
    private Leaves order; // lines that are not empty, by score
    private final List<Line> lines = new ArrayList<>(); // by number
    private final Deque<Line> unused = new ArrayDeque<>();
    private @Nullable Line[] lineOfUser = new Line[16]; // with others behind it
    private final Leaves.NewKeys newKeys = this::newKey;
    private int live;
    private int heldCount;
    private long arrangement;
    private long nodeMillis;
    private int first; // job
    private boolean knowsFirst;
    private int largestTie; // of lines, when scores were taken last

    /**
     * An empty queue.
     *
     * @param rows how many rows to make room for; more is made as they come
     * @param drifts whether the order changes with time
     * @param userOf the number of the user of a job, from 0 on: jobs of one user have equal scores
     *     whenever scores are taken
     * @param scoreOfUser the score of the jobs of a user who has some here
     */
    public UserLines(
            int rows, boolean drifts, IntUnaryOperator userOf, IntToDoubleFunction scoreOfUser) {
        this.drifts = drifts;
        this.userOf = userOf;
        this.scoreOfUser = scoreOfUser;
        places = new JobPlaces(rows);
        order = new Leaves(0, linePlaces);
    }

    @Override
    public int size() {
        return live - heldCount;
    }

    @Override
    public int liveCount() {
        return live;
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
    public boolean drifts() {
        return drifts;
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
    public void makeRoom(int row) {
        places.makeRoom(row);
    }

    // Who is where.

    @Override
    public boolean contains(int row) {
        int line = places.line(row);
        return line >= 0 && lines.get(line).contains(row);
    }

    @Override
    public boolean mayStart(int row) {
        int line = places.line(row);
        return line >= 0 && lines.get(line).contains(row) && lines.get(line).mayStart(row);
    }

    @Override
    public boolean isHeld(int row) {
        return contains(row) && !lineOf(row).mayStart(row);
    }

    @Override
    public boolean isBefore(int one, int other) {
        Line its = lineOf(one);
        Line others = lineOf(other);
        if (its.score == others.score) {
            return its.key(one) < others.key(other);
        }
        return leafOf(its) < leafOf(others);
    }

    @Override
    public double score(int row) {
        return waiting(row).score;
    }

    private Line lineOf(int row) {
        return lines.get(places.line(row));
    }

    private int leafOf(Line line) {
        return linePlaces.leaf(line.number);
    }

    /** The line of a job that must wait here. */
    private Line waiting(int row) {
        if (!contains(row)) {
            throw new IllegalStateException("Job row %d does not wait here.".formatted(row));
        }
        return lineOf(row);
    }

    // One after another.

    @Override
    public int first() {
        if (!knowsFirst) {
            first = fittingFrom(0, ALL, Long.MAX_VALUE, ALL);
            knowsFirst = true;
        }
        return first;
    }

    @Override
    public int next(int after) {
        return nextFitting(after, ALL, Long.MAX_VALUE, ALL);
    }

    @Override
    public int nextFitting(int after, int free, long windowMillis, int spare) {
        Line line = lineOf(after);
        int leaf = leafOf(line);
        int end = order.otherKey(leaf, 1);
        int from = order.otherKey(leaf, -1) + 1;
        int next =
                end == from + 1
                        ? line.nextFitting(places.leaf(after) + 1, free, windowMillis, spare)
                        : firstOf(from, end, line.key(after), free, windowMillis, spare);
        return next >= 0 ? next : fittingFrom(end, free, windowMillis, spare);
    }

    /** The first job that fits in the lines from a leaf on, before which none has its score. */
    private int fittingFrom(int from, int free, long windowMillis, int spare) {
        int leaf = from;
        while (true) {
            leaf = order.fitting(leaf, free, windowMillis, spare);
            if (leaf < 0) {
                return NOBODY;
            }
            int end = order.otherKey(leaf, 1);
            int job = firstOf(leaf, end, Long.MIN_VALUE, free, windowMillis, spare);
            if (job >= 0) {
                return job;
            }
            leaf = end; // one asks for few nodes there, another for a short time
        }
    }

    /** The first by sequence that fits in lines of one score, behind a sequence. */
    private int firstOf(int from, int to, long behind, int free, long windowMillis, int spare) {
        int earliest = NOBODY;
        long firstSequence = Long.MAX_VALUE;
        for (int leaf = from; leaf < to; leaf++) {
            int number = order.at(leaf);
            if (number != NOBODY) {
                Line line = lines.get(number);
                int begin = behind == Long.MIN_VALUE ? 0 : line.firstBehind(behind);
                int job = line.nextFitting(begin, free, windowMillis, spare);
                if (job >= 0 && line.key(job) < firstSequence) {
                    earliest = job;
                    firstSequence = line.key(job);
                }
            }
        }
        return earliest;
    }

    @Override
    public int copyTo(int[] rows) {
        int count = 0;
        for (int leaf = 0; leaf < order.used(); ) {
            int end = order.otherKey(leaf, 1);
            int begin = count;
            int lineCount = 0;
            for (; leaf < end; leaf++) {
                if (order.at(leaf) != NOBODY) {
                    count = lines.get(order.at(leaf)).copyTo(rows, count);
                    lineCount++;
                }
            }
            if (lineCount > 1) {
                sort(rows, begin, count);
            }
        }
        return count;
    }

    /** Sorts some jobs by sequence. */
    private void sort(int[] rows, int from, int to) {
        long[] sequences = new long[to - from];
        LongIntHashMap bySequence = new LongIntHashMap(to - from);
        for (int i = from; i < to; i++) {
            sequences[i - from] = lineOf(rows[i]).key(rows[i]);
            bySequence.put(sequences[i - from], rows[i]);
        }
        Arrays.sort(sequences);
        for (int i = from; i < to; i++) {
            rows[i] = bySequence.get(sequences[i - from]);
        }
    }

    // Who comes and goes.

    @Override
    public void add(
            int row, int tier, double score, long sequence, int nodes, long estimateMillis) {
        if (tier != 0) {
            throw new IllegalArgumentException("A job of tier %d has no line.".formatted(tier));
        }
        knowsFirst = false;
        Line line = lineFor(userOf.applyAsInt(row), score);
        boolean isNew = line.isEmpty();
        line.add(row, sequence, nodes, estimateMillis);
        live++;
        nodeMillis = Math.addExact(nodeMillis, Math.multiplyExact(estimateMillis, nodes));
        if (isNew) {
            order.add(line.number, keyOf(score), nodes, estimateMillis);
        } else {
            order.change(line.number, line.fewestNodes(), line.shortestMillis());
        }
    }

    /** The line of a user that has a score, or had it, or a new one. */
    private Line lineFor(int user, double score) {
        if (user >= lineOfUser.length) {
            lineOfUser = Arrays.copyOf(lineOfUser, Math.max(user + 1, 2 * lineOfUser.length));
        }
        Line known = lineOfUser[user];
        while (known != null && known.score != score) {
            known = known.other;
        }
        return known == null ? newLine(user, score) : known;
    }

    private Line newLine(int user, double score) {
        Line line = unused.poll();
        if (line == null) {
            line = new Line(lines.size(), places);
            lines.add(line);
            linePlaces.makeRoom(line.number);
        }
        line.user = user;
        line.score = score;
        line.isUnused = false;
        line.other = lineOfUser[user];
        lineOfUser[user] = line;
        return line;
    }

    @Override
    public void remove(int row) {
        knowsFirst = false;
        Line line = waiting(row);
        if (line.mayStart(row)) {
            nodeMillis -= line.nodeMillis(row);
        } else {
            heldCount--;
        }
        live--;
        line.remove(row);
        if (line.isEmpty()) {
            order.remove(line.number);
        } else {
            order.change(line.number, line.fewestNodes(), line.shortestMillis());
        }
    }

    @Override
    public void hold(int row) {
        Line line = waiting(row);
        if (line.mayStart(row)) {
            heldCount++;
            arrangement++;
            nodeMillis -= line.nodeMillis(row);
            change(line, row, Integer.MAX_VALUE, Long.MAX_VALUE);
        }
    }

    @Override
    public void release(int row, int nodes, long estimateMillis) {
        if (isHeld(row)) {
            heldCount--;
            arrangement++;
            nodeMillis = Math.addExact(nodeMillis, Math.multiplyExact(estimateMillis, nodes));
            change(lineOf(row), row, nodes, estimateMillis);
        }
    }

    private void change(Line line, int row, int nodes, long estimateMillis) {
        knowsFirst = false;
        line.change(row, nodes, estimateMillis);
        order.change(line.number, line.fewestNodes(), line.shortestMillis());
    }

    @Override
    public void loosen(int row) {} // each line is mended by itself

    // A new order.

    /** Takes the scores of users instead. */
    @Override
    public void rescore(IntToDoubleFunction scoreOf) {
        knowsFirst = false;
        boolean hadTies = largestTie > 1;
        boolean hasMoved = order.rekey(newKeys);
        seeTies();
        if (hasMoved || hadTies || largestTie > 1) {
            arrangement++;
        }
        for (int number = 0; number < lines.size(); number++) {
            Line line = lines.get(number);
            if (!line.isUnused && lineOfUser[line.user] == line) {
                unite(line.user);
            }
        }
    }

    private long newKey(int number) {
        Line line = lines.get(number);
        line.score = scoreOfUser.applyAsDouble(line.user);
        return keyOf(line.score);
    }

    /** A number that grows with the score. */
    private static long keyOf(double score) {
        long bits = Double.doubleToRawLongBits(score + 0.0); // one zero
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    private void seeTies() {
        largestTie = 0;
        int tied = 0;
        double last = Double.NaN;
        for (int leaf = 0; leaf < order.used(); leaf++) {
            int number = order.at(leaf);
            if (number != NOBODY) {
                double score = lines.get(number).score;
                tied = score == last ? tied + 1 : 1;
                largestTie = Math.max(largestTie, tied);
                last = score;
            }
        }
    }

    /** Leaves a user, whose lines have one score now, one line, or none where nobody waits. */
    private void unite(int user) {
        Line kept = null;
        Line next = lineOfUser[user];
        if (next != null && next.other == null && !next.isEmpty()) {
            return; // as mostly
        }
        while (next != null) {
            Line line = next;
            next = line.other;
            line.other = null;
            if (!line.isEmpty()) {
                if (kept == null) {
                    kept = line;
                    continue;
                }
                line.moveTo(kept);
                order.remove(line.number);
                order.change(kept.number, kept.fewestNodes(), kept.shortestMillis());
            }
            line.clear();
            line.isUnused = true;
            unused.add(line);
        }
        lineOfUser[user] = kept;
    }

    /** How many lines have one score, at most, since scores were taken last. */
    int largestTie() {
        return largestTie;
    }

    @Override
    public void moveTo(JobQueue other) {
        int[] rows = new int[live];
        copyTo(rows);
        for (int row : rows) {
            Line line = lineOf(row);
            boolean isHeld = !line.mayStart(row);
            int nodes = isHeld ? 0 : line.nodes(row);
            long millis = isHeld ? 0 : line.estimateMillis(row);
            other.add(row, 0, line.score, line.key(row), nodes, millis);
            if (isHeld) {
                other.hold(row);
            }
            remove(row);
        }
        Arrays.fill(lineOfUser, null);
        unused.clear();
        lines.clear();
        order = new Leaves(0, linePlaces);
        largestTie = 0;
    }
}
