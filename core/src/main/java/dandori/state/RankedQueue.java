package dandori.state;

import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/**
 * The waiting jobs of a pool whose order ranks users: while many wait, {@link UserLines}; while few
 * do, jobs have tiers, or many users have one score, a {@link TournamentQueue}. Which, is
 * considered whenever scores are taken.
 *
 * <p>Cost: that of the two, and O(queue · log queue) to go from one to the other.
 */
public final class RankedQueue implements JobQueue {

    private static final int MANY = 64;
    private static final int FEW = 32;
    private static final int MANY_TIED =
            16; // lines of one score: steps over their jobs cost as much
    private static final int PATIENCE = 64; // scores taken until lines are tried again

    private final TournamentQueue jobs;
    private final UserLines lines;
    private JobQueue now;
    private boolean hasTiers; // once there has been one
    private int patience;

    /**
     * An empty queue.
     *
     * @param rows how many rows to make room for; more is made as they come
     * @param drifts whether the order changes with time
     * @param userOf the number of the user of a job, from 0 on: jobs of one user have equal scores
     *     whenever scores are taken
     * @param scoreOfUser the score of the jobs of a user who has some here
     */
    public RankedQueue(
            int rows, boolean drifts, IntUnaryOperator userOf, IntToDoubleFunction scoreOfUser) {
        jobs = new TournamentQueue(rows, drifts);
        lines = new UserLines(rows, drifts, userOf, scoreOfUser);
        now = jobs;
    }

    @Override
    public void rescore(IntToDoubleFunction scoreOf) {
        if (now == lines && (lines.liveCount() < FEW || lines.largestTie() > MANY_TIED)) {
            patience = lines.largestTie() > MANY_TIED ? PATIENCE : 0;
            goTo(jobs);
        }
        now.rescore(scoreOf);
        if (now == jobs && jobs.liveCount() >= MANY && !hasTiers && --patience < 0) {
            goTo(lines);
        }
    }

    private void goTo(JobQueue next) {
        now.moveTo(next);
        now = next;
    }

    @Override
    public void add(
            int row, int tier, double score, long sequence, int nodes, long estimateMillis) {
        if (tier != 0 && !hasTiers) {
            hasTiers = true;
            if (now == lines) {
                goTo(jobs);
            }
        }
        now.add(row, tier, score, sequence, nodes, estimateMillis);
    }

    @Override
    public void makeRoom(int row) {
        jobs.makeRoom(row);
        lines.makeRoom(row);
    }

    /** What it counts of both never goes back. */
    @Override
    public long arrangement() {
        return jobs.arrangement() + lines.arrangement();
    }

    @Override
    public void rearranged() {
        now.rearranged();
    }

    @Override
    public int size() {
        return now.size();
    }

    @Override
    public int liveCount() {
        return now.liveCount();
    }

    @Override
    public int heldCount() {
        return now.heldCount();
    }

    @Override
    public long nodeMillis() {
        return now.nodeMillis();
    }

    @Override
    public boolean drifts() {
        return now.drifts();
    }

    @Override
    public int first() {
        return now.first();
    }

    @Override
    public int next(int job) {
        return now.next(job);
    }

    @Override
    public int nextFitting(int job, int free, long windowMillis, int spare) {
        return now.nextFitting(job, free, windowMillis, spare);
    }

    @Override
    public boolean mayStart(int job) {
        return now.mayStart(job);
    }

    @Override
    public boolean isBefore(int job, int other) {
        return now.isBefore(job, other);
    }

    @Override
    public void remove(int row) {
        now.remove(row);
    }

    @Override
    public boolean contains(int row) {
        return now.contains(row);
    }

    @Override
    public boolean isHeld(int row) {
        return now.isHeld(row);
    }

    @Override
    public void hold(int row) {
        now.hold(row);
    }

    @Override
    public void loosen(int row) {
        now.loosen(row);
    }

    @Override
    public void release(int row, int nodes, long estimateMillis) {
        now.release(row, nodes, estimateMillis);
    }

    @Override
    public int copyTo(int[] rows) {
        return now.copyTo(rows);
    }

    @Override
    public double score(int row) {
        return now.score(row);
    }

    @Override
    public void moveTo(JobQueue other) {
        now.moveTo(other);
    }
}
