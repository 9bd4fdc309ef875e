package dandori.published;

import java.util.List;
import java.util.Locale;

/** The table of docs/models/campaigns.md: what each run comes to, and how far it is off. */
final class PublishedTable {

    /**
     * A line of it.
     *
     * @param run what was published
     * @param stepSeconds by the model of training
     * @param days with that step
     * @param daysAsPublished with the step that was published
     * @param disturbedDays with that step and with failures
     */
    record Line(
            PublishedRun run,
            double stepSeconds,
            double days,
            double daysAsPublished,
            double disturbedDays) {

        static Line of(PublishedRun run) {
            return new Line(
                    run,
                    run.modelled().bestStepMillis() / 1_000,
                    run.comparedDays(run.modelled()),
                    run.comparedDays(run.published()),
                    run.wallDays(run.published()));
        }

        double error() {
            return run.error(days);
        }

        double errorAsPublished() {
            return run.error(daysAsPublished);
        }

        private String text() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d of `%s` | %.1f %s | %.2f | %.1f | %+.1f %% | %.2f | %.1f | %+.1f %% | %.1f |\n",
                    run.name(),
                    run.nodes(),
                    run.machine().name(),
                    run.days(),
                    run.isWall() ? "wall" : "computing",
                    stepSeconds,
                    days,
                    100 * error(),
                    run.stepSeconds(),
                    daysAsPublished,
                    100 * errorAsPublished(),
                    disturbedDays);
        }
    }

    private PublishedTable() {}

    static String of(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        text.append("| run | nodes | published, days | step by model, s | days | error ")
                .append("| step as published, s | days | error | on the wall, days |\n")
                .append("|---|---|---|---|---|---|---|---|---|---|\n");
        lines.forEach(line -> text.append(line.text()));
        return text.toString();
    }

    /** What each run is simulated with beside its steps. */
    static String habits(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        text.append(
                        "| run | failures in 1,000 node-days | spares | piece, h | checkpoint every, min ")
                .append("| writing, s | restart, min | spread |\n")
                .append("|---|---|---|---|---|---|---|---|\n");
        for (Line line : lines) {
            Habits its = line.run().habits();
            var spread = line.run().what().parallelism();
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %s | %d | %,.0f | %.0f | %.0f | %.0f | t %d, p %d, d %d, v %d, b %d, %s, %s |\n",
                            line.run().name(),
                            line.run().perThousandNodeDays(),
                            its.spares(),
                            its.pieceHours(),
                            its.intervalMinutes(),
                            its.checkpointSeconds(),
                            its.restartMinutes(),
                            spread.tensor(),
                            spread.pipeline(),
                            spread.data(),
                            spread.interleave(),
                            spread.microBatch(),
                            spread.recompute().text(),
                            spread.sharding().text()));
        }
        return text.toString();
    }
}
