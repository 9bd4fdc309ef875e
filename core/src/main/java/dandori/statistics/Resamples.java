package dandori.statistics;

import dandori.engine.RandomStreams;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The samples that {@link Bootstrap} draws. Which of n values each takes is a function of n and the
 * seed alone, so it is drawn once for all series of n values.
 *
 * <p>Safe for several threads. Cost: O(draws · n) random numbers for the first series of n values,
 * as many additions for each. Memory: 4 kB times n for each n that came last, 64 MB at most.
 */
public final class Resamples {

    /** How many samples are drawn. */
    public static final int DRAWS = 2_000;

    private static final int MOST_PLACES = 1 << 25; // that are kept, of two bytes each
    private static final int TOGETHER = 4; // sums at a time; one alone waits for each addition

    private final RandomStreams streams;
    private final Map<Integer, char[]> kept = new LinkedHashMap<>(16, 0.75f, true); // latest last
    private int keptPlaces;

    /** Draws from the given seed. */
    public Resamples(RandomStreams streams) {
        this.streams = streams;
    }

    /**
     * The mean of each sample, in order of the draws.
     *
     * @param values at least one
     */
    double[] means(double... values) {
        return values.length <= MOST_PLACES / DRAWS
                ? means(values, places(values.length))
                : drawnAnew(values);
    }

    private double[] means(double[] values, char[] places) {
        int count = values.length;
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw += TOGETHER) {
            int at = draw * count;
            double first = 0;
            double second = 0;
            double third = 0;
            double fourth = 0;
            for (int i = at; i < at + count; i++) {
                first += values[places[i]];
                second += values[places[i + count]];
                third += values[places[i + 2 * count]];
                fourth += values[places[i + 3 * count]];
            }
            means[draw] = first / count;
            means[draw + 1] = second / count;
            means[draw + 2] = third / count;
            means[draw + 3] = fourth / count;
        }
        return means;
    }

    private double[] drawnAnew(double[] values) {
        UniformRandomProvider random = random();
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[draw] = sum / values.length;
        }
        return means;
    }

    /** Which of so many values are drawn, one sample after the other. */
    private synchronized char[] places(int count) {
        char[] known = kept.get(count);
        if (known != null) {
            return known;
        }
        UniformRandomProvider random = random();
        char[] places = new char[DRAWS * count];
        for (int i = 0; i < places.length; i++) {
            places[i] = (char) random.nextInt(count);
        }
        keptPlaces += places.length;
        Iterator<char[]> oldest = kept.values().iterator();
        while (keptPlaces > MOST_PLACES) {
            keptPlaces -= oldest.next().length;
            oldest.remove();
        }
        kept.put(count, places);
        return places;
    }

    private UniformRandomProvider random() {
        return streams.stream("bootstrap", 0);
    }
}
