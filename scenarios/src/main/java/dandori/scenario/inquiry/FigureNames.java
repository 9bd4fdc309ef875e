package dandori.scenario.inquiry;

import dandori.wait.WaitReason;
import java.util.ArrayList;
import java.util.List;

/** The names of the figures that runs have, by whose they are; docs/data/summary.md. */
public final class FigureNames {

    private static final List<String> JOBS =
            List.of(
                    "jobs",
                    "rejected",
                    "completed",
                    "killed",
                    "killed_slowed",
                    "cancelled",
                    "failed",
                    "preempted",
                    "requeued",
                    "unfinished",
                    "delivered_node_hours",
                    "unasked_node_hours",
                    "lost_node_hours",
                    "stalled_node_hours",
                    "wait_mean_s",
                    "wait_median_s",
                    "wait_p95_s",
                    "wait_max_s",
                    "turnaround_mean_s",
                    "bounded_slowdown_mean",
                    "bounded_slowdown_median",
                    "bounded_slowdown_p95",
                    "bounded_slowdown_per_processor_mean");
    private static final List<String> MACHINES =
            List.of(
                    "utilization",
                    "useful_utilization",
                    "queue_mean_jobs",
                    "queue_max_jobs",
                    "queue_max_at_s",
                    "backlog_mean_node_hours",
                    "backlog_max_node_hours",
                    "nodes_busy_max",
                    "capacity_node_hours",
                    "makespan_s");
    private static final List<String> ORGANIZATIONS =
            List.of(
                    "demanded_node_hours",
                    "entitled_node_hours",
                    "share_due",
                    "share_demanded",
                    "share_delivered",
                    "delivered_over_entitled");
    private static final List<String> CAMPAIGN_SUMS =
            List.of(
                    "campaign_goodput",
                    "campaign_useful_node_hours",
                    "campaign_stalled_node_hours",
                    "campaign_checkpoint_node_hours",
                    "campaign_restart_node_hours",
                    "campaign_rework_node_hours",
                    "campaign_spare_node_hours",
                    "jobs_lost_node_hours");
    private static final List<String> POWER =
            List.of(
                    "energy_kwh",
                    "energy_saved_kwh",
                    "energy_idle_kwh",
                    "carbon_kg",
                    "electricity_yen");
    private static final List<String> CAMPAIGN =
            List.of(
                    "submit_s",
                    "start_s",
                    "done_s",
                    "deadline_s",
                    "late",
                    "given_up",
                    "tokens_done",
                    "share_done",
                    "pieces",
                    "failures",
                    "least_nodes",
                    "most_nodes",
                    "mean_nodes",
                    "resizes",
                    "wait_h",
                    "useful_h",
                    "stalled_h",
                    "checkpoint_h",
                    "restart_h",
                    "rework_h",
                    "goodput",
                    "useful_node_hours",
                    "stalled_node_hours",
                    "checkpoint_node_hours",
                    "restart_node_hours",
                    "rework_node_hours",
                    "spare_node_hours",
                    "energy_kwh",
                    "carbon_kg",
                    "electricity_yen",
                    "cost_yen");

    private FigureNames() {}

    /**
     * The names of somebody's figures.
     *
     * @param whose whose they are
     * @param has what the scenario has beside jobs
     */
    public static List<String> of(Whose whose, Has has) {
        if (whose == Whose.CAMPAIGN) {
            return CAMPAIGN;
        }
        List<String> names = new ArrayList<>(JOBS);
        if (has.explained() && whose != Whose.MACHINE) {
            for (WaitReason reason : WaitReason.values()) {
                names.add("waited_for_%s_node_hours".formatted(reason.text()));
            }
        }
        if (has.power()) {
            names.addAll(POWER);
        }
        if (whose == Whose.ORGANIZATION) {
            names.addAll(ORGANIZATIONS);
            return names;
        }
        names.addAll(MACHINES);
        if (whose == Whose.ALL) {
            names.addAll(List.of("fairness_jain", "wait_median_spread_s"));
        }
        if (has.power() && whose == Whose.MACHINE) {
            names.add("power_max_kw");
        }
        if (has.campaigns()) {
            names.addAll(CAMPAIGN_SUMS);
            if (whose == Whose.ALL) {
                names.add("campaigns_late");
            }
        }
        return names;
    }

    /**
     * What a scenario has beside jobs.
     *
     * @param power whether it says what nodes draw
     * @param campaigns whether it has campaigns or failures
     * @param explained whether it is written down why jobs wait
     */
    public record Has(boolean power, boolean campaigns, boolean explained) {}
}
