package dandori.reference;

import dandori.job.Jobs;
import dandori.policy.limit.Budget;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Period;
import dandori.policy.limit.Subject;
import dandori.policy.preemption.QosTable;
import java.time.Duration;
import java.time.Month;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every start and every end that there has been, from which all sums are taken anew each time. */
final class LimitRecords {

    /** One start of a job, and its end if there has been one. */
    static final class Stay {
        final int job;
        final int nodes;
        final long walltime;
        final long start;
        long end = -1;

        Stay(int job, int nodes, long walltime, long start) {
            this.job = job;
            this.nodes = nodes;
            this.walltime = walltime;
            this.start = start;
        }

        /** What is charged for it. */
        long charge() {
            return nodes * (end < 0 ? walltime : end - start);
        }
    }

    final List<Stay> stays = new ArrayList<>();
    private final Limits limits;
    private final Map<Subject, List<String>> names;
    private final ZonedDateTime origin;
    private final Jobs jobs;

    LimitRecords(Limits limits, Map<Subject, List<String>> names, ZonedDateTime origin, Jobs jobs) {
        this.limits = limits;
        this.names = new HashMap<>(names);
        this.names.put(Subject.QOS, limits.qualities().names());
        this.origin = origin;
        this.jobs = jobs;
    }

    void start(int job, int nodes, long now) {
        stays.add(new Stay(job, nodes, jobs.walltimeMillis(job), now));
    }

    void end(int job, long now) {
        for (Stay stay : stays) {
            if (stay.job == job && stay.end < 0) {
                stay.end = now;
            }
        }
    }

    int index(Subject subject, int job) {
        return switch (subject) {
            case ORGANIZATION -> jobs.organization(job);
            case USER -> jobs.user(job);
            case PARTITION -> jobs.partition(job);
            case QOS -> limits.qualities().names().indexOf(quality(job));
        };
    }

    private String quality(int job) {
        QosTable table = limits.qualities();
        String ofUser = table.ofUser().get(name(Subject.USER, job));
        String ofPartition = table.ofPartition().get(name(Subject.PARTITION, job));
        String ofOrganization = table.ofOrganization().get(name(Subject.ORGANIZATION, job));
        return ofUser != null
                ? ofUser
                : ofPartition != null
                        ? ofPartition
                        : ofOrganization != null ? ofOrganization : QosTable.DEFAULT;
    }

    private String name(Subject subject, int job) {
        int index = index(subject, job);
        return index < 0 ? "" : names.getOrDefault(subject, List.of()).get(index);
    }

    /** The limit of a job's organization, user or partition. */
    @Nullable Limit limit(Subject subject, int job) {
        int index = index(subject, job);
        return index < 0
                ? null
                : limits.of(subject, names.getOrDefault(subject, List.of()).get(index));
    }

    /** Those of the same organization, user or partition as a job. */
    List<Stay> mates(Subject subject, int job) {
        return stays.stream()
                .filter(stay -> index(subject, stay.job) == index(subject, job))
                .toList();
    }

    /** What may still be charged to a budget in the period of an instant. */
    long left(Budget budget, List<Stay> mates, long now) {
        ZonedDateTime first = budget.period().beginOf(origin);
        ZonedDateTime last = budget.period().beginOf(date(now));
        long had = budget.nodeMillis();
        ZonedDateTime period = first;
        while (true) {
            long charged = 0;
            for (Stay stay : mates) {
                if (budget.period().beginOf(date(stay.start)).equals(period)) {
                    charged += stay.charge();
                }
            }
            long left = had - charged;
            if (period.equals(last)) {
                boolean isFirstHalf =
                        budget.period() == Period.HALF_YEAR && period.getMonth() == Month.APRIL;
                return left + (isFirstHalf ? (long) Math.floor(budget.early() * had(budget)) : 0);
            }
            had = had(budget) + (left < 0 ? left : (long) Math.floor(budget.carryOver() * left));
            period = budget.period().endOf(period);
        }
    }

    private static long had(Budget budget) {
        return budget.nodeMillis();
    }

    ZonedDateTime date(long millis) {
        return origin.plus(Duration.ofMillis(millis));
    }

    long millis(ZonedDateTime date) {
        return Duration.between(origin, date).toMillis();
    }
}
