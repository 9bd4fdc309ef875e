package dandori.reference;

import dandori.job.Jobs;
import dandori.policy.limit.Budget;
import dandori.policy.limit.DailyTimes;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Period;
import dandori.policy.limit.Subject;
import dandori.policy.limit.TimedLimit;
import dandori.policy.preemption.QosTable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
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

    /** Whom a limit on a job is for, in words. */
    String whose(Subject subject, int job) {
        String kind =
                switch (subject) {
                    case ORGANIZATION -> "organization ";
                    case USER -> "user ";
                    case PARTITION -> "partition ";
                    case QOS -> "QOS ";
                };
        return kind + name(subject, job);
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

    /** The same limit, with what it lets run at once at an instant. */
    Limit at(Limit limit, ZonedDateTime date) {
        Limit now = limit;
        for (TimedLimit one : limit.timed()) {
            if (holds(one.when(), date)) {
                now = now.nodesAtOnce(Math.min(now.nodesAtOnce(), one.nodesAtOnce()));
                now = now.jobsAtOnce(Math.min(now.jobsAtOnce(), one.jobsAtOnce()));
            }
        }
        return now;
    }

    private static boolean holds(DailyTimes times, ZonedDateTime date) {
        LocalTime time = date.toLocalTime();
        boolean isOn = isOn(times, date.getDayOfWeek());
        boolean wasOn = isOn(times, date.getDayOfWeek().minus(1));
        return times.closes().isAfter(times.opens())
                ? isOn && !time.isBefore(times.opens()) && time.isBefore(times.closes())
                : isOn && !time.isBefore(times.opens()) || wasOn && time.isBefore(times.closes());
    }

    private static boolean isOn(DailyTimes times, DayOfWeek day) {
        return times.days().isEmpty() || times.days().contains(day);
    }

    /** When the hours that hold now end, half hour by half hour; far away if they do not. */
    long end(DailyTimes times, long now) {
        if (!holds(times, date(now))) {
            return Long.MAX_VALUE;
        }
        long half = 1_800_000;
        for (long at = now - now % half + half; at < now + 9 * 48 * half; at += half) {
            if (!holds(times, date(at))) {
                return at;
            }
        }
        return Long.MAX_VALUE;
    }

    /** Whether a job of so many nodes may run at any half hour of a week. */
    boolean fitsSometime(Limit limit, int nodes) {
        for (int half = 0; half < 8 * 48; half++) {
            Limit then = at(limit, origin.plusMinutes(30L * half));
            if (nodes <= then.nodesAtOnce() && then.jobsAtOnce() > 0) {
                return true;
            }
        }
        return false;
    }

    ZonedDateTime date(long millis) {
        return origin.plus(Duration.ofMillis(millis));
    }

    long millis(ZonedDateTime date) {
        return Duration.between(origin, date).toMillis();
    }
}
