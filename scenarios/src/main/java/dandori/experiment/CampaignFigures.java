package dandori.experiment;

import dandori.campaign.CampaignOutcome;
import dandori.campaign.Use;
import dandori.engine.Durations;
import dandori.metric.JobLog;
import dandori.results.CampaignCost;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Measures campaigns, and what failures cost, over the whole run; docs/data/summary.md. */
final class CampaignFigures {

    private final Played played;
    private final long endMillis;

    CampaignFigures(Played played) {
        this.played = played;
        endMillis = played.outcome().log().endOfRunMillis();
    }

    /** The figures of one campaign. */
    Map<String, @Nullable Object> of(CampaignOutcome one) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("submit_s", seconds(one.submitMillis()));
        tree.put("start_s", seconds(one.startMillis()));
        tree.put("done_s", seconds(one.doneMillis()));
        boolean hasDeadline = one.campaign().deadlineMillis() < Long.MAX_VALUE;
        tree.put("deadline_s", hasDeadline ? seconds(one.campaign().deadlineMillis()) : null);
        tree.put("late", hasDeadline ? (isLate(one) ? 1 : 0) : null);
        tree.put("given_up", one.givenUpMillis() == CampaignOutcome.NEVER ? 0 : 1);
        tree.put("tokens_done", one.tokensDone());
        tree.put("share_done", (double) one.tokensDone() / one.campaign().tokens());
        tree.put("pieces", one.pieces());
        tree.put("failures", one.failures());
        boolean hasRun = one.extent().mostNodes() > 0;
        tree.put("least_nodes", hasRun ? one.extent().leastNodes() : null);
        tree.put("most_nodes", hasRun ? one.extent().mostNodes() : null);
        long nodeMillis = one.nodeMillis().values().stream().mapToLong(Long::longValue).sum();
        tree.put("mean_nodes", number((double) nodeMillis / one.allocatedMillis()));
        tree.put("resizes", one.extent().resizes());
        tree.put("wait_h", hours(one.waitMillis()));
        for (Use use : Use.values()) {
            if (use != Use.SPARE) {
                tree.put(use.text() + "_h", hours(one.millis(use)));
            }
        }
        tree.put("goodput", number(one.goodput()));
        one.nodeMillis().forEach((use, millis) -> tree.put(key(use), hours(millis)));
        CampaignCost cost = CampaignCost.of(one);
        tree.put("energy_kwh", number(cost.kilowattHours()));
        tree.put("carbon_kg", number(cost.carbonKg()));
        tree.put("electricity_yen", number(cost.electricityYen()));
        tree.put("cost_yen", number(cost.yen()));
        return tree;
    }

    /**
     * What campaigns and failures came to on some machine, or on all.
     *
     * @param machine the machine's name; empty for all
     * @param isThere whether a job was there
     */
    Map<String, @Nullable Object> sums(String machine, IntPredicate isThere) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Map<Use, Long> sums = new EnumMap<>(Use.class);
        long all = 0;
        int late = 0;
        for (CampaignOutcome one : played.campaigns()) {
            boolean isHere =
                    machine.isEmpty()
                            || one.venue() >= 0
                                    && one.campaign()
                                            .venues()
                                            .get(one.venue())
                                            .machine()
                                            .name()
                                            .equals(machine);
            late += isLate(one) ? 1 : 0;
            for (Use use : isHere ? List.of(Use.values()) : List.<Use>of()) {
                long millis = one.nodeMillis().getOrDefault(use, 0L);
                sums.merge(use, millis, Long::sum);
                all += millis;
            }
        }
        if (machine.isEmpty()) {
            tree.put("campaigns_late", late);
        }
        long useful = sums.getOrDefault(Use.USEFUL, 0L);
        tree.put("campaign_goodput", number((double) useful / all));
        for (Use use : Use.values()) {
            tree.put("campaign_" + key(use), hours(sums.getOrDefault(use, 0L)));
        }
        tree.put("jobs_lost_node_hours", jobsLostNodeMillis(isThere) / Durations.HOUR_MILLIS);
        return tree;
    }

    /** Node time of ordinary jobs whose work was lost. */
    private double jobsLostNodeMillis(IntPredicate isThere) {
        JobLog log = played.outcome().log();
        double lost = 0;
        for (int job = 0; job < played.workload().count(); job++) {
            if (isThere.test(job)) {
                lost += (double) log.lostMillis(job) * log.jobs().nodes(job);
            }
        }
        return lost;
    }

    /** Whether its deadline has passed without it. */
    private boolean isLate(CampaignOutcome one) {
        long deadline = one.campaign().deadlineMillis();
        return one.isDone() ? one.doneMillis() > deadline : endMillis > deadline;
    }

    private static String key(Use use) {
        return use.text() + "_node_hours";
    }

    private static @Nullable Object seconds(long millis) {
        return millis == CampaignOutcome.NEVER ? null : (Object) (millis / 1000.0);
    }

    private static double hours(long millis) {
        return (double) millis / Durations.HOUR_MILLIS;
    }

    private static @Nullable Object number(double value) {
        return Double.isFinite(value) ? (Object) value : null;
    }
}
