package dandori.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Workload;
import dandori.metric.Observer;
import dandori.policy.limit.Budget;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Subject;
import dandori.state.Situation;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/** Sums up at every start what each limit has let happen, and sees to it that none is broken. */
public final class LimitWatch implements Observer {

    private final LimitRecords records;

    /** Watches over a run of a workload. */
    public LimitWatch(Limits limits, Workload workload, ZonedDateTime origin) {
        Map<Subject, List<String>> names =
                Map.of(
                        Subject.ORGANIZATION, workload.organizations(),
                        Subject.USER, workload.users(),
                        Subject.PARTITION, workload.partitions());
        records = new LimitRecords(limits, names, origin, workload.jobs());
    }

    @Override
    public void jobStarted(int job, Situation now) {
        records.start(job, now.nodesNeeded(job), now.nowMillis());
        for (Subject subject : Subject.values()) {
            Limit limit = records.limit(subject, job);
            if (limit == null) {
                continue;
            }
            List<LimitRecords.Stay> mates = records.mates(subject, job);
            List<LimitRecords.Stay> running = mates.stream().filter(one -> one.end < 0).toList();
            Limit most = records.at(limit, records.date(now.nowMillis()));
            assertThat(running.stream().mapToInt(one -> one.nodes).sum())
                    .isLessThanOrEqualTo(most.nodesAtOnce());
            assertThat(running.size()).isLessThanOrEqualTo(most.jobsAtOnce());
            for (Budget budget : limit.budgets()) {
                assertThat(records.left(budget, mates, now.nowMillis())).isNotNegative();
            }
        }
    }

    @Override
    public void jobEnded(int job, Situation now) {
        records.end(job, now.nowMillis());
    }

    @Override
    public void jobRequeued(int job, Situation now) {
        records.end(job, now.nowMillis());
    }
}
