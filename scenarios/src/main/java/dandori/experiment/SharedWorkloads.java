package dandori.experiment;

import dandori.scenario.SeedWorkload;
import dandori.scenario.Workloads;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The jobs of each seed, made when the first cell needs them, shared by all of its cells, and let
 * go when the last is done. Safe for several threads; two seeds may be in the making at once.
 */
final class SharedWorkloads {

    private final Workloads workloads;
    private final Map<Integer, Held> held = new LinkedHashMap<>(); // filled once, then only read

    SharedWorkloads(Workloads workloads, Experiment experiment) {
        this.workloads = workloads;
        for (Cell cell : experiment.cells()) {
            held.computeIfAbsent(cell.seed(), seed -> new Held()).users++;
        }
    }

    /** The jobs of a seed. */
    SeedWorkload of(int seed) {
        Held its = its(seed);
        synchronized (its) {
            SeedWorkload known = its.workload;
            if (known == null) {
                known = workloads.forSeed(seed);
                its.workload = known;
            }
            return known;
        }
    }

    /** Says that a cell of the seed is done. */
    void release(int seed) {
        Held its = its(seed);
        synchronized (its) {
            its.users--;
            if (its.users == 0) {
                its.workload = null;
            }
        }
    }

    private Held its(int seed) {
        Held its = held.get(seed);
        if (its == null) {
            throw new IllegalArgumentException("No cell has the seed %d.".formatted(seed));
        }
        return its;
    }

    private static final class Held {
        private int users; // cells that are not done
        private @org.jspecify.annotations.Nullable SeedWorkload workload;
    }
}
