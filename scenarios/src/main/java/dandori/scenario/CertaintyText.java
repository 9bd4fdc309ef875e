package dandori.scenario;

import dandori.scenario.text.Units;
import dandori.statistics.Shaking;

/** Writes what {@link CertaintyReader} reads. */
final class CertaintyText {

    private CertaintyText() {}

    /** The warm-up. */
    static String warmUp(RunPlan run) {
        return run.certainty().findsWarmUp() ? "auto" : Units.duration(run.warmUpMillis());
    }

    /** Adds how traces are shaken and when there are seeds enough, if it is said. */
    static void add(TreeBuilder tree, Certainty certainty) {
        Shaking shaking = certainty.shaking();
        if (shaking != null) {
            tree.put(
                    "shake",
                    new TreeBuilder()
                            .text("submit", Units.duration(shaking.submitMillis()))
                            .number("runTime", shaking.runTime())
                            .mapping());
        }
        Until until = certainty.until();
        if (until != null) {
            tree.put(
                    "until",
                    new TreeBuilder()
                            .text("figure", until.figure())
                            .number("halfWidth", until.rule().relativeHalfWidth())
                            .number("seedsAtMost", until.rule().atMost())
                            .mapping());
        }
    }
}
