package dandori.experiment;

import dandori.campaign.CampaignSource;
import dandori.sim.Routing;
import dandori.state.Situation;
import java.util.List;

/**
 * Sends the pieces of campaigns where their campaigns are, and others as they are sent otherwise.
 *
 * @param campaigns the campaigns
 * @param others where other jobs go
 */
record PieceRouting(CampaignSource campaigns, Routing others) implements Routing {

    @Override
    public int pool(int job, List<? extends Situation> pools) {
        return campaigns.isPiece(job) ? campaigns.pool(job, pools) : others.pool(job, pools);
    }

    @Override
    public long arrivalMillis(int job, long nowMillis) {
        return campaigns.isPiece(job) ? nowMillis : others.arrivalMillis(job, nowMillis);
    }
}
