package dandori.experiment;

import dandori.campaign.Campaign;
import dandori.campaign.Venue;
import java.util.ArrayList;
import java.util.List;

/**
 * What a campaign would have had on machines without limits: all its nodes from its submission on,
 * for as long as it takes on the first machine of its list if nothing fails. The same under every
 * policy.
 *
 * @param organization whose it is
 * @param nodes how many nodes, those in reserve among them
 * @param fromMillis when it would have begun
 * @param toMillis when it would have been done
 */
record CampaignDemand(String organization, int nodes, long fromMillis, long toMillis) {

    /** The demand of each campaign, in order. */
    static List<CampaignDemand> of(List<Campaign> campaigns) {
        List<CampaignDemand> demands = new ArrayList<>();
        for (Campaign campaign : campaigns) {
            Venue venue = campaign.venues().get(0);
            long from = fromMillis(campaign, campaigns);
            demands.add(
                    new CampaignDemand(
                            campaign.organization(),
                            venue.allNodes(),
                            from,
                            from + bestMillis(campaign)));
        }
        return demands;
    }

    private static long fromMillis(Campaign campaign, List<Campaign> campaigns) {
        if (campaign.after() < 0) {
            return campaign.submitMillis();
        }
        Campaign before = campaigns.get(campaign.after());
        return fromMillis(before, campaigns) + bestMillis(before) + campaign.submitMillis();
    }

    private static long bestMillis(Campaign campaign) {
        return campaign.venues().get(0).bestMillis(campaign.steps() - campaign.stepsBefore());
    }
}
