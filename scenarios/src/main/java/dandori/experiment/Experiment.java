package dandori.experiment;

import dandori.scenario.PolicyParts;
import dandori.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario as a list of simulations: each policy of the report under each seed. Policies of one
 * seed face the same jobs.
 *
 * @param scenario the scenario
 * @param cells in order of their numbers: all policies of the first seed, then those of the next
 */
public record Experiment(Scenario scenario, List<Cell> cells) {

    /** Keeps the list. */
    public Experiment {
        cells = List.copyOf(cells);
    }

    /** The experiment of a scenario. */
    public static Experiment of(Scenario scenario) {
        List<Cell> cells = new ArrayList<>();
        for (int seed : scenario.run().seeds()) {
            for (PolicyParts policy : scenario.policiesToRun()) {
                cells.add(new Cell(cells.size(), policy, seed));
            }
        }
        return new Experiment(scenario, cells);
    }
}
