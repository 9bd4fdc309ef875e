package dandori.experiment;

import dandori.machine.Machine;
import dandori.metric.JobFigures;
import dandori.metric.JobLog;
import dandori.scenario.MovePlan;
import dandori.scenario.Scenario;
import dandori.sim.Moves;
import dandori.sim.Outcome;
import java.util.List;

/**
 * What organizations got in a run, in node milliseconds of their home machines: an hour of a node
 * elsewhere counts as many as the speeds of {@code workload.moves} say, so that a job that moves
 * gets what it would have got at home, but for rounding.
 *
 * @param scenario the scenario
 * @param outcome the run
 */
record Delivered(Scenario scenario, Outcome outcome) {

    /**
     * Of each organization.
     *
     * @param names the organizations
     * @param figures their figures, in nodes wherever these are
     */
    double[] nodeMillis(List<String> names, List<JobFigures> figures) {
        if (scenario.workload().moves().equals(MovePlan.PLAIN)) {
            return figures.stream().mapToDouble(JobFigures::nodeMillis).toArray();
        }
        JobLog log = outcome.log();
        int machines = scenario.machines().size();
        List<Machine> ofPools = outcome.pools().stream().map(Outcome.PoolOutcome::machine).toList();
        int[] machineOf = ofPools.stream().mapToInt(scenario.machines()::indexOf).toArray();
        List<JobFigures> parts =
                JobFigures.byClass(
                        log,
                        outcome.window(),
                        names.size() * machines,
                        job -> {
                            int organization = log.jobs().organization(job);
                            return organization < 0
                                    ? -1
                                    : organization * machines + machineOf[log.pool(job)];
                        });
        Moves moves = MovePlan.of(scenario, names);
        double[] got = new double[names.size()];
        for (int part = 0; part < parts.size(); part++) {
            int organization = part / machines;
            double speed = moves.speed().get(part % machines);
            double atHome = moves.speed().get(moves.home().get(organization));
            got[organization] += parts.get(part).nodeMillis() * speed / atHome;
        }
        return got;
    }
}
