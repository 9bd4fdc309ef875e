package dandori.experiment;

import dandori.scenario.PolicyParts;
import dandori.scenario.Scenario;
import dandori.scenario.sweep.Variant;
import dandori.scenario.sweep.Variants;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario as a list of simulations: under each combination of the values of its sweeps, each
 * policy of the report under each seed. Policies of one seed face the same jobs.
 *
 * @param variants the scenario under each combination of values; at least one
 * @param cells in order of their numbers, which are their places: all policies of the first seed,
 *     then those of the next; variant after variant. A {@link Shard} has some of them
 */
public record Experiment(List<Variant> variants, List<Cell> cells) {

    /** Keeps the lists. */
    public Experiment {
        variants = List.copyOf(variants);
        cells = List.copyOf(cells);
    }

    /** The experiment of a scenario without sweeps. */
    public static Experiment of(Scenario scenario) {
        return of(Variants.of(scenario));
    }

    /** The experiment of a scenario file. */
    public static Experiment of(Variants variants) {
        List<Cell> cells = new ArrayList<>();
        for (Variant variant : variants.list()) {
            add(cells, variant, variant.scenario().run().seeds());
        }
        return new Experiment(variants.list(), cells);
    }

    /** Puts all policies of a variant under some seeds behind the cells that there are. */
    private static void add(List<Cell> cells, Variant variant, List<Integer> seeds) {
        for (int seed : seeds) {
            for (PolicyParts policy : variant.scenario().policiesToRun()) {
                cells.add(new Cell(cells.size(), variant, policy, seed));
            }
        }
    }

    /**
     * This experiment and more cells behind its own: all policies of a variant, new or not, under
     * more seeds.
     */
    public Experiment with(Variant variant, List<Integer> seeds) {
        List<Variant> all = new ArrayList<>(variants);
        if (!all.contains(variant)) {
            all.add(variant);
        }
        List<Cell> more = new ArrayList<>(cells);
        add(more, variant, seeds);
        return new Experiment(all, more);
    }
}
