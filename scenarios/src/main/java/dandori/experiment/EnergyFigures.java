package dandori.experiment;

import dandori.metric.Energy;
import dandori.sim.Outcome;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of machines drew, where the scenario speaks of their power.
 *
 * @param outcome what the run came to
 */
record EnergyFigures(Outcome outcome) {

    /** Puts the figures into those of each machine; its sum into those of all, if all are known. */
    void putInto(Map<Group, Map<String, @Nullable Object>> trees) {
        double drawn = 0;
        double saved = 0;
        for (Outcome.PoolOutcome pool : outcome.pools()) {
            Energy energy = pool.energy();
            Map<String, @Nullable Object> tree =
                    Objects.requireNonNull(trees.get(Group.ofPool(pool)));
            double its = energy == null ? Double.NaN : energy.kilowattHours();
            double itsSaved = energy == null ? Double.NaN : energy.savedKilowattHours();
            put(tree, its, itsSaved);
            tree.put("power_max_kw", energy == null ? null : (Object) energy.mostKilowatts());
            drawn += its;
            saved += itsSaved;
        }
        put(Objects.requireNonNull(trees.get(Group.ALL)), drawn, saved);
    }

    private static void put(Map<String, @Nullable Object> tree, double drawn, double saved) {
        tree.put("energy_kwh", Double.isNaN(drawn) ? null : (Object) drawn);
        tree.put("energy_saved_kwh", Double.isNaN(saved) ? null : (Object) saved);
    }
}
