package dandori.policy.backfill;

import dandori.job.Elasticity;
import dandori.state.Situation;
import java.util.Arrays;

/**
 * The jobs that are to run, and how many nodes each gets: at first the fewest, then what is left is
 * dealt.
 */
final class Portions {

    private int count;
    private int left; // nodes that are not dealt
    private int[] job = new int[16];
    private boolean[] runs = new boolean[16];
    private boolean[] keeps = new boolean[16]; // the nodes that it has, whatever it could do with
    private int[] size = new int[16];
    private int[] present = new int[16]; // the size that it has now
    private Elasticity[] elasticity = new Elasticity[16];
    private double[] leftMillis = new double[16]; // its time from now on at its present size

    /** Begins anew, with so many nodes to deal. */
    void begin(int nodes) {
        count = 0;
        left = nodes;
    }

    /** The fewest nodes that a job can run on, or all that it asks for if it is rigid. */
    static int fewest(int job, Situation now) {
        Elasticity its = now.jobs().elasticity(job);
        return its.isRigid() ? now.nodesNeeded(job) : its.leastNodes();
    }

    /** Whether a job that runs keeps its nodes: it is rigid, or need not make way. */
    static boolean keepsNodes(int job, Situation now) {
        return now.jobs().elasticity(job).isRigid() || !now.mayMakeWay(job);
    }

    /**
     * Gives a job the fewest nodes that it can run on, or all that it asks for, or has and keeps;
     * says whether there are as many.
     */
    boolean add(int newJob, boolean itRuns, Situation now) {
        Elasticity its = now.jobs().elasticity(newJob);
        boolean itKeeps = itRuns && keepsNodes(newJob, now);
        int least = itKeeps ? now.nodesNeeded(newJob) : fewest(newJob, now);
        if (least > left) {
            return false;
        }
        if (count == job.length) {
            int room = 2 * count;
            job = Arrays.copyOf(job, room);
            runs = Arrays.copyOf(runs, room);
            keeps = Arrays.copyOf(keeps, room);
            size = Arrays.copyOf(size, room);
            present = Arrays.copyOf(present, room);
            elasticity = Arrays.copyOf(elasticity, room);
            leftMillis = Arrays.copyOf(leftMillis, room);
        }
        long stay = itRuns ? now.nowMillis() - now.startMillis(newJob) : 0;
        job[count] = newJob;
        runs[count] = itRuns;
        keeps[count] = itKeeps;
        size[count] = least;
        present[count] = its.isRigid() ? least : now.jobs().nodes(newJob);
        elasticity[count] = its;
        long known = now.jobs().leftMillis(newJob, now.nowMillis());
        leftMillis[count] = known >= 0 ? known : Math.max(0, now.estimateMillis(newJob) - stay);
        left -= least;
        count++;
        return true;
    }

    int count() {
        return count;
    }

    /** The nodes that are left to deal. */
    int left() {
        return left;
    }

    int job(int place) {
        return job[place];
    }

    boolean runs(int place) {
        return runs[place];
    }

    int size(int place) {
        return size[place];
    }

    int present(int place) {
        return present[place];
    }

    /** Whether it runs and has the size that it is to have. */
    boolean stays(int place) {
        return runs[place] && size[place] == present[place];
    }

    /** Whether it may have another size. */
    boolean isElastic(int place) {
        return !keeps[place] && !elasticity[place].isRigid();
    }

    /** Whether it could do with its next size, and there are as many nodes. */
    boolean mayGrow(int place) {
        return size[place] < elasticity[place].mostNodes()
                && elasticity[place].nextNodes(size[place]) - size[place] <= left;
    }

    /** The next larger size of one that may grow. */
    int next(int place) {
        return elasticity[place].nextNodes(size[place]);
    }

    /** How many times as fast as on the fewest nodes it is on some; 1 if it is rigid. */
    double speedup(int place, int nodes) {
        return elasticity[place].speedup(nodes);
    }

    /** The most nodes up to some that it can run on, or the fewest; its own if it is rigid. */
    int within(int place, int nodes) {
        Elasticity its = elasticity[place];
        return its.isRigid() ? size[place] : its.nodesWithin(nodes);
    }

    /** How long it would take from now on with the nodes that it is to have. */
    double leftMillis(int place) {
        return leftMillis[place] * speedup(place, present[place]) / speedup(place, size[place]);
    }

    /** Gives a job its next size. */
    void grow(int place) {
        resize(place, next(place));
    }

    /** Gives a job another size; there must be as many nodes. */
    void resize(int place, int nodes) {
        left -= nodes - size[place];
        size[place] = nodes;
    }

    int[] sizes() {
        return Arrays.copyOf(size, count);
    }

    void sizes(int[] other) {
        for (int place = 0; place < count; place++) {
            resize(place, other[place]);
        }
    }
}
