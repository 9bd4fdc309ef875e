package dandori.generate;

import dandori.engine.Durations;
import dandori.engine.RandomStreams;
import java.time.ZonedDateTime;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * For whom jobs are drawn, and how many.
 *
 * @param organization whose jobs they are
 * @param stream which of the organization's streams, counted from 0
 * @param machineNodes the size of the machine that they are for
 * @param start the date of time 0
 * @param lengthMillis jobs come from 0 up to this time
 * @param measure what {@code amount} counts
 * @param amount how much
 * @param streams the seed
 * @param drawnAs the organization whose random numbers are drawn, mostly its own
 */
public record Demand(
        String organization,
        int stream,
        int machineNodes,
        ZonedDateTime start,
        long lengthMillis,
        Measure measure,
        double amount,
        RandomStreams streams,
        String drawnAs) {

    /** How an amount of jobs is measured. */
    public enum Measure {
        /** Expected node-time of the jobs over that of the machine, from time 0 to the length. */
        LOAD,
        /** Expected jobs a day, on average from time 0 to the length. */
        JOBS_PER_DAY
    }

    /** Checks the ranges. */
    public Demand {
        if (machineNodes < 1 || lengthMillis < 1 || !(amount > 0)) {
            throw new IllegalArgumentException(
                    "machineNodes (%d), lengthMillis (%d) and amount (%s) must be above 0."
                            .formatted(machineNodes, lengthMillis, amount));
        }
    }

    /** The same with random numbers of the organization's own. */
    public Demand(
            String organization,
            int stream,
            int machineNodes,
            ZonedDateTime start,
            long lengthMillis,
            Measure measure,
            double amount,
            RandomStreams streams) {
        this(
                organization,
                stream,
                machineNodes,
                start,
                lengthMillis,
                measure,
                amount,
                streams,
                organization);
    }

    /** The node time that the machine has from time 0 to the length, in milliseconds. */
    public double capacity() {
        return machineNodes * (double) lengthMillis;
    }

    /**
     * How many jobs are to be expected.
     *
     * @param meanArea the node time that one needs on average, in milliseconds; above 0
     */
    public double expectedJobs(double meanArea) {
        return measure == Measure.JOBS_PER_DAY
                ? amount * lengthMillis / Durations.DAY_MILLIS
                : amount * capacity() / meanArea;
    }

    /**
     * The random numbers for one purpose: unlike those of other purposes, organizations and
     * streams.
     */
    public UniformRandomProvider random(String purpose) {
        return streams.stream("generate " + purpose + " " + drawnAs, stream);
    }
}
