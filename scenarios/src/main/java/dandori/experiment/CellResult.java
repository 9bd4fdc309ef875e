package dandori.experiment;

import dandori.campaign.CampaignOutcome;
import dandori.generate.Figure;
import java.util.List;
import java.util.Map;

/**
 * A cell that was played to its end.
 *
 * @param cell which
 * @param jobs how many jobs it had, pieces of campaigns among them
 * @param drawn how many jobs its draw has, without campaigns
 * @param measurement what it came to
 * @param campaigns what became of each campaign, in order
 * @param generated of each generated stream, by its path in the file, what was asked for and what
 *     came out
 * @param outages how many planned outages fell into the run
 */
public record CellResult(
        Cell cell,
        int jobs,
        int drawn,
        Measurement measurement,
        List<CampaignOutcome> campaigns,
        Map<String, List<Figure>> generated,
        int outages) {

    /** Keeps the campaigns. */
    public CellResult {
        campaigns = List.copyOf(campaigns);
    }
}
