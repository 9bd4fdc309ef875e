package dandori.experiment.inquiry;

import dandori.experiment.Group;
import dandori.experiment.Study;
import dandori.metric.Figure;
import dandori.scenario.inquiry.FigureOf;
import dandori.scenario.inquiry.Target;
import java.util.List;

/**
 * Says whether targets hold where a variant was played.
 *
 * @param certainty the level of the intervals; 0: the means decide
 */
public record Judge(double certainty) {

    /** The verdict on all targets of a case: one that fails is enough to fail. */
    public Verdict on(Study study, Case its) {
        Verdict all = Verdict.HOLDS;
        for (Target target : its.targets()) {
            Verdict one = on(study, target);
            if (one == Verdict.FAILS) {
                return one;
            }
            all = one == Verdict.OPEN ? one : all;
        }
        return all;
    }

    /** The verdict on a target: its interval lies within, beyond, or on both sides of the bound. */
    public Verdict on(Study study, Target target) {
        Interval interval = interval(study, target.figure());
        if (interval.count() < study.seeds().size()) {
            return Verdict.OPEN; // those that have the figure may be the lucky ones
        }
        if (target.isAtMost()) {
            return interval.high() <= target.bound()
                    ? Verdict.HOLDS
                    : interval.low() > target.bound() ? Verdict.FAILS : Verdict.OPEN;
        }
        return interval.low() >= target.bound()
                ? Verdict.HOLDS
                : interval.high() < target.bound() ? Verdict.FAILS : Verdict.OPEN;
    }

    /** Where the mean of a figure lies. */
    public Interval interval(Study study, FigureOf figure) {
        return Interval.of(figures(study, figure), certainty, study.scenario().isDrawn());
    }

    /** The figure under each seed. */
    static List<Figure> figures(Study study, FigureOf figure) {
        Group group =
                switch (figure.whose()) {
                    case ALL -> Group.ALL;
                    case ORGANIZATION -> Group.organization(figure.name());
                    case MACHINE -> new Group(Group.Kind.MACHINE, figure.name());
                    case CAMPAIGN -> new Group(Group.Kind.CAMPAIGN, figure.name());
                };
        return study.figures(figure.policy(), group, figure.figure());
    }
}
