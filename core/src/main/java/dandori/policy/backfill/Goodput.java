package dandori.policy.backfill;

import dandori.state.Situation;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The fairest speeds: the power mean with p = -1 of how fast each job is compared with a fair share
 * of the nodes, as large as can be, where a job that would have to restart counts for less.
 *
 * <p>Qiao et al., "Pollux: Co-adaptive Cluster Scheduling for Goodput-Optimized Deep Learning",
 * OSDI 2021, and its simulator (commit c793c70, {@code pollux.py}): a job that would have another
 * size counts (age - restarts · restart) / (age + restart) of its speed, at least 0. Here the
 * better of three choices is taken in place of a genetic search: each node dealt in turn to whom it
 * helps most; the same, but those who would grow for less than a restart costs stay as they are;
 * and all who run as they are, with the rest dealt to those who wait. Speeds are those of {@link
 * dandori.job.Elasticity}; batch sizes do not adapt.
 *
 * <p>Cost: O(nodes · jobs).
 */
final class Goodput implements Dealing {

    private static final double NOTHING = 1e-3; // the speed of who is as good as stopped

    private final long restartMillis;
    private final Restarts restarts;

    Goodput(long restartMillis, Restarts restarts) {
        this.restartMillis = restartMillis;
        this.restarts = restarts;
    }

    @Override
    public void deal(Portions portions, Situation now) {
        int[] fewest = portions.sizes();
        fill(portions, now, place -> true);
        int[] best = portions.sizes();
        double fairest = fitness(portions, now);
        for (int place = 0; place < portions.count(); place++) {
            boolean grows = portions.runs(place) && portions.size(place) > portions.present(place);
            if (grows && value(place, portions, now) <= standing(place, portions, now)) {
                portions.resize(place, portions.present(place));
            }
        }
        double careful = fitness(portions, now);
        if (careful > fairest) {
            fairest = careful;
            best = portions.sizes();
        }
        portions.sizes(fewest);
        if (keepAll(portions)) {
            fill(portions, now, place -> !portions.runs(place));
            best = fitness(portions, now) >= fairest ? portions.sizes() : best;
        }
        portions.sizes(best);
    }

    /** Gives all who run the nodes that they have, if there are as many. */
    private static boolean keepAll(Portions portions) {
        int more = 0;
        for (int place = 0; place < portions.count(); place++) {
            if (portions.runs(place)) {
                more += portions.present(place) - portions.size(place);
            }
        }
        if (more > portions.left()) {
            return false;
        }
        for (int place = 0; place < portions.count(); place++) {
            if (portions.runs(place)) {
                portions.resize(place, portions.present(place));
            }
        }
        return true;
    }

    /** Deals nodes to whom each helps most. */
    private void fill(Portions portions, Situation now, IntPredicate who) {
        double[] gain = new double[portions.count()];
        Arrays.setAll(gain, place -> who.test(place) ? gain(place, portions, now) : 0);
        while (portions.left() > 0) {
            int best = -1;
            for (int place = 0; place < gain.length; place++) {
                boolean isBetter = gain[place] > 0 && (best < 0 || gain[place] > gain[best]);
                if (isBetter && portions.mayGrow(place)) {
                    best = place;
                }
            }
            if (best < 0) {
                return;
            }
            portions.grow(best);
            gain[best] = portions.left() > 0 ? gain(best, portions, now) : 0;
        }
    }

    /** By how much each node more, up to the next size, lowers the sum of 1 / speed. */
    private double gain(int place, Portions portions, Situation now) {
        if (!portions.isElastic(place) || !portions.mayGrow(place)) {
            return 0;
        }
        int nodes = portions.size(place);
        int more = portions.next(place);
        double slower = 1 / speed(place, nodes, portions, now);
        return (slower - 1 / speed(place, more, portions, now)) / (more - nodes);
    }

    /** How fast a job is on some nodes, compared with a fair share of all. */
    private static double speed(int place, int nodes, Portions portions, Situation now) {
        int share = now.cluster().nodesInService() / portions.count();
        return portions.speedup(place, nodes)
                / portions.speedup(place, portions.within(place, share));
    }

    private double standing(int place, Portions portions, Situation now) {
        return speed(place, portions.present(place), portions, now);
    }

    /** The same, less for a restart. */
    private double value(int place, Portions portions, Situation now) {
        double speed = speed(place, portions.size(place), portions, now);
        if (!portions.runs(place) || portions.stays(place)) {
            return speed;
        }
        int job = portions.job(place);
        double age = now.nowMillis() - now.jobs().submitMillis(job);
        double useful = age - (double) restarts.of(job, now) * restartMillis;
        double factor = Math.max(useful, 0) / Math.max(1, age + restartMillis);
        return speed * factor;
    }

    /** The power mean with p = -1. */
    private double fitness(Portions portions, Situation now) {
        double sum = 0;
        for (int place = 0; place < portions.count(); place++) {
            sum += 1 / Math.max(NOTHING, value(place, portions, now));
        }
        return portions.count() / sum;
    }
}
