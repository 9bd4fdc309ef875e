package dandori.statistics;

import dandori.engine.RandomStreams;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Series of which the true mean is known: autoregressive ones, and the waits of queues. */
final class RandomSeries {

    private RandomSeries() {}

    /** X(i) = φ · X(i-1) + a standard normal draw, from a given X(0): in the long run of mean 0. */
    static double[] autoregressive(double phi, double first, int count, long seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("autoregressive", 0);
        double[] series = new double[count];
        double last = first;
        for (int i = 0; i < count; i++) {
            last = phi * last + normal(random);
            series[i] = last;
        }
        return series;
    }

    /** The same, begun as if it had run for ever. */
    static double[] stationary(double phi, int count, long seed) {
        double first =
                normal(new RandomStreams(seed).stream("first", 0)) / Math.sqrt(1 - phi * phi);
        return autoregressive(phi, first, count, seed);
    }

    /**
     * The waits of customers of an M/M/c queue that begins empty, by Kiefer and Wolfowitz: the next
     * customer takes the server that is free first. Service takes 1 on average.
     *
     * @param load arrivals in the time of a service, for each server
     */
    static double[] waits(int servers, double load, int count, long seed) {
        UniformRandomProvider arrivals = new RandomStreams(seed).stream("arrivals", 0);
        UniformRandomProvider services = new RandomStreams(seed).stream("services", 0);
        double[] free = new double[servers]; // when each server is
        double[] waits = new double[count];
        double now = 0;
        for (int i = 0; i < count; i++) {
            now += exponential(arrivals) / (load * servers);
            Arrays.sort(free);
            waits[i] = Math.max(0, free[0] - now);
            free[0] = Math.max(free[0], now) + exponential(services);
        }
        return waits;
    }

    /** The long-run mean wait of M/M/c by Erlang (1917), in times of a service. */
    static double erlangWait(int servers, double load) {
        double offered = load * servers;
        double blocked = 1; // Erlang's B by its recursion
        for (int k = 1; k <= servers; k++) {
            blocked = offered * blocked / (k + offered * blocked);
        }
        double delayed = blocked / (1 - load * (1 - blocked)); // Erlang's C
        return delayed / (servers * (1 - load));
    }

    /** Independent exponential values of mean 1. */
    static double[] exponentials(int count, long seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("exponentials", 0);
        double[] values = new double[count];
        Arrays.setAll(values, i -> exponential(random));
        return values;
    }

    /** Independent lognormal values, of logarithms of mean 0 and deviation 1: of mean √e. */
    static double[] lognormals(int count, long seed) {
        double[] values = autoregressive(0, 0, count, seed);
        Arrays.setAll(values, i -> StrictMath.exp(values[i]));
        return values;
    }

    static double exponential(UniformRandomProvider random) {
        return -StrictMath.log(1 - random.nextDouble());
    }

    /** Box and Muller, one of the two. */
    static double normal(UniformRandomProvider random) {
        return Math.sqrt(2 * exponential(random))
                * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    static double mean(double[] values, int from) {
        return StudentInterval.of(Arrays.copyOfRange(values, from, values.length)).mean();
    }
}
