package dandori.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The times that users ask for and the share of jobs that ask for each, by the model of Tsafrir,
 * Etsion and Feitelson, "Modeling User Runtime Estimates", JSSPP 2005; constants are those of the
 * authors' program, m_tsafrir05.
 *
 * <p>Twenty popular times have 89 % of the jobs: the longest that there is, 15 that are popular
 * everywhere, and round ones. How popular each is, is drawn, in the bounds of four logs. The rest
 * have many times, few jobs each. O(times²) to make.
 */
final class PopularTimes {

    private static final int HOUR = 3_600;
    private static final int TOP = 20;
    private static final double HEAD_PERCENT = 89;

    private static final int[] POPULAR_S = {
        300, 600, 900, 1_200, 1_800, HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR, 5 * HOUR, 6 * HOUR,
        8 * HOUR, 10 * HOUR, 12 * HOUR, 18 * HOUR
    };
    private static final int[] ROUND_S = {
        200 * HOUR, 100 * HOUR, 50 * HOUR, 10 * HOUR, 5 * HOUR, 2 * HOUR, HOUR, 1_200, 600, 300
    };

    /** Jobs and how many different times they ask for, straight lines between. */
    private static final int[][] DIFFERENT = {
        {0, 0}, {20, 10}, {200, 20}, {1_000, 35}, {10_000, 90}, {70_000, 340}, {250_000, 565}
    };

    /** Popularity in SDSC-106, CTC, KTH-4H and SDSC-BLUE of the longest, then from the shortest. */
    private static final int[][] POPULARITY = {
        {3, 1, 1, 1}, {1, 3, 4, 6}, {4, 4, 10, 5}, {17, 2, 14, 3}, {13, 12, 20, 7},
        {7, 9, 2, 2}, {8, 8, 3, 18}, {18, 18, 7, 19}, {2, 6, 12, 4}, {6, 7, 6, 11},
        {16, 11, 19, 20}, {10, 20, 5, 9}, {5, 16, 18, 10}, {15, 5, 16, 14}, {14, 14, 9, 13},
        {19, 13, 17, 16}, {11, 10, 15, 15}, {12, 15, 13, 17}, {9, 17, 8, 8}, {20, 19, 11, 12}
    };

    private final long[] seconds; // falls
    private final double[] shares; // of the jobs, by time; sum 1
    private final int headCount;

