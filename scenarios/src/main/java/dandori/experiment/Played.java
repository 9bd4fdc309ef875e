package dandori.experiment;

import dandori.campaign.CampaignOutcome;
import dandori.campaign.CampaignSource;
import dandori.job.Workload;
import dandori.results.JobList;
import dandori.scenario.SeedWorkload;
import dandori.sim.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that has been played.
 *
 * @param jobs its jobs and campaigns
 * @param source where both came from; null if nobody trains
 * @param outcome what it came to
 */
record Played(SeedWorkload jobs, @Nullable CampaignSource source, Outcome outcome) {

    /** The jobs but for those of campaigns. */
    Workload workload() {
        return jobs.workload();
    }

    /** All jobs, as tables list them. */
    JobList list() {
        return source == null ? JobList.of(workload()) : JobList.of(workload(), source);
    }

    /** Whether a job is one of a campaign's. */
    boolean isPiece(int job) {
        return job >= workload().count();
    }

    /** What became of each campaign, in order. */
    List<CampaignOutcome> campaigns() {
        return source == null ? List.of() : source.outcomes(outcome.log().endOfRunMillis());
    }
}
