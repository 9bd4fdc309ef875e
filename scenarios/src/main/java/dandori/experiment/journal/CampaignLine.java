package dandori.experiment.journal;

import dandori.campaign.Campaign;
import dandori.campaign.CampaignOutcome;
import dandori.campaign.Extent;
import dandori.campaign.Use;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What became of a campaign, as a tree for JSON and back. Times are milliseconds. */
final class CampaignLine {

    private CampaignLine() {}

    static Map<String, Object> of(CampaignOutcome one) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("campaign", one.campaign().name());
        tree.put("venue", one.venue());
        tree.put("submit_ms", one.submitMillis());
        tree.put("start_ms", one.startMillis());
        tree.put("done_ms", one.doneMillis());
        tree.put("given_up_ms", one.givenUpMillis());
        tree.put("steps_done", one.stepsDone());
        tree.put("pieces", one.pieces());
        tree.put("failures", one.failures());
        tree.put("wait_ms", one.waitMillis());
        List<List<Long>> changes = new ArrayList<>();
        one.extent()
                .changes()
                .forEach(
                        change -> changes.add(List.of(change.fromMillis(), (long) change.nodes())));
        tree.put("nodes", changes);
        tree.put("time_ms", byUse(one.timeMillis()));
        tree.put("node_ms", byUse(one.nodeMillis()));
        return tree;
    }

    private static Map<String, Long> byUse(Map<Use, Long> millis) {
        Map<String, Long> tree = new LinkedHashMap<>();
        millis.forEach((use, its) -> tree.put(use.name(), its));
        return tree;
    }

    /** The outcome of one of these campaigns. */
    static CampaignOutcome read(JsonNode tree, List<Campaign> campaigns) {
        String name = tree.required("campaign").stringValue();
        Campaign campaign =
                campaigns.stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "there is no campaign '%s'.".formatted(name)));
        List<Extent.Change> changes = new ArrayList<>();
        tree.required("nodes")
                .forEach(change ->
                        changes.add(
                                new Extent.Change(
                                        change.required(0).longValue(),
                                        change.required(1).intValue())));
        return new CampaignOutcome(
                campaign,
                tree.required("venue").intValue(),
                tree.required("submit_ms").longValue(),
                tree.required("start_ms").longValue(),
                tree.required("done_ms").longValue(),
                tree.required("given_up_ms").longValue(),
                tree.required("steps_done").longValue(),
                tree.required("pieces").intValue(),
                tree.required("failures").intValue(),
                tree.required("wait_ms").longValue(),
                new Extent(changes),
                byUse(tree.required("time_ms")),
                byUse(tree.required("node_ms")));
    }

    private static Map<Use, Long> byUse(JsonNode tree) {
        Map<Use, Long> millis = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            millis.put(use, tree.required(use.name()).longValue());
        }
        return millis;
    }
}
