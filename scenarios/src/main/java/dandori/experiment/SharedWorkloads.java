package dandori.experiment;

import dandori.scenario.SeedWorkload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of each draw, made when the first cell needs them, shared by all of its cells, and let
 * go when the last is done. Safe for several threads; two draws may be in the making at once.
 */
final class SharedWorkloads {

    private final VariantWorkloads workloads;
    private final Map<Cell.Draw, Held> held = new LinkedHashMap<>(); // filled once, then only read

    SharedWorkloads(VariantWorkloads workloads, List<Cell> cells) {
        this.workloads = workloads;
        for (Cell cell : cells) {
            held.computeIfAbsent(cell.draw(), draw -> new Held()).users++;
        }
    }

    /** The jobs that a cell meets. */
    SeedWorkload of(Cell cell) {
        Held its = its(cell);
        synchronized (its) {
            SeedWorkload known = its.workload;
            if (known == null) {
                known = workloads.jobs(cell);
                its.workload = known;
            }
            return known;
        }
    }

    /** Says that a cell is done. */
    void release(Cell cell) {
        Held its = its(cell);
        synchronized (its) {
            its.users--;
            if (its.users == 0) {
                its.workload = null;
            }
        }
    }

    private Held its(Cell cell) {
        Held its = held.get(cell.draw());
        if (its == null) {
            throw new IllegalArgumentException("No cell has the draw %s.".formatted(cell.draw()));
        }
        return its;
    }

    private static final class Held {
        private int users; // cells that are not done
        private @Nullable SeedWorkload workload;
    }
}