    /**
     * The times of so many jobs.
     *
     * @param jobs how many, at least 1
     * @param longestSeconds the longest time that may be asked for, at least 1
     * @param longestShare share of jobs that ask for that; negative: as popular as the model has it
     * @param random decides what is how popular
     */
    PopularTimes(int jobs, long longestSeconds, double longestShare, UniformRandomProvider random) {
        List<Long> head = head(longestSeconds);
        double[] headShares = headShares(head.size(), longestShare);
        int[] ranks = ranks(head.size(), random);
        headCount = head.size();
        List<Long> tail = tail(longestSeconds, head, different(jobs));
        double rest = tail.isEmpty() ? 0 : 1 - sum(headShares);
        double headScale = tail.isEmpty() ? 1 / sum(headShares) : 1;
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < headCount; i++) {
            all.add(new double[] {head.get(i), headScale * headShares[ranks[i]]});
        }
        double[] tailShares = tailShares(tail.size(), rest);
        shuffle(tail, random);
        for (int i = 0; i < tail.size(); i++) {
            all.add(new double[] {tail.get(i), tailShares[i]});
        }
        all.sort((a, b) -> Double.compare(b[0], a[0]));
        seconds = all.stream().mapToLong(its -> (long) its[0]).toArray();
        shares = all.stream().mapToDouble(its -> its[1]).toArray();
    }

    /** The times in seconds, the longest first. */
    long[] seconds() {
        return seconds;
    }

    /** How many of so many jobs ask for each; rounded so that they add up. */
    int[] counts(int jobs) {
        int[] counts = new int[shares.length];
        double owed = 0;
        int given = 0;
        for (int i = 0; i < counts.length; i++) {
            owed += shares[i] * jobs;
            counts[i] = (int) Math.min(jobs, Math.round(owed)) - given;
            given += counts[i];
        }
        counts[0] += jobs - given;
        return counts;
    }

    /** The longest, then the popular ones from the shortest, twenty where there are so many. */
    private static List<Long> head(long longest) {
        TreeSet<Long> popular = new TreeSet<>();
        for (int one : POPULAR_S) {
            if (one < longest) {
                popular.add((long) one);
            }
        }
        for (int step : ROUND_S) {
            for (long one = longest / step * step; one > 0; one -= step) {
                if (popular.size() < TOP - 1 && one < longest) {
                    popular.add(one);
                }
            }
        }
        List<Long> head = new ArrayList<>(List.of(longest));
        head.addAll(popular);
        return head;
    }

    /** The shares of popular times, the most popular first, by an exponential of the rank. */
    private static double[] headShares(int count, double longestShare) {
        double[] shares = new double[count];
        double sum = 0;
        for (int i = 1; i < count; i++) {
            shares[i] = (14.0491 * StrictMath.exp(-0.177531 * (i + 1)) + 0.462513) / 100;
            sum += shares[i];
        }
        shares[0] = longestShare < 0 ? HEAD_PERCENT / 100 - sum : longestShare;
        if (longestShare >= 0) {
            double left = Math.max(0, HEAD_PERCENT / 100 - longestShare);
            for (int i = 1; i < count; i++) {
                shares[i] *= left / sum;
            }
        }
        return shares;
    }

    /** The place in popularity of each time of the head, from 0; the longest is the first. */
    private static int[] ranks(int count, UniformRandomProvider random) {
        int[] latest = new int[TOP + 1]; // by rank: the last row that has it
        for (int row = 0; row < TOP; row++) {
            for (int rank : POPULARITY[row]) {
                latest[rank] = row;
            }
        }
        boolean[] isTaken = new boolean[TOP + 1];
        List<Integer> pool = new ArrayList<>();
        int[] chosen = new int[TOP];
        for (int row = 0; row < TOP; row++) {
            for (int rank : POPULARITY[row]) {
                if (!isTaken[rank]) {
                    pool.add(rank);
                }
            }
            int one = random.nextInt(pool.size());
            int other = random.nextInt(pool.size());
            int rank = row == 0 ? 1 : Math.min(pool.get(one), pool.get(other));
            for (int due = TOP; due >= 1 && row > 0; due--) {
                rank = !isTaken[due] && latest[due] <= row ? due : rank;
            }
            chosen[row] = rank;
            isTaken[rank] = true;
            pool.removeIf(its -> isTaken[its]);
        }
        int[] ranks = new int[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                ranks[i] += chosen[j] < chosen[i] ? 1 : 0;
            }
        }
        return ranks;
    }

    /** How many different times so many jobs ask for. */
    private static int different(int jobs) {
        for (int i = 1; i < DIFFERENT.length; i++) {
            int[] from = DIFFERENT[i - 1];
            int[] to = DIFFERENT[i];
            if (jobs <= to[0]) {
                double slope = (double) (to[1] - from[1]) / (to[0] - from[0]);
                return from[1] + (int) Math.round((jobs - from[0]) * slope);
            }
        }
        return DIFFERENT[DIFFERENT.length - 1][1];
    }

    /** The unpopular times, in whole minutes where none stands there yet. */
    private static List<Long> tail(long longest, List<Long> head, int different) {
        int count = Math.max(0, different - head.size());
        double a = 1 + 12.1039 * StrictMath.pow(different, -0.6026);
        TreeSet<Long> tail = new TreeSet<>();
        for (int i = 1; i <= count; i++) {
            double x = (double) i / count;
            long minute = Math.round((a - 1) * x / (a - x) * longest / 60) * 60;
            for (int off : new int[] {0, 30, -30, 20, -20, 10, -10}) {
                long one = minute + off;
                if (one > 0 && one < longest && !head.contains(one) && tail.add(one)) {
                    break;
                }
            }
        }
        return new ArrayList<>(tail);
    }

    /** The shares of unpopular times, by a power of the rank. */
    private static double[] tailShares(int count, double sum) {
        double[] shares = new double[count];
        for (int i = 0; i < count; i++) {
            shares[i] = StrictMath.pow(TOP + 1 + i, -2.267);
        }
        double scale = sum / sum(shares);
        for (int i = 0; i < count; i++) {
            shares[i] *= scale;
        }
        return shares;
    }

    private static double sum(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        return sum;
    }

    private static void shuffle(List<Long> times, UniformRandomProvider random) {
        for (int i = times.size() - 1; i > 0; i--) {
            Collections.swap(times, i, random.nextInt(i + 1));
        }
    }
}
