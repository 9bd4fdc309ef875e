package dandori.experiment;

import dandori.engine.Durations;
import dandori.machine.Machine;
import dandori.machine.NodeHour;
import dandori.metric.Energy;
import dandori.metric.JobFigures;
import dandori.metric.JobLog;
import dandori.sim.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of machines drew, what that costs the world and what it costs in money: of each
 * machine, of all, and of each organization.
 *
 * <p>The energy of a pool, that of its idle nodes among it, is divided among organizations in
 * proportion to the node time that each got there in the window: who uses a machine pays for what
 * it draws while nobody does. So their parts add up to the whole, but for jobs of no organization.
 *
 * @param outcome what the run came to
 * @param organizations the names of organizations
 */
record EnergyFigures(Outcome outcome, List<String> organizations) {

    /** Whether some machine has a price of a node hour. */
    boolean hasPrices() {
        return outcome.pools().stream()
                .anyMatch(pool -> NodeHour.of(pool.machine()).yen().isPresent());
    }

    /** Puts in what node hours cost; the sum into those of all, if all prices are known. */
    void putCosts(Map<Group, Map<String, @Nullable Object>> trees) {
        double[][] hours = nodeHours();
        double[] yen = new double[hours.length];
        for (int pool = 0; pool < outcome.pools().size(); pool++) {
            double price = NodeHour.of(machine(pool)).yen().orElse(Double.NaN);
            for (int row = 0; row < hours.length; row++) {
                yen[row] += times(hours[row][pool], price);
            }
            double its = times(hours[organizations.size()][pool], price);
            tree(trees, Group.ofPool(outcome.pools().get(pool))).put("cost_yen", number(its));
        }
        for (int row = 0; row < hours.length; row++) {
            tree(trees, group(row)).put("cost_yen", number(yen[row]));
        }
    }

    /** Puts in what was drawn; the sums into those of all, if all are known. */
    void putInto(Map<Group, Map<String, @Nullable Object>> trees) {
        List<Drawn> pools = new ArrayList<>();
        for (Outcome.PoolOutcome pool : outcome.pools()) {
            Energy energy = pool.energy();
            Drawn its = Drawn.of(pool);
            Map<String, @Nullable Object> tree = tree(trees, Group.ofPool(pool));
            its.putInto(tree);
            tree.put("power_max_kw", energy == null ? null : (Object) energy.mostKilowatts());
            pools.add(its);
        }
        double[][] hours = nodeHours();
        for (int row = 0; row < organizations.size(); row++) {
            Drawn sum = Drawn.NOTHING;
            for (int pool = 0; pool < pools.size(); pool++) {
                double all = hours[organizations.size()][pool];
                sum = sum.plus(pools.get(pool).part(all == 0 ? 0 : hours[row][pool] / all));
            }
            sum.putInto(tree(trees, group(row)));
        }
        pools.stream().reduce(Drawn.NOTHING, Drawn::plus).putInto(tree(trees, Group.ALL));
    }

    private static Map<String, @Nullable Object> tree(
            Map<Group, Map<String, @Nullable Object>> trees, Group group) {
        return Objects.requireNonNull(trees.get(group));
    }

    private Group group(int row) {
        return row == organizations.size()
                ? Group.ALL
                : Group.organization(organizations.get(row));
    }

    private Machine machine(int pool) {
        return outcome.pools().get(pool).machine();
    }

    /** Delivered in the window, by organization and pool; in a last row of all jobs. */
    private double[][] nodeHours() {
        int pools = outcome.pools().size();
        JobLog log = outcome.log();
        List<JobFigures> parts =
                JobFigures.byClass(
                        log,
                        outcome.window(),
                        (organizations.size() + 1) * pools,
                        job -> {
                            int its = log.jobs().organization(job);
                            return (its < 0 ? organizations.size() : its) * pools + log.pool(job);
                        });
        double[][] hours = new double[organizations.size() + 1][pools];
        for (int part = 0; part < parts.size(); part++) {
            double its = parts.get(part).nodeMillis() / (double) Durations.HOUR_MILLIS;
            hours[part / pools][part % pools] += its;
            if (part / pools < organizations.size()) {
                hours[organizations.size()][part % pools] += its;
            }
        }
        return hours;
    }

    /** Nothing times something unknown is nothing. */
    private static double times(double amount, double each) {
        return amount == 0 ? 0 : amount * each;
    }

    private static @Nullable Object number(double value) {
        return Double.isNaN(value) ? null : (Object) value;
    }

    /**
     * Energy and what it costs; NaN is not known.
     *
     * @param kilowattHours energy
     * @param idle what of it idle nodes drew, in kWh
     * @param saved what caps saved, in kWh
     * @param carbonKg carbon dioxide of the electricity
     * @param yen its price
     */
    private record Drawn(
            double kilowattHours, double idle, double saved, double carbonKg, double yen) {

        static final Drawn NOTHING = new Drawn(0, 0, 0, 0, 0);

        static Drawn of(Outcome.PoolOutcome pool) {
            Energy energy = pool.energy();
            if (energy == null) {
                return new Drawn(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            }
            NodeHour hour = NodeHour.of(pool.machine());
            double all = energy.kilowattHours();
            return new Drawn(
                    all,
                    energy.idleKilowattHours(),
                    energy.savedKilowattHours(),
                    times(all, hour.carbonKgPerKilowattHour().orElse(Double.NaN)),
                    times(all, hour.yenPerKilowattHour().orElse(Double.NaN)));
        }

        Drawn part(double share) {
            return new Drawn(
                    times(share, kilowattHours),
                    times(share, idle),
                    times(share, saved),
                    times(share, carbonKg),
                    times(share, yen));
        }

        Drawn plus(Drawn other) {
            return new Drawn(
                    kilowattHours + other.kilowattHours,
                    idle + other.idle,
                    saved + other.saved,
                    carbonKg + other.carbonKg,
                    yen + other.yen);
        }

        void putInto(Map<String, @Nullable Object> tree) {
            tree.put("energy_kwh", number(kilowattHours));
            tree.put("energy_idle_kwh", number(idle));
            tree.put("energy_saved_kwh", number(saved));
            tree.put("carbon_kg", number(carbonKg));
            tree.put("electricity_yen", number(yen));
        }
    }
}
