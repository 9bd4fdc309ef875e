package dandori.experiment;

import dandori.metric.Observer;
import dandori.scenario.Outages;
import dandori.scenario.PolicyParts;
import dandori.scenario.Scenario;
import dandori.scenario.SeedWorkload;
import dandori.sim.Checking;
import dandori.sim.Simulation;

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
     * The simulation of a seed, for one run.
     *
     * @param jobs the jobs of the seed
     * @param seed the seed
     */
    public Simulation simulation(SeedWorkload jobs, int seed) {
        RunSettings settings = new RunSettings(1, checking, null);
        return new CellRun(scenario, new Cell(0, policy, seed), jobs, settings)
                .prepared(Outages.of(scenario, jobs.workload().origin()), NOBODY)
                .simulation();
    }
}
