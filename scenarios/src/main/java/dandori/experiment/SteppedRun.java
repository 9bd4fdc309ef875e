package dandori.experiment;

import dandori.campaign.CampaignSource;
import dandori.job.Workload;
import dandori.metric.Observer;
import dandori.scenario.KnownParts;
import dandori.scenario.Outages;
import dandori.scenario.PolicyParts;
import dandori.scenario.Scenario;
import dandori.scenario.SeedWorkload;
import dandori.scenario.sweep.Variant;
import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.List;

/**
 * A policy of a scenario for somebody who decides in place of its backfill, step by step: the
 * simulations of its cells, not yet begun.
 *
 * @param scenario the scenario
 * @param policy the policy
 * @param checking how much the runs check themselves
 */
public record SteppedRun(Scenario scenario, PolicyParts policy, Checking checking) {

    private static final Observer NOBODY = new Observer() {};

    /**
     * A simulation that has not begun, and the names behind the numbers of its jobs.
     *
     * @param simulation for one run
     * @param users names by {@link dandori.job.Jobs#user}, those of campaigns among them
     * @param organizations names by {@link dandori.job.Jobs#organization}, the same
     */
    public record Ready(Simulation simulation, List<String> users, List<String> organizations) {}

    /**
     * The simulation of a seed, for one run.
     *
     * @param jobs the jobs of the seed
     * @param seed the seed
     * @throws ScenarioException if the warm-up is to be found
     */
    public Ready ready(SeedWorkload jobs, int seed) {
        if (scenario.run().certainty().findsWarmUp()) {
            throw new ScenarioException(
                    scenario.name(),
                    List.of(
                            new Issue(
                                    "run.warmUp",
                                    0,
                                    "'auto' is found before the runs of a study, and this is none.",
                                    "a duration, such as '1d'.")));
        }
        RunSettings settings = new RunSettings(1, checking, null);
        CellRun.Prepared it =
                new CellRun(
                                new Cell(0, Variant.only(scenario), policy, seed),
                                jobs,
                                KnownParts.found(),
                                settings,
                                scenario.run().warmUpMillis())
                        .prepared(Outages.of(scenario, jobs.workload().origin()), NOBODY);
        CampaignSource campaigns = it.source();
        Workload plain = jobs.workload();
        return campaigns == null
                ? new Ready(it.simulation(), plain.users(), plain.organizations())
                : new Ready(it.simulation(), campaigns.users(), campaigns.organizations());
    }
}
