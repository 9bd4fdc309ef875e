package dandori.scenario;

import dandori.engine.Durations;
import dandori.policy.limit.Budget;
import dandori.policy.limit.DailyTimes;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Period;
import dandori.policy.limit.Subject;
import dandori.policy.limit.TimedLimit;
import dandori.policy.preemption.QosTable;
import dandori.scenario.key.LimitSections;
import dandori.scenario.key.Times;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads limits and budgets, of a policy and of an organization. */
final class LimitsReader {

    private final KnownNames known;
    private final Issues issues;

    /**
     * A reader.
     *
     * @param known the names that may be used
     * @param issues where faults go
     */
    LimitsReader(KnownNames known, Issues issues) {
        this.known = known;
        this.issues = issues;
    }

    /**
     * The limits of a node; none where there is none.
     *
     * @param node the node
     * @param table the qualities of service of the policy
     */
    Limits limits(@Nullable Node node, QosTable table) {
        Limits limits = Limits.NONE;
        if (node == null) {
            return limits;
        }
        Values values = Values.of(LimitSections.LIMITS, node, issues);
        for (Subject subject : Subject.values()) {
            Map<String, Node> sections = values.sections(LimitSections.key(subject));
            for (Map.Entry<String, Node> section : sections.entrySet()) {
                String name = section.getKey();
                Limit limit = limit(section.getValue(), issues);
                if (name.equals(LimitSections.DEFAULT)) {
                    limits = limits.withOthers(subject, limit);
                } else {
                    check(subject, name, section.getValue(), table);
                    limits = limits.with(subject, name, limit);
                }
            }
        }
        return values.has("qos") ? limits.qualities(table) : limits;
    }

    private void check(Subject subject, String name, Node node, QosTable table) {
        if (subject == Subject.QOS) {
            QosReader.check(table, name, node, issues);
        } else {
            known.check(subject, name, node, issues);
        }
    }

    /** The limit of a node. */
    static Limit limit(Node node, Issues issues) {
        Values values = Values.of(LimitSections.LIMIT, node, issues);
        Limit limit =
                new Limit(
                        count(values, "nodesAtOnce"),
                        count(values, "jobsAtOnce"),
                        count(values, "queuedAtOnce"),
                        List.of(),
                        timed(values, issues));
        double carryOver = values.fraction("carryOver");
        Node early = values.node("early");
        for (Map.Entry<Period, String> key : LimitSections.BUDGETS.entrySet()) {
            if (!values.has(key.getValue())) {
                continue;
            }
            double hours = values.number(key.getValue());
            boolean isHalved = key.getKey() == Period.FISCAL_YEAR && early != null;
            Budget budget =
                    isHalved
                            ? Budget.of(Period.HALF_YEAR, nodeMillis(hours / 2))
                                    .early(values.fraction("early"))
                            : Budget.of(key.getKey(), nodeMillis(hours));
            limit = limit.budget(budget.carryOver(carryOver));
        }
        checkUse(values, limit, issues);
        return limit;
    }

    private static List<TimedLimit> timed(Values values, Issues issues) {
        List<TimedLimit> timed = new ArrayList<>();
        for (Node item : values.has("atTimes") ? values.items("atTimes") : List.<Node>of()) {
            Values one = Values.of(LimitSections.TIMED, item, issues);
            DailyTimes when = Times.daily(one, issues);
            if (!one.has("hours") && !one.has("days")) {
                issues.add(item, "has neither 'hours' nor 'days'.", "'hours: 08:00-20:00'.");
            } else if (!one.has("nodesAtOnce") && !one.has("jobsAtOnce")) {
                issues.add(item, "limits nothing.", "'jobsAtOnce: 10'.");
            }
            timed.add(new TimedLimit(when, count(one, "nodesAtOnce"), count(one, "jobsAtOnce")));
        }
        return timed;
    }

    private static void checkUse(Values values, Limit limit, Issues issues) {
        Node carryOver = values.node("carryOver");
        if (values.has("carryOver") && carryOver != null && limit.budgets().isEmpty()) {
            issues.add(carryOver, "says nothing without a budget.", "add 'nodeHoursPerMonth'.");
        }
        Node early = values.node("early");
        String year = LimitSections.BUDGETS.get(Period.FISCAL_YEAR);
        if (early != null && year != null && !values.has(year)) {
            issues.add(
                    early,
                    "says nothing without the budget of a fiscal year.",
                    "add '" + year + "'.");
        }
    }

    private static int count(Values values, String key) {
        return values.has(key) ? values.count(key) : Limit.UNLIMITED;
    }

    private static long nodeMillis(double hours) {
        return Math.round(hours * Durations.HOUR_MILLIS);
    }
}
