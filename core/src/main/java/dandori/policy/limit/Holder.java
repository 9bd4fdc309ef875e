package dandori.policy.limit;

import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/** What somebody who is limited has in a run: nodes, jobs, node time, and who of theirs waits. */
final class Holder {

    final Side side;
    final Limit limit;
    final TimedInRun most; // that it may have at once
    final List<BudgetInRun> budgets = new ArrayList<>();
    private int nodes; // of running jobs
    private int running;
    private int considered; // waiting jobs that are not beyond queuedAtOnce
    private final Deque<Integer> beyond = new ArrayDeque<>(); // the others, in order of arrival
    final IntArrayList waiting = new IntArrayList(); // all of them, in any order
    final IntArrayList promoted = new IntArrayList(); // beyond no longer, and not yet asked about
    boolean isTouched; // something has changed since its jobs were asked about
    boolean turns; // a budget has begun anew since then
    private int toldNodes; // what was left then
    private int mostNodes; // at least the largest of the waiting jobs
    private long mostMillis;

    Holder(Side side, Limit limit, ZonedDateTime origin) {
        this.side = side;
        this.limit = limit;
        most = new TimedInRun(limit, origin);
        toldNodes = nodesLeft();
    }

    /** Goes by a bell too, before any of its jobs has come. */
    void add(Bell bell) {
        most.add(bell);
        bell.holders.add(this);
        toldNodes = nodesLeft();
    }

    /** The most nodes that another job may have; -1 if no job may start. */
    int nodesLeft() {
        if (running >= most.jobs) {
            return -1;
        }
        return most.nodes == Limit.UNLIMITED ? Limit.UNLIMITED : most.nodes - nodes;
    }

    /** Whether anything else may have to be said of any waiting job than before. */
    boolean mayHaveChanged() {
        int left = nodesLeft();
        boolean may = left != toldNodes && Math.min(left, toldNodes) < mostNodes;
        for (int i = 0; !may && i < budgets.size(); i++) {
            may = budgets.get(i).mayHavePassed(mostMillis);
        }
        return may || turns;
    }

    /** Whether something else is to be said of a job of such a size. */
    boolean hasChanged(int jobNodes, long jobMillis) {
        if (turns || (jobNodes <= nodesLeft()) != (jobNodes <= toldNodes)) {
            return true;
        }
        for (int i = 0; i < budgets.size(); i++) {
            if (budgets.get(i).hasPassed(jobMillis)) {
                return true;
            }
        }
        return false;
    }

    /** Its jobs are asked about now. */
    void tell() {
        turns = false;
        toldNodes = nodesLeft();
        budgets.forEach(BudgetInRun::tell);
    }

    /** Whether a job of such a size could start if nobody else had anything. */
    boolean everFits(int jobNodes, long jobMillis) {
        return most.everFits(jobNodes)
                && limit.queuedAtOnce() > 0
                && budgets.stream().allMatch(budget -> budget.everFits(jobMillis));
    }

    /** A job comes; whether it is one too many to be considered. */
    boolean comes(int job, int jobNodes, long jobMillis) {
        mostNodes = waiting.isEmpty() ? jobNodes : Math.max(mostNodes, jobNodes);
        mostMillis = waiting.isEmpty() ? jobMillis : Math.max(mostMillis, jobMillis);
        if (considered < limit.queuedAtOnce()) {
            considered++;
            return false;
        }
        beyond.add(job);
        return true;
    }

    /** A job that was considered goes; the one that is considered in its place, or -1. */
    int goes() {
        considered--;
        if (beyond.isEmpty() || considered >= limit.queuedAtOnce()) {
            return -1;
        }
        int next = beyond.remove();
        considered++;
        promoted.add(next);
        return next;
    }

    /** A job goes that was one too many. */
    void goesFromBeyond(int job) {
        beyond.remove(job);
    }

    void starts(int jobNodes, long jobMillis) {
        nodes += jobNodes;
        running++;
        budgets.forEach(budget -> budget.charge(jobMillis));
    }

    void ends(int jobNodes, long jobMillis, long startMillis, long usedMillis) {
        nodes -= jobNodes;
        running--;
        budgets.forEach(budget -> budget.settle(startMillis, jobMillis, usedMillis));
    }
}
