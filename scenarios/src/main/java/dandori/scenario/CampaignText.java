package dandori.scenario;

import dandori.campaign.Chain;
import dandori.machine.Precision;
import dandori.scenario.campaign.Amounts;
import dandori.scenario.campaign.CampaignPlan;
import dandori.scenario.campaign.CheckpointPlan;
import dandori.scenario.campaign.VenuePlan;
import dandori.scenario.key.Moment;
import dandori.scenario.text.Node;
import dandori.scenario.text.Units;
import dandori.training.Parallelism;
import dandori.training.TrainingCase;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Campaigns as text, with every default filled in. */
final class CampaignText {

    private CampaignText() {}

    static Node of(List<CampaignPlan> plans) {
        TreeBuilder tree = new TreeBuilder();
        plans.forEach(plan -> tree.put(plan.name(), of(plan)));
        return tree.mapping();
    }

    private static Node of(CampaignPlan plan) {
        TreeBuilder tree =
                new TreeBuilder()
                        .text("organization", plan.organization())
                        .text("model", plan.modelFrom())
                        .list(
                                "machines",
                                plan.venues().stream().map(one -> venue(one, plan)).toList())
                        .text("tokens", Amounts.ofTokens(plan.tokens()))
                        .text("done", done(plan.tokensBefore()));
        if (plan.after() == null) {
            tree.text("submit", moment(Objects.requireNonNull(plan.submit())));
        } else {
            tree.text("after", plan.after()).text("delay", Units.duration(plan.delayMillis()));
        }
        if (plan.deadline() != null) {
            tree.text("deadline", moment(plan.deadline()));
        }
        return tree.text("chain", plan.chain() == Chain.AHEAD ? "ahead" : "after-end").mapping();
    }

    private static String done(long tokens) {
        return tokens == 0 ? "0 %" : Amounts.ofTokens(tokens);
    }

    private static String moment(Moment moment) {
        Long millis = moment.millis();
        return millis == null ? String.valueOf(moment.date()) : Units.duration(millis);
    }

    private static Node venue(VenuePlan venue, CampaignPlan plan) {
        TreeBuilder tree =
                new TreeBuilder().text("machine", venue.machine()).number("nodes", venue.nodes());
        if (!venue.others().isEmpty()) {
            tree.text("elastic", venue.leastNodes() + ".." + venue.mostNodes());
        }
        TrainingCase training = venue.training();
        if (training == null) {
            Node batch = new TreeBuilder().number("globalBatch", plan.globalBatch()).mapping();
            tree.put("parallelism", batch)
                    .text(
                            "stepTime",
                            Units.duration(Objects.requireNonNull(venue.givenStepMillis())));
        } else {
            tree.put(
                    "parallelism",
                    parallelism(training.parallelism(), training.software().precision()));
        }
        if (venue.partition() != null) {
            tree.text("partition", venue.partition());
        }
        if (venue.shape() != null) {
            tree.text("shape", venue.shape().toString());
        }
        // what differs between sizes was not given, and is found again
        boolean hasPiece =
                venue.others().stream().allMatch(it -> it.pieceMillis() == venue.pieceMillis());
        boolean hasBandwidth =
                venue.others().stream().allMatch(it -> it.checkpoint().equals(venue.checkpoint()));
        if (hasPiece) {
            tree.text("piece", Units.duration(venue.pieceMillis()));
        }
        return tree.text("margin", Units.duration(venue.marginMillis()))
                .number("spares", venue.spares())
                .put("checkpoint", checkpoint(venue.checkpoint(), hasBandwidth))
                .text("restart", Units.duration(venue.restartMillis()))
                .mapping();
    }

    private static Node parallelism(Parallelism spread, Precision precision) {
        return new TreeBuilder()
                .number("tensor", spread.tensor())
                .number("pipeline", spread.pipeline())
                .number("data", spread.data())
                .number("interleave", spread.interleave())
                .number("expert", spread.expert())
                .flag("sequenceParallel", spread.sequenceParallel())
                .number("microBatch", spread.microBatch())
                .number("globalBatch", spread.globalBatch())
                .text("recompute", spread.recompute().text())
                .text("sharding", spread.sharding().text())
                .text("precision", precision.name().toLowerCase(Locale.ROOT))
                .mapping();
    }

    private static Node checkpoint(CheckpointPlan plan, boolean hasBandwidth) {
        TreeBuilder tree = new TreeBuilder().text("rule", plan.rule().text());
        Long given = plan.givenMillis();
        if (given != null) {
            tree.text("interval", Units.duration(given));
        }
        tree.text("size", Amounts.ofBytes(plan.bytes()));
        return hasBandwidth
                ? tree.text("bandwidth", Amounts.ofBytes(plan.bytesPerSecond()) + "/s").mapping()
                : tree.mapping();
    }
}
