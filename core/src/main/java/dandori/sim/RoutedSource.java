package dandori.sim;

import dandori.job.ForwardingSource;
import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.RoutingRule;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.List;

/**
 * A workload whose jobs may go to other machines than their own: the source of a run, and its
 * routing.
 *
 * <p>A job that may move is decided about once, when it is submitted: among the machines of which a
 * pool takes it (the first that does), its home first, the one that the rule likes best. Elsewhere
 * it has other nodes and times ({@link Moves}), and is in the queue later; until then it counts as
 * waiting, its wait is counted from its first submission, and orders see that submission. It does
 * not move again. Jobs that ask for a shape, for communication or for a minimum run time stay at
 * home, since those are meant for it; one that nobody takes does too, and is rejected there.
 *
 * <p>Cost: O(machines) and what the rule costs, a job that may move; 20 bytes a job.
 */
public final class RoutedSource extends ForwardingSource implements Routing {

    private final MovedJobs jobs;
    private final Moves moves;
    private RoutingRule rule;
    private int[] firstPool = new int[0]; // of each machine, and the number of pools behind; once
    private Quay[] quays = new Quay[0]; // by pool
    private boolean isElsewhere; // the job that was asked about last

    /**
     * A source for one run.
     *
     * @param workload the jobs, as they are at home
     * @param rule where to
     * @param moves who may, and what it takes
     */
    public RoutedSource(Workload workload, RoutingRule rule, Moves moves) {
        super(workload.source());
        jobs = new MovedJobs(workload, base.jobs(), moves);
        this.moves = moves;
        this.rule = rule;
    }

    private void learn(List<? extends Situation> pools) {
        List<Machine> machines = new ArrayList<>();
        List<Integer> firsts = new ArrayList<>();
        quays = new Quay[pools.size()];
        for (int pool = 0; pool < pools.size(); pool++) {
            Machine machine = pools.get(pool).machine();
            if (machines.isEmpty() || !machines.get(machines.size() - 1).equals(machine)) {
                machines.add(machine);
                firsts.add(pool);
            }
            quays[pool] = new Quay(pools.get(pool));
        }
        if (machines.size() != moves.speed().size()) {
            throw new IllegalArgumentException(
                    "There are %d machines, but factors for %d."
                            .formatted(machines.size(), moves.speed().size()));
        }
        firsts.add(pools.size());
        firstPool = firsts.stream().mapToInt(pool -> pool).toArray();
        rule = rule.forRun(machines);
    }

    @Override
    public int pool(int job, List<? extends Situation> pools) {
        if (quays.length == 0) {
            learn(pools);
        }
        int organization = jobs.organization(job);
        int home = organization < 0 ? 0 : moves.home().get(organization);
        boolean stays =
                organization < 0
                        || !moves.mayMove().get(organization)
                        || base.runsAlready(job)
                        || !jobs.request(job).isPlain();
        return stays || rule.keepsHome() ? stay(job, home) : choose(job, home);
    }

    private int stay(int job, int home) {
        jobs.put(job, home, home);
        isElsewhere = false;
        return firstPool[home];
    }

    private int choose(int job, int home) {
        int machines = firstPool.length - 1;
        int best = -1;
        int chosen = home;
        double least = Double.POSITIVE_INFINITY;
        for (int turn = 0; turn < machines; turn++) {
            int machine = turn == 0 ? home : turn <= home ? turn - 1 : turn;
            jobs.put(job, home, machine);
            int pool = poolThatTakes(job, machine);
            if (pool < 0) {
                continue;
            }
            double cost = rule.cost(job, quay(job, pool, machine != home));
            if (!Double.isNaN(cost) && (best < 0 || cost < least)) {
                best = pool;
                chosen = machine;
                least = cost;
            }
        }
        if (best < 0) {
            return stay(job, home);
        }
        jobs.put(job, home, chosen);
        isElsewhere = chosen != home;
        Quay quay = quay(job, best, isElsewhere);
        if (isElsewhere && moves.transferMillis() > 0) {
            quay.send();
        }
        return best;
    }

    private Quay quay(int job, int pool, boolean isAway) {
        long now = quays[pool].pool().nowMillis();
        return quays[pool].of(job, now + (isAway ? moves.transferMillis() : 0));
    }

    /** The first pool of a machine that takes a job, or -1. */
    private int poolThatTakes(int job, int machine) {
        for (int pool = firstPool[machine]; pool < firstPool[machine + 1]; pool++) {
            if (quays[pool].pool().takes(job)) {
                return pool;
            }
        }
        return -1;
    }

    @Override
    public long arrivalMillis(int job, long nowMillis) {
        return isElsewhere ? nowMillis + moves.transferMillis() : nowMillis;
    }

    // A source of jobs.

    @Override
    public Jobs jobs() {
        return jobs;
    }

    @Override
    public long runMillis(int job) {
        return jobs.runMillis(job);
    }
}
