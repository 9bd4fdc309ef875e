package dandori.fit;

import dandori.job.Jobs;
import dandori.job.Workload;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BisectionSolver;

/**
 * Finds out who submits the jobs of a log, and what he does again. Jobs without a user are those of
 * one more, whom nobody else is.
 */
final class Habits {

    private static final double STEEPEST = 5;

    private Habits() {}

    static UserHabits of(Workload log) {
        Jobs jobs = log.jobs();
        int count = log.count();
        int nobody = log.users().size(); // the place of jobs without a user
        boolean isAnyNobodys = IntStream.range(0, count).anyMatch(job -> jobs.user(job) < 0);
        double[] byUser = new double[Math.max(1, nobody + (isAnyNobodys ? 1 : 0))];
        Map<Integer, Integer> lastOf = new HashMap<>(); // by user: his latest job
        Map<String, Integer> kinds = new HashMap<>(); // nodes and limit: how many jobs
        int same = 0;
        int again = 0;
        int followed = 0;
        int before = Integer.MIN_VALUE;
        for (int job = 0; job < count; job++) {
            int user = jobs.user(job) < 0 ? nobody : jobs.user(job);
            byUser[user]++;
            same += user == before ? 1 : 0;
            before = user;
            kinds.merge(kind(jobs, job), 1, Integer::sum);
            Integer last = lastOf.put(user, job);
            if (last != null) {
                followed++;
                again += kind(jobs, job).equals(kind(jobs, last)) ? 1 : 0;
            }
        }
        double kindByChance =
                kinds.values().stream().mapToLong(one -> (long) one * one).sum()
                        / ((double) count * count);
        double userByChance =
                Arrays.stream(byUser).map(one -> one * one).sum() / ((double) count * count);
        return new UserHabits(
                byUser.length,
                exponent(byUser),
                beyond((double) same / Math.max(1, count - 1), userByChance),
                beyond((double) again / Math.max(1, followed), kindByChance));
    }

    private static String kind(Jobs jobs, int job) {
        return jobs.nodes(job) + " " + jobs.walltimeMillis(job);
    }

    /** The part q for which q + (1 - q) · chance is the share. */
    private static double beyond(double share, double chance) {
        return chance >= 1 ? 0 : Math.max(0, (share - chance) / (1 - chance));
    }

    /** The most likely one: it makes the mean logarithm of the rank what it is in the log. */
    private static double exponent(double[] byUser) {
        double[] ranked = byUser.clone();
        Arrays.sort(ranked);
        double jobs = 0;
        double logs = 0;
        for (int rank = 1; rank <= ranked.length; rank++) {
            double its = ranked[ranked.length - rank];
            jobs += its;
            logs += its * StrictMath.log(rank);
        }
        double mean = logs / jobs;
        UnivariateFunction beyond = exponent -> meanLogRank(exponent, ranked.length) - mean;
        if (beyond.value(0) <= 0) {
            return 0;
        }
        return beyond.value(STEEPEST) >= 0
                ? STEEPEST
                : new BisectionSolver(1e-9).solve(200, beyond, 0, STEEPEST);
    }

    private static double meanLogRank(double exponent, int users) {
        double sum = 0;
        double logs = 0;
        for (int rank = 1; rank <= users; rank++) {
            double weight = StrictMath.exp(-exponent * StrictMath.log(rank));
            sum += weight;
            logs += weight * StrictMath.log(rank);
        }
        return logs / sum;
    }
}
