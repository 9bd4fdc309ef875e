package dandori.report;

import dandori.experiment.Group;
import dandori.experiment.Study;
import dandori.network.Fidelity;
import dandori.scenario.KnownParts;
import dandori.scenario.Scenario;
import dandori.scenario.power.PowerPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * How jobs came out, where waits alone mislead: a policy that ends jobs has short queues, and jobs
 * that are stopped, resized or slowed wait little and take long.
 *
 * @param study the study
 */
record EndingsTable(Study study) {

    private static final Metric TURNAROUND =
            new Metric(
                    "turnaround_mean_s",
                    "Turnaround, mean",
                    Metric.Kind.SECONDS,
                    Metric.Sense.LESS);
    private static final Metric COMPLETED =
            new Metric("completed", "Completed", Metric.Kind.COUNT, Metric.Sense.MORE);
    private static final Metric ENDED =
            new Metric("preempted", "Ended for others", Metric.Kind.COUNT, Metric.Sense.LESS);
    private static final Metric SENT_BACK =
            new Metric("requeued", "Sent back", Metric.Kind.COUNT, Metric.Sense.LESS);
    private static final Metric LOST =
            new Metric("lost_node_hours", "Lost", Metric.Kind.NODE_HOURS, Metric.Sense.LESS);

    /** Whether jobs may be ended, stopped, resized or slowed under any policy. */
    boolean isOfUse() {
        Scenario scenario = study.scenario();
        KnownParts known = KnownParts.found();
        return scenario.policies().stream().anyMatch(one -> one.preempts(known))
                || scenario.power().values().stream().anyMatch(PowerPlan::slows)
                || scenario.run().network() != Fidelity.NONE
                || scenario.workload().streams().stream()
                        .anyMatch(stream -> stream.request().elastic() != null);
    }

    /** Its columns: those that say anything. */
    List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>(List.of(TURNAROUND));
        if (isAny("preempted") || isAny("killed_slowed") || isAny("failed")) {
            metrics.add(COMPLETED);
        }
        for (Metric metric : List.of(ENDED, SENT_BACK, LOST)) {
            if (isAny(metric.key())) {
                metrics.add(metric);
            }
        }
        return metrics;
    }

    /** What people are to see by organization as well; nothing where it is of no use. */
    List<Metric> byOrganization() {
        if (!isOfUse()) {
            return List.of();
        }
        List<Metric> metrics = metrics();
        metrics.remove(SENT_BACK);
        metrics.replaceAll(
                metric -> metric == TURNAROUND ? metric.called("Mean turnaround") : metric);
        metrics.replaceAll(metric -> metric == LOST ? metric.called("Work lost") : metric);
        return metrics;
    }

    /** What is to be known about it. */
    List<String> legend() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Turnaround: from submission to end; so far, of jobs that have not ended."
                        + (isAny("requeued")
                                ? " Sent back: how often jobs left their nodes before they were done."
                                : ""));
        List<String> ending =
                study.policies().stream().filter(one -> isAny(one, "preempted")).toList();
        if (!ending.isEmpty()) {
            lines.add(
                    "Under %s jobs were ended for others. They count with the time that they had, and"
                                    .formatted(String.join(", ", ending))
                            + " nobody waits behind the rest of them: waits and turnaround are"
                            + " short where fewer jobs complete.");
        }
        return lines;
    }

    private boolean isAny(String key) {
        return study.policies().stream().anyMatch(policy -> isAny(policy, key));
    }

    private boolean isAny(String policy, String key) {
        return study.spread(policy, Group.ALL, key).max() > 0;
    }
}
