package dandori.reference;

import dandori.policy.Admission;
import dandori.policy.Setting;
import dandori.policy.Verdict;
import dandori.policy.limit.Budget;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Subject;
import dandori.policy.limit.TimedLimit;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Limits that remember nothing but who came, started and ended, and ask about everybody. */
public final class ObviousLimits implements Admission {

    private final Limits limits;
    private final @Nullable LimitRecords records;
    private final List<Integer> queue = new ArrayList<>(); // in order of arrival
    private String holder = ""; // whose limit the last job that was asked about would break
    private final Set<Long> waitedFor = new HashSet<>(); // ends of periods

    /** These limits. */
    public ObviousLimits(Limits limits) {
        this(limits, null);
    }

    private ObviousLimits(Limits limits, @Nullable LimitRecords records) {
        this.limits = limits;
        this.records = records;
    }

    @Override
    public Admission forRun(Setting setting) {
        Map<Subject, List<String>> names =
                Map.of(
                        Subject.ORGANIZATION, setting.organizations(),
                        Subject.USER, setting.users(),
                        Subject.PARTITION, setting.partitions());
        return new ObviousLimits(
                limits, new LimitRecords(limits, names, setting.origin(), setting.jobs()));
    }

    private LimitRecords records() {
        return java.util.Objects.requireNonNull(records);
    }

    @Override
    public Verdict admit(int job, Situation now) {
        int nodes = now.nodesNeeded(job);
        long charge = nodes * now.jobs().walltimeMillis(job);
        for (Subject subject : Subject.values()) {
            Limit limit = records().limit(subject, job);
            if (limit == null) {
                continue;
            }
            holder = records().whose(subject, job);
            List<LimitRecords.Stay> mates = records().mates(subject, job);
            List<LimitRecords.Stay> running = mates.stream().filter(one -> one.end < 0).toList();
            int used = running.stream().mapToInt(one -> one.nodes).sum();
            int index = records().index(subject, job);
            long before =
                    queue.subList(0, queue.indexOf(job)).stream()
                            .filter(other -> records().index(subject, other) == index)
                            .count();
            Limit most = records().at(limit, records().date(now.nowMillis()));
            if (used + (long) nodes > most.nodesAtOnce()
                    || running.size() >= most.jobsAtOnce()
                    || before >= limit.queuedAtOnce()) {
                return Verdict.QUOTA;
            }
            for (Budget budget : limit.budgets()) {
                if (charge > records().left(budget, mates, now.nowMillis())) {
                    waitedFor.add(
                            records()
                                    .millis(
                                            budget.period()
                                                    .endOf(records().date(now.nowMillis()))));
                    return Verdict.SHARE;
                }
            }
        }
        holder = "";
        return Verdict.ELIGIBLE;
    }

    @Override
    public String heldBy(int job, Situation now) {
        admit(job, now);
        return holder;
    }

    @Override
    public boolean mayEver(int job, Situation now) {
        for (Subject subject : Subject.values()) {
            Limit limit = records().limit(subject, job);
            if (limit != null && !mayEver(limit, job, now)) {
                return false;
            }
        }
        return true;
    }

    private boolean mayEver(Limit limit, int job, Situation now) {
        long charge = now.nodesNeeded(job) * now.jobs().walltimeMillis(job);
        boolean may =
                records().fitsSometime(limit, now.nodesNeeded(job)) && limit.queuedAtOnce() > 0;
        for (Budget budget : limit.budgets()) {
            long most = budget.nodeMillis();
            for (int period = 0; period < 10_000; period++) { // nobody uses anything
                most = budget.nodeMillis() + (long) Math.floor(budget.carryOver() * most);
            }
            long early = (long) Math.floor(budget.early() * budget.nodeMillis());
            may &=
                    budget.carryOver() == 1 && charge > 0 && budget.nodeMillis() > 0
                            || charge <= most + early;
        }
        return may;
    }

    @Override
    public long nextChangeMillis(Situation now) {
        long next =
                waitedFor.stream()
                        .mapToLong(end -> end)
                        .filter(end -> end > now.nowMillis())
                        .min()
                        .orElse(Long.MAX_VALUE);
        for (int job : queue) {
            for (Subject subject : Subject.values()) {
                Limit limit = records().limit(subject, job);
                for (TimedLimit one : limit == null ? List.<TimedLimit>of() : limit.timed()) {
                    next = Math.min(next, records().end(one.when(), now.nowMillis()));
                }
            }
        }
        return next;
    }

    @Override
    public void jobQueued(int job, Situation now) {
        queue.add(job);
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        queue.remove(Integer.valueOf(job));
    }

    @Override
    public void jobStarted(int job, Situation now) {
        queue.remove(Integer.valueOf(job));
        records().start(job, now.nodesNeeded(job), now.nowMillis());
    }

    @Override
    public void jobEnded(int job, Situation now) {
        records().end(job, now.nowMillis());
    }
}
