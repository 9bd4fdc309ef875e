package dandori.report;

import dandori.report.Metric.Kind;
import dandori.report.Metric.Sense;
import java.util.List;
import java.util.NoSuchElementException;

/** The metrics that {@code report.metrics} may name. */
final class Metrics {

    /** A metric and what it is called within a sentence. */
    private record Known(Metric metric, String phrase) {}

    private static final List<Known> KNOWN =
            List.of(
                    known("utilization", "Utilization", Kind.SHARE, Sense.MORE, "utilization"),
                    known(
                            "useful_utilization",
                            "Useful",
                            Kind.SHARE,
                            Sense.MORE,
                            "useful utilization"),
                    known("wait_mean_s", "Wait, mean", Kind.SECONDS, Sense.LESS, "mean wait"),
                    known("wait_median_s", "Wait, median", Kind.SECONDS, Sense.LESS, "median wait"),
                    known("wait_p95_s", "Wait, p95", Kind.SECONDS, Sense.LESS, "p95 wait"),
                    known("wait_max_s", "Wait, max", Kind.SECONDS, Sense.LESS, "longest wait"),
                    known(
                            "turnaround_mean_s",
                            "Turnaround, mean",
                            Kind.SECONDS,
                            Sense.LESS,
                            "mean turnaround"),
                    known(
                            "bounded_slowdown_mean",
                            "Bounded slowdown",
                            Kind.RATIO,
                            Sense.LESS,
                            "mean bounded slowdown"),
                    known(
                            "bounded_slowdown_median",
                            "Slowdown, median",
                            Kind.RATIO,
                            Sense.LESS,
                            "median bounded slowdown"),
                    known(
                            "bounded_slowdown_p95",
                            "Slowdown, p95",
                            Kind.RATIO,
                            Sense.LESS,
                            "p95 bounded slowdown"),
                    known(
                            "bounded_slowdown_per_processor_mean",
                            "Slowdown per processor",
                            Kind.RATIO,
                            Sense.LESS,
                            "bounded slowdown per processor"),
                    known(
                            "queue_mean_jobs",
                            "Jobs waiting",
                            Kind.COUNT,
                            Sense.LESS,
                            "number of jobs waiting"),
                    known(
                            "backlog_mean_node_hours",
                            "Backlog",
                            Kind.NODE_HOURS,
                            Sense.LESS,
                            "backlog"),
                    known(
                            "completed",
                            "Completed",
                            Kind.COUNT,
                            Sense.MORE,
                            "number of jobs completed"),
                    known("killed", "Killed", Kind.COUNT, Sense.LESS, "number of jobs killed"),
                    known(
                            "requeued",
                            "Sent back",
                            Kind.COUNT,
                            Sense.LESS,
                            "number of jobs sent back"),
                    known(
                            "unfinished",
                            "Unfinished",
                            Kind.COUNT,
                            Sense.LESS,
                            "number of jobs unfinished"),
                    known("lost_node_hours", "Lost", Kind.NODE_HOURS, Sense.LESS, "work lost"),
                    known("fairness_jain", "Jain's index", Kind.RATIO, Sense.MORE, "Jain's index"),
                    known(
                            "wait_median_spread_s",
                            "Spread of median waits",
                            Kind.SECONDS,
                            Sense.LESS,
                            "spread of the organizations' median waits"),
                    known(
                            "campaigns_late",
                            "Campaigns late",
                            Kind.COUNT,
                            Sense.LESS,
                            "number of campaigns late"),
                    known(
                            "campaign_goodput",
                            "Goodput of campaigns",
                            Kind.SHARE,
                            Sense.MORE,
                            "goodput of campaigns"),
                    known("energy_kwh", "Energy", Kind.ENERGY, Sense.LESS, "energy"),
                    known("carbon_kg", "Carbon dioxide", Kind.MASS, Sense.LESS, "carbon dioxide"),
                    known(
                            "electricity_yen",
                            "Electricity",
                            Kind.MONEY,
                            Sense.LESS,
                            "price of the electricity"),
                    known("cost_yen", "Cost", Kind.MONEY, Sense.LESS, "cost"));

    private Metrics() {}

    private static Known known(
            String key, String heading, Kind kind, Sense sense, String phrase) {
        return new Known(new Metric(key, heading, kind, sense), phrase);
    }

    /** The metric of a name, with a heading that stands by itself. */
    static Metric of(String key) {
        return find(key).metric();
    }

    /** What a metric is called within a sentence. */
    static String phrase(String key) {
        return find(key).phrase();
    }

    /** The names, in order. */
    static List<String> names() {
        return KNOWN.stream().map(known -> known.metric().key()).toList();
    }

    private static Known find(String key) {
        return KNOWN.stream()
                .filter(known -> known.metric().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no metric " + key + "."));
    }
}
