package dandori.scenario;

import dandori.engine.Durations;
import dandori.policy.limit.Budget;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Period;
import dandori.policy.limit.Subject;
import dandori.policy.limit.TimedLimit;
import dandori.scenario.key.LimitSections;
import dandori.scenario.key.Times;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import java.util.Objects;

/** Limits as {@link LimitsReader} reads them. */
final class LimitsText {

    private LimitsText() {}

    /** The limits of a policy. */
    static Mapping of(Limits limits) {
        TreeBuilder tree = new TreeBuilder();
        for (Subject subject : Subject.values()) {
            TreeBuilder names = new TreeBuilder();
            if (limits.named().containsKey(subject)) {
                Objects.requireNonNull(limits.named().get(subject))
                        .forEach((name, limit) -> names.put(name, of(limit)));
            }
            Limit others = limits.others().get(subject);
            if (others != null) {
                names.put(LimitSections.DEFAULT, of(others));
            }
            if (!names.mapping().entries().isEmpty()) {
                tree.put(LimitSections.key(subject), names.mapping());
            }
        }
        return tree.mapping();
    }

    /** One limit. */
    static Mapping of(Limit limit) {
        TreeBuilder tree = new TreeBuilder();
        count(tree, "nodesAtOnce", limit.nodesAtOnce());
        count(tree, "jobsAtOnce", limit.jobsAtOnce());
        count(tree, "queuedAtOnce", limit.queuedAtOnce());
        for (Budget budget : limit.budgets()) {
            boolean isHalved = budget.period() == Period.HALF_YEAR;
            Period period = isHalved ? Period.FISCAL_YEAR : budget.period();
            double hours =
                    budget.nodeMillis() / (double) Durations.HOUR_MILLIS * (isHalved ? 2 : 1);
            tree.number(Objects.requireNonNull(LimitSections.BUDGETS.get(period)), hours);
            tree.number("carryOver", budget.carryOver());
            if (isHalved) {
                tree.number("early", budget.early());
            }
        }
        if (!limit.timed().isEmpty()) {
            tree.list("atTimes", limit.timed().stream().map(LimitsText::of).toList());
        }
        return tree.mapping();
    }

    private static Node of(TimedLimit timed) {
        TreeBuilder tree = new TreeBuilder();
        TimesText.put(tree, timed.when(), Times.neededHoursText(timed.when()));
        count(tree, "nodesAtOnce", timed.nodesAtOnce());
        count(tree, "jobsAtOnce", timed.jobsAtOnce());
        return tree.mapping();
    }

    private static void count(TreeBuilder tree, String key, int value) {
        if (value != Limit.UNLIMITED) {
            tree.number(key, value);
        }
    }
}
