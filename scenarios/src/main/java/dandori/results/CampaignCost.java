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
 * @param carbonKg carbon dioxide of its electricity, in kg
 * @param electricityYen price of its electricity, in yen
 * @param yen cost, in yen
 * @param priceCertainty how sure the price is
 */
public record CampaignCost(
        double kilowattHours,
        String energyCertainty,
        double carbonKg,
        double electricityYen,
        double yen,
        String priceCertainty) {

    private static final CampaignCost NOTHING =
            new CampaignCost(Double.NaN, "", Double.NaN, Double.NaN, Double.NaN, "");

    /** Of a campaign up to the end of its run. */
    public static CampaignCost of(CampaignOutcome one) {
        if (one.venue() < 0) {
            return NOTHING;
        }
        NodeHour hour = NodeHour.of(one.campaign().venues().get(one.venue()).machine());
        double nodeHours =
                one.nodeMillis().values().stream().mapToLong(Long::longValue).sum()
                        / (double) Durations.HOUR_MILLIS;
        double kilowattHours = nodeHours * hour.kilowattHours().orElse(Double.NaN);
        return new CampaignCost(
                kilowattHours,
                hour.energyCertainty().map(Certainty::text).orElse(""),
                kilowattHours * hour.carbonKgPerKilowattHour().orElse(Double.NaN),
                kilowattHours * hour.yenPerKilowattHour().orElse(Double.NaN),
                nodeHours * hour.yen().orElse(Double.NaN),
                hour.priceCertainty().map(Certainty::text).orElse(""));
    }
}
