package dandori.report;

import dandori.engine.Durations;
import dandori.experiment.Group;
import dandori.experiment.Spread;
import dandori.experiment.Study;
import dandori.scenario.Certainty;
import dandori.scenario.Until;
import dandori.scenario.text.Units;
import dandori.statistics.Shaking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was done so that the figures of a study can be trusted. */
final class CertaintyNotes {

    private final Study study;
    private final Certainty certainty;

    CertaintyNotes(Study study) {
        this.study = study;
        certainty = study.scenario().run().certainty();
    }

    /** The warm-up that was found, how traces were shaken, and why there are so many seeds. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (certainty.findsWarmUp()) {
            String first = study.policies().get(0);
            double from = study.spread(first, Group.ALL, "window_from_s").max();
            notes.add(
                    "Warm-up, found from the queue under %s (MSER-5): all runs are measured from %s on."
                            .formatted(
                                    study.scenario().report().compareTo(),
                                    Durations.text(from * Durations.SECOND_MILLIS)));
        }
        Shaking shaking = certainty.shaking();
        if (shaking != null) {
            notes.add(shaken(shaking));
        }
        Until until = certainty.until();
        if (until != null) {
            notes.add(seeds(until));
        }
        return notes;
    }

    private String shaken(Shaking shaking) {
        List<String> how = new ArrayList<>();
        if (shaking.submitMillis() > 0) {
            how.add(
                    "jobs come up to %s earlier or later"
                            .formatted(Units.duration(shaking.submitMillis())));
        }
        if (shaking.runTime() > 0) {
            how.add("run up to %s shorter or longer".formatted(percent(shaking.runTime())));
        }
        return "Shaken: under seed %d the jobs of the trace as it is, under the others copies in which %s."
                .formatted(study.seeds().get(0), String.join(" and ", how));
    }

    private String seeds(Until until) {
        double widest = 0;
        for (String policy : study.policies()) {
            Spread spread = study.spread(policy, Group.ALL, until.figure());
            if (spread.count() > 1 && spread.mean() != 0 && spread.halfWidth() != 0) {
                widest = Math.max(widest, spread.halfWidth() / Math.abs(spread.mean()));
            }
        }
        boolean isNarrow = widest <= until.rule().relativeHalfWidth();
        return "%d seeds: half of the 95 %% interval of %s is %s of its mean or less%s."
                .formatted(
                        study.seeds().size(),
                        until.figure(),
                        percent(widest),
                        isNarrow
                                ? ""
                                : ", more than the %s asked for; 'seedsAtMost' is %d"
                                        .formatted(
                                                percent(until.rule().relativeHalfWidth()),
                                                until.rule().atMost()));
    }

    private static String percent(double part) {
        String text = String.format(Locale.ROOT, "%.1f", 100 * part);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
    }
}
