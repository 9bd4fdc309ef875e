package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import java.util.List;
import org.eclipse.collections.impl.set.mutable.primitive.IntHashSet;

/**
 * Slurm's two schedulers: a quick one whenever something happens, which starts jobs in order until
 * one does not fit, and {@code sched/backfill}, which plans ahead now and then within bounds.
 *
 * <p>slurm.conf(5), SchedulerParameters; Slurm's Scheduling Configuration Guide; {@code
 * src/plugins/sched/backfill/backfill.c} (2025) for what these leave open.
 *
 * <p>The quick scheduler looks at the first {@code queueDepth} jobs; once one of a partition is
 * left waiting, no other of that partition is tried (in a pool without resource groups all are of
 * one). The first pass at a multiple of the interval (counted from time 0), or before the next,
 * makes a backfill cycle due at that multiple; nothing happens, no cycle. What a cycle does, {@link
 * SlurmCycle} says. Its plan does not outlive it: the quick scheduler knows of no slots but those
 * that its own order keeps, and Slurm's neither.
 *
 * <p>Where the scheduler has whole nodes to give, Slurm 22.05 itself starts the same jobs in the
 * same order at the same times, to the seconds that its daemons take to notice ({@code
 * RealSlurmTest}), but for this: it keeps certain nodes for whoever waits, by a bitmap, where this
 * plan counts. So in Slurm nobody may hold a kept node beyond the beginning of its slot although as
 * many others would be left over; and where jobs share nodes, whole ones are kept for those who
 * wait.
 *
 * <p>Not modelled: a cycle takes no time, so that locks are never given back ({@code bf_continue},
 * {@code bf_max_time} and {@code bf_yield_interval} would change nothing); {@code
 * bf_job_part_count_reserve} and {@code bf_min_prio_reserve}; a job in several partitions; job
 * arrays; {@code sched_interval}, since cycles come more often; {@code batch_sched_delay}. Running
 * jobs keep their nodes until their estimated ends, rounded up, as with {@code
 * bf_running_job_reserve} and whole nodes. A job that ends exactly when a slot begins does not meet
 * it; in Slurm it does.
 *
 * <p>Limits: where the shape of a job decides, or it belongs to a resource group, it may not fit
 * when it is to start; it then holds its slot from now on until the end of the cycle.
 */
public final class Slurm implements Backfill {

    private final SlurmParameters parameters;
    private final SlurmCycle cycle;
    private final IntHashSet blocked = new IntHashSet(); // partitions, by the quick scheduler
    private long askedMillis = Long.MIN_VALUE; // for a pass

    /** The scheduler with its parameters. */
    public Slurm(SlurmParameters parameters) {
        this.parameters = parameters;
        cycle = new SlurmCycle(parameters);
    }

    @Override
    public Backfill forRun() {
        return new Slurm(parameters);
    }

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    @Override
    public void fill(Situation now, Actions act) {
        startInOrder(now, act);
        if (!anyFits(now)) {
            return; // a cycle could start nobody, and its plan is of no use to the next
        }
        long since = Math.floorMod(now.nowMillis(), parameters.intervalMillis());
        if (since == 0 && !cycle.run(now, act)) {
            return;
        }
        long nextMillis = now.nowMillis() - since + parameters.intervalMillis();
        if (nextMillis > askedMillis) {
            askedMillis = nextMillis;
            act.wakeAt(nextMillis);
        }
    }

    /** The quick scheduler. */
    private void startInOrder(Situation now, Actions act) {
        WaitQueue queue = now.queue();
        boolean isWhole = now.places() == null;
        blocked.clear();
        int job = queue.first();
        for (int looked = 0; job >= 0 && looked < parameters.queueDepth(); looked++) {
            int partition = now.jobs().partition(job);
            if (!blocked.contains(partition) && !act.tryStart(job).started()) {
                if (isWhole) {
                    return;
                }
                blocked.add(partition);
            }
            job = queue.next(job);
        }
    }

    private static boolean anyFits(Situation now) {
        int first = now.queue().first();
        int free = now.cluster().freeNodes();
        return first >= 0
                && (now.nodesNeeded(first) <= free
                        || now.queue().nextFitting(first, free, Long.MAX_VALUE, free) >= 0);
    }

    /** Makes it known as {@code slurm}. */
    public static final class Provider extends NamedPart<Backfill> {

        /** For the service loader. */
        public Provider() {
            super(
                    Backfill.class,
                    "slurm",
                    "Slurm's main scheduler, and sched/backfill with its bounds every 30 s.",
                    "slurm.conf(5); Slurm's backfill.c");
        }

        @Override
        public List<Option> options() {
            return SlurmParameters.options();
        }

        @Override
        public Backfill create(Options options) {
            return new Slurm(SlurmParameters.of(options));
        }
    }
}
