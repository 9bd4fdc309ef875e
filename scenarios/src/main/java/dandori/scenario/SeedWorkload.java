package dandori.scenario;

import dandori.campaign.Campaign;
import dandori.generate.Figure;
import dandori.job.Workload;
import dandori.sim.Routing;
import java.util.List;
import java.util.Map;

/**
 * The jobs of all machines under one seed.
 *
 * @param workload the jobs but for those of campaigns, in order of submission
 * @param campaigns who trains
 * @param routing sends each job to its organization's home
 * @param figures of each generated stream, by its path in the file, what was asked for and what
 *     came out
 */
public record SeedWorkload(
        Workload workload,
        List<Campaign> campaigns,
        Routing routing,
        Map<String, List<Figure>> figures) {

    /** Keeps the campaigns. */
    public SeedWorkload {
        campaigns = List.copyOf(campaigns);
    }

    /** Jobs made in Java, without campaigns; those of no organization go to the first machine. */
    public static SeedWorkload of(Scenario scenario, Workload workload) {
        return new SeedWorkload(workload, List.of(), new HomeRouting(scenario, workload), Map.of());
    }
}
