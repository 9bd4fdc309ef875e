package dandori.results;

import dandori.campaign.CampaignOutcome;
import dandori.engine.Durations;
import dandori.machine.Certainty;
import dandori.machine.NodeHour;

/**
 * What a campaign took of energy and money: the node time that it was given, those in reserve among
 * it, times an hour of a node. What nobody published is NaN, and empty in words.
 *
 * @param kilowattHours energy, in kWh
 * @param energyCertainty how sure the figures behind it are
 * @param yen cost, in yen
 * @param priceCertainty how sure the price is
 */
public record CampaignCost(
        double kilowattHours, String energyCertainty, double yen, String priceCertainty) {

    private static final CampaignCost NOTHING = new CampaignCost(Double.NaN, "", Double.NaN, "");

    /** Of a campaign up to the end of its run. */
    public static CampaignCost of(CampaignOutcome one) {
        if (one.venue() < 0) {
            return NOTHING;
        }
        NodeHour hour = NodeHour.of(one.campaign().venues().get(one.venue()).machine());
        double nodeHours =
                one.nodeMillis().values().stream().mapToLong(Long::longValue).sum()
                        / (double) Durations.HOUR_MILLIS;
        return new CampaignCost(
                nodeHours * hour.kilowattHours().orElse(Double.NaN),
                hour.energyCertainty().map(Certainty::text).orElse(""),
                nodeHours * hour.yen().orElse(Double.NaN),
                hour.priceCertainty().map(Certainty::text).orElse(""));
    }
}
