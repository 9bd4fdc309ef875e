package dandori.scenario;

import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.sim.Routing;
import dandori.state.Situation;
import java.util.List;

/**
 * Sends every job to the first pool of its organization's home machine, those of no organization to
 * the first of all. Cost: O(1) a job.
 */
final class HomeRouting implements Routing {

    private final Jobs jobs;
    private final int[] poolOfOrganization; // by the workload's index of organizations

    HomeRouting(Scenario scenario, Workload workload) {
        jobs = workload.jobs();
        poolOfOrganization =
                workload.organizations().stream()
                        .mapToInt(name -> firstPool(scenario, scenario.homeOf(name)))
                        .toArray();
    }

    private static int firstPool(Scenario scenario, Machine home) {
        int pool = 0;
        for (Machine machine : scenario.machines()) {
            if (machine.equals(home)) {
                return pool;
            }
            pool += machine.pools().size();
        }
        throw new IllegalStateException("There is no machine '%s'.".formatted(home.name()));
    }

    @Override
    public int pool(int job, List<? extends Situation> pools) {
        int organization = jobs.organization(job);
        return organization < 0 ? 0 : poolOfOrganization[organization];
    }
}
