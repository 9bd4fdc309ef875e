package dandori.experiment;

import dandori.metric.Window;
import dandori.policy.Policy;
import dandori.scenario.Accounting;
import dandori.scenario.Scenario;
import dandori.scenario.SeedWorkload;
import dandori.sim.Simulation;
import java.util.function.Consumer;

/**
 * One run of a policy that was made in Java, measured as the cells of scenario files are. Every job
 * goes to its organization's home.
 *
 * @param scenario machines, organizations and the length of the run; its policies are not asked for
 * @param jobs the jobs
 * @param policy the policy
 * @param seed the seed of whatever else is random in the run
 * @param setUp what else is said to the simulation before it runs
 */
public record PolicyRun(
        Scenario scenario, SeedWorkload jobs, Policy policy, int seed, Consumer<Simulation> setUp) {

    /** Plays it and measures it. Cost: that of the simulation. */
    public Measurement measured() {
        Simulation simulation =
                Simulation.of(scenario.machines(), jobs.workload())
                        .routing(jobs.routing())
                        .overrun(scenario.run().overrun())
                        .policy(policy)
                        .conventions(scenario.run().conventions())
                        .accounts(machine -> Accounting.of(scenario, machine.name()))
                        .seed(seed);
        Window window = new RunWindow(scenario, jobs, scenario.run().warmUpMillis()).window();
        if (window != null) {
            simulation.window(window);
        }
        Long lengthMillis = scenario.run().lengthMillis();
        if (lengthMillis != null) {
            simulation.horizonMillis(lengthMillis);
        }
        setUp.accept(simulation);
        return new Measuring(scenario, new Played(jobs, null, simulation.run())).measurement();
    }
}
