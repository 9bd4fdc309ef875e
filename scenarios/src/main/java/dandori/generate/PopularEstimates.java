package dandori.generate;

import dandori.engine.Durations;
import dandori.engine.RandomStreams;
import dandori.job.Jobs;
import dandori.job.Workload;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.eclipse.collections.impl.list.primitive.IntInterval;

/**
 * Time limits as users give them, in place of those that jobs have: some twenty round times have
 * nine jobs of ten, the longest is the most popular ({@link PopularTimes}), and which job asks for
 * which is chance, but that none asks for less than it runs. Tsafrir, Etsion and Feitelson,
 * "Modeling User Runtime Estimates", JSSPP 2005.
 *
 * <p>From the longest job on, each takes at random one of the limits that are left and not shorter
 * than it runs. Jobs that run beyond the longest limit get that, and will be ended there. O(n ·
 * (log n + times)).
 *
 * @param longestMillis the longest time that may be asked for; 0: the longest run time, rounded up
 *     to a time that people write
 * @param longestShare share of jobs that ask for it; negative: as the model has it
 * @param repeat probability that a job takes the limit of the next longer one of its user, if one
 *     is left; not of the paper
 */
public record PopularEstimates(long longestMillis, double longestShare, double repeat) {

    /** As the paper has it. */
    public static final PopularEstimates PUBLISHED = new PopularEstimates(0, -1, 0);

    /** The same jobs with other time limits. */
    public Workload of(Workload workload, RandomStreams streams, long subject) {
        int count = workload.count();
        if (count == 0) {
            return workload;
        }
        UniformRandomProvider random = streams.stream("popular estimates", subject);
        int[] fromLongest = fromLongest(workload);
        long longest = longestMillis(workload, fromLongest[0]);
        PopularTimes times =
                new PopularTimes(count, longest / Durations.SECOND_MILLIS, longestShare, random);
        long[] seconds = times.seconds();
        int[] left = times.counts(count);
        int[] latestOf = new int[workload.users().size() + 1]; // by user + 1: place of the time
        Arrays.fill(latestOf, -1);
        long[] limits = new long[count];
        int open = 0; // times from 0 are not shorter than the job
        int leftOpen = 0; // jobs that they are left for
        for (int job : fromLongest) {
            long runMillis = workload.runMillis(job);
            while (open < seconds.length
                    && seconds[open] * Durations.SECOND_MILLIS >= Math.min(runMillis, longest)) {
                leftOpen += left[open++];
            }
            int user = workload.jobs().user(job) + 1;
            int latest = user == 0 ? -1 : latestOf[user];
            boolean repeats = random.nextDouble() < repeat; // drawn whether used or not
            int u = random.nextInt(Math.max(1, leftOpen));
            int place = repeats && latest >= 0 && left[latest] > 0 ? latest : pick(left, u);
            place = leftOpen == 0 ? 0 : place;
            limits[job] = seconds[place] * Durations.SECOND_MILLIS;
            latestOf[user] = place;
            if (leftOpen > 0) {
                left[place]--;
                leftOpen--;
            }
        }
        return workload.withWalltimes(job -> limits[job]);
    }

    private static int pick(int[] left, int u) {
        int place = 0;
        int rest = u;
        while (place < left.length - 1 && rest >= left[place]) {
            rest -= left[place++];
        }
        return place;
    }

    private long longestMillis(Workload workload, int longestJob) {
        long longest =
                longestMillis > 0
                        ? longestMillis
                        : Walltimes.roundedUp(workload.runMillis(longestJob));
        return Math.max(Durations.SECOND_MILLIS, longest / 1_000 * 1_000);
    }

    /** Jobs by falling run time, equal ones in their order. */
    private static int[] fromLongest(Workload workload) {
        return IntInterval.zeroTo(workload.count() - 1)
                .toList()
                .sortThis((a, b) -> {
                    int byTime = Long.compare(workload.runMillis(b), workload.runMillis(a));
                    return byTime != 0 ? byTime : Integer.compare(a, b);
                })
                .toArray();
    }

    /** What the time limits of jobs came to, beside what the model has. */
    public List<Figure> figures(Workload estimated) {
        Jobs jobs = estimated.jobs();
        long[] limits = new long[jobs.count()];
        Arrays.setAll(limits, jobs::walltimeMillis);
        Arrays.sort(limits);
        int[] counts = new int[limits.length];
        int different = 0;
        int atLongest = 0;
        for (int i = 0; i < limits.length; i++) {
            different += i > 0 && limits[i] != limits[i - 1] ? 1 : 0;
            counts[different]++;
            atLongest += limits[i] == limits[limits.length - 1] ? 1 : 0;
        }
        Arrays.sort(counts);
        int popular = 0;
        for (int i = Math.max(0, counts.length - 20); i < counts.length; i++) {
            popular += counts[i];
        }
        double percent = 100.0 / Math.max(1, limits.length);
        return List.of(
                new Figure("jobs with the 20 commonest time limits in %", 89, percent * popular),
                new Figure(
                        "jobs with the longest time limit in %",
                        longestShare < 0 ? Double.NaN : 100 * longestShare, percent * atLongest));
    }
}
