package dandori.scenario.key;

import dandori.policy.limit.Period;
import dandori.policy.limit.Subject;
import java.util.EnumMap;
import java.util.Map;

/** The sections of limits and budgets. */
public final class LimitSections {

    /** The name that stands for everybody who is not named. */
    public static final String DEFAULT = "default";

    /** The keys of budgets. */
    public static final Map<Period, String> BUDGETS = budgets();

    private static final double MOST_HOURS = 1e11;

    /** Whose limits there are under a policy. */
    public static final Section LIMITS =
            Section.of(
                    "policies.NAME.limits",
                    "What somebody may have, beside the policy's `admission`: a job starts only if"
                            + " all limits that it counts against have room. `"
                            + DEFAULT
                            + "` stands for each one who is not named. Limits count within one"
                            + " pool of a machine.",
                    Key.of("organizations", Kind.SECTIONS, "Limits of organizations, by name."),
                    Key.of("users", Kind.SECTIONS, "Limits of users, by name."),
                    Key.of(
                            "partitions",
                            Kind.SECTIONS,
                            "Limits of partitions, by name: of resource groups, where the machine"
                                    + " has `groups: true`, else of those that a trace names."),
                    Key.of(
                            "qos",
                            Kind.SECTIONS,
                            "Limits of qualities of service, by name, as `qos` of the policy names"
                                    + " them; over all jobs that are of it. They need no"
                                    + " `preemption`."));

    /** What one of them may have. */
    public static final Section LIMIT =
            Section.of(
                    "policies.NAME.limits.organizations.NAME",
                    "What one may have. The same keys stand behind `users.NAME`,"
                            + " `partitions.NAME` and `qos.NAME`, and behind `organizations.NAME.limits`, where"
                            + " they hold under every policy. A job that could not start even if"
                            + " nobody else had anything is rejected.",
                    Key.of("nodesAtOnce", Kind.COUNT, "Nodes of its running jobs together."),
                    Key.of("jobsAtOnce", Kind.COUNT, "How many of its jobs may run."),
                    Key.of(
                            "queuedAtOnce",
                            Kind.COUNT,
                            "How many of its waiting jobs are considered; those that came later"
                                    + " are held until one of these has left the queue."),
                    hours(
                            Period.DAY,
                            "Node hours a day. A job that starts is charged its nodes × its"
                                    + " walltime, and when it ends, what it has used; all of it to"
                                    + " the period in which it starts."),
                    hours(Period.WEEK, "Node hours a week, from Monday."),
                    hours(Period.MONTH, "Node hours a month."),
                    hours(
                            Period.FISCAL_YEAR,
                            "Node hours a fiscal year, from 1 April in the time zone of"
                                    + " `run.start`."),
                    Key.of(
                                    "carryOver",
                                    Kind.FRACTION,
                                    "How much of what a period leaves goes into the next one.")
                            .or("0"),
                    Key.of(
                            "early",
                            Kind.FRACTION,
                            "With it, `nodeHoursPerFiscalYear` is given in two halves, from 1"
                                    + " April and from 1 October: how much of the second may be"
                                    + " used in the first (Fugaku's rule). Left out: the year is"
                                    + " one period."),
                    Key.of(
                            "atTimes",
                            Kind.LIST,
                            "What it may have at once at certain hours, as at prime time, beside"
                                    + " what always holds."));

    /** What one of them may have at certain hours. */
    public static final Section TIMED =
            Section.of(
                            "policies.NAME.limits.organizations.NAME.atTimes[N]",
                            "A limit that holds at some hours only. Jobs that have started before"
                                    + " go on, and count; nobody starts beyond it while it holds.",
                            Key.of(
                                    "nodesAtOnce",
                                    Kind.COUNT,
                                    "Nodes of its running jobs together."),
                            Key.of("jobsAtOnce", Kind.COUNT, "How many of its jobs may run."))
                    .with(0, Times.dailyKeys());

    private LimitSections() {}

    /** The key of a kind of names. */
    public static String key(Subject subject) {
        return subject == Subject.QOS ? "qos" : subject.text() + "s";
    }

    private static Map<Period, String> budgets() {
        Map<Period, String> keys = new EnumMap<>(Period.class);
        keys.put(Period.DAY, "nodeHoursPerDay");
        keys.put(Period.WEEK, "nodeHoursPerWeek");
        keys.put(Period.MONTH, "nodeHoursPerMonth");
        keys.put(Period.FISCAL_YEAR, "nodeHoursPerFiscalYear");
        return java.util.Collections.unmodifiableMap(keys);
    }

    private static Key hours(Period period, String sentence) {
        String name = java.util.Objects.requireNonNull(BUDGETS.get(period));
        return Key.of(name, Kind.NUMBER, sentence).atLeast(0).atMost(MOST_HOURS);
    }
}
