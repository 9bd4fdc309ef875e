package dandori.policy.limit;

import dandori.policy.Admission;
import dandori.policy.Setting;
import dandori.policy.Verdict;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** All limits on organizations, or on users, partitions or qualities of service, in a run. */
final class Side {

    private final Subject subject;
    private final Limits limits;
    private final List<String> names;
    private final IntUnaryOperator indexOf; // of the name that a job counts for
    private final Function<Period, Clock> clocks;
    private final Function<DailyTimes, Bell> bells;
    private final ZonedDateTime origin;
    private @Nullable Holder[] holders = new Holder[8]; // by index of the name
    private final BitSet isMet = new BitSet(); // whether the holder of an index has been made
    private final BitSet isBeyond = new BitSet(); // by row: one too many in the queue
    private final RowLists waiting = new RowLists(); // of holders
    private final List<Holder> touched = new ArrayList<>();

    Side(
            Subject subject,
            Limits limits,
            Setting setting,
            Function<Period, Clock> clocks,
            Function<DailyTimes, Bell> bells) {
        this.subject = subject;
        this.limits = limits;
        this.names = subject.names(setting, limits.qualities());
        indexOf = subject.of(setting, limits.qualities());
        this.clocks = clocks;
        this.bells = bells;
        origin = setting.origin();
    }

    /** Who has the limit that a job counts against; null if there is none. */
    @Nullable Holder holder(int job) {
        int index = indexOf.applyAsInt(job);
        if (index < 0) {
            return null;
        }
        if (!isMet.get(index)) {
            meet(index);
        }
        return holders[index];
    }

    private void meet(int index) {
        isMet.set(index);
        if (index >= holders.length) {
            holders = Arrays.copyOf(holders, 2 * index);
        }
        Limit limit =
                index < names.size()
                        ? limits.of(subject, names.get(index))
                        : limits.others().get(subject);
        if (limit == null) {
            return;
        }
        Holder holder = new Holder(this, limit, origin);
        for (Budget budget : limit.budgets()) {
            Clock clock = clocks.apply(budget.period());
            holder.budgets.add(new BudgetInRun(budget, clock));
            clock.holders.add(holder);
        }
        for (TimedLimit timed : limit.timed()) {
            holder.add(bells.apply(timed.when()));
        }
        holders[index] = holder;
    }

    /** What this side says of a waiting job. */
    Verdict admit(int job, int nodes, long millis) {
        Holder holder = holder(job);
        if (holder == null) {
            return Verdict.ELIGIBLE;
        }
        if (isBeyond.get(job) || nodes > holder.nodesLeft()) {
            return Verdict.QUOTA;
        }
        for (int i = 0; i < holder.budgets.size(); i++) {
            if (millis > holder.budgets.get(i).leftMillis()) {
                holder.budgets.get(i).clock.waitFor();
                return Verdict.SHARE;
            }
        }
        return Verdict.ELIGIBLE;
    }

    /** Whose limit a job counts against: {@code user ada}. */
    String whose(int job) {
        int index = indexOf.applyAsInt(job);
        String kind = subject == Subject.QOS ? subject.name() : subject.text();
        return index < 0 || index >= names.size() ? kind : kind + " " + names.get(index);
    }

    void comes(int job, int nodes, long millis) {
        Holder holder = holder(job);
        if (holder == null) {
            return;
        }
        isBeyond.set(job, holder.comes(job, nodes, millis));
        waiting.add(job, holder.waiting);
    }

    /** A job leaves the queue. */
    void goes(int job) {
        Holder holder = holder(job);
        if (holder == null) {
            return;
        }
        waiting.remove(job, holder.waiting);
        if (isBeyond.get(job)) {
            holder.goesFromBeyond(job);
            return;
        }
        int promoted = holder.goes();
        if (promoted >= 0) {
            isBeyond.clear(promoted);
            touch(holder);
        }
    }

    void starts(int job, int nodes, long millis) {
        Holder holder = holder(job);
        if (holder != null) {
            holder.starts(nodes, millis);
            touch(holder);
        }
    }

    void ends(int job, int nodes, long millis, long startMillis, long usedMillis) {
        Holder holder = holder(job);
        if (holder != null) {
            holder.ends(nodes, millis, startMillis, usedMillis);
            touch(holder);
        }
    }

    void touch(Holder holder) {
        if (!holder.isTouched) {
            holder.isTouched = true;
            touched.add(holder);
        }
    }

    /** Names the jobs of those who have been touched for whom something has changed. */
    void recall(Admission.Recall recall, int[] nodes, long[] millis) {
        for (int i = 0; i < touched.size(); i++) {
            Holder holder = touched.get(i);
            holder.isTouched = false;
            recall(holder, recall, nodes, millis);
        }
        touched.clear();
    }

    private static void recall(Holder holder, Admission.Recall recall, int[] nodes, long[] millis) {
        holder.promoted.forEach(recall::job);
        holder.promoted.clear();
        if (holder.mayHaveChanged()) {
            for (int i = 0; i < holder.waiting.size(); i++) {
                int job = holder.waiting.get(i);
                if (holder.hasChanged(nodes[job], millis[job])) {
                    recall.job(job);
                }
            }
        }
        holder.tell();
    }
}
