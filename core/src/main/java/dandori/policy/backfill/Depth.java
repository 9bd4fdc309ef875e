package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.policy.spi.PartProvider;
import dandori.state.Capacity;
import dandori.state.Cluster;
import dandori.state.Profile;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Reservations for the first K jobs that cannot start, rebuilt at each pass on a profile of
 * estimated ends and known changes of capacity. K = 1 is EASY; without a bound it is {@code
 * replan}: the whole queue is planned anew at each pass, and those whose hole begins now start.
 *
 * <p>Mu'alem and Feitelson, IEEE TPDS 12(6), 2001, section 2, for the two ends of the range; the
 * depth is what Maui calls RESERVATIONDEPTH (Jackson, Snell and Clement, "Core Algorithms of the
 * Maui Scheduler", JSSPP 2001).
 *
 * <p>Cost: O(running) to build the profile, O(p) for each of the first K and for each later job
 * that fits by count now, for a profile of p ≤ 2(running + K) steps. It makes no promise beyond the
 * pass.
 */
public final class Depth implements Backfill {

    private final int reservations;
    private final int candidates; // how many jobs behind the first reservation are tried
    private final Entitlement entitlement;
    private final Profile profile = new Profile();

    /** Reservations for so many jobs, at least 1; {@link Integer#MAX_VALUE} for all. */
    public Depth(int reservations) {
        this(reservations, Integer.MAX_VALUE);
    }

    /** The same, trying at most so many jobs behind the first that holds a reservation. */
    Depth(int reservations, int candidates) {
        this(reservations, candidates, (job, now) -> true);
    }

    /** Reservations for all who are entitled to one. */
    Depth(Entitlement entitlement) {
        this(Integer.MAX_VALUE, Integer.MAX_VALUE, entitlement);
    }

    private Depth(int reservations, int candidates, Entitlement entitlement) {
        if (reservations < 1) {
            throw new IllegalArgumentException(
                    "reservations (%d) must be at least 1.".formatted(reservations));
        }
        this.reservations = reservations;
        this.candidates = candidates;
        this.entitlement = entitlement;
    }

    /** Who may hold a reservation. */
    @FunctionalInterface
    interface Entitlement {
        /** Whether a job that waits may hold one now. */
        boolean isGiven(int job, Situation now);
    }

    @Override
    public Backfill forRun() {
        return new Depth(reservations, candidates, entitlement);
    }

    @Override
    public boolean protectsHead() {
        return true;
    }

    @Override
    public boolean passesWithoutRoom() {
        return reservations > 1;
    }

    @Override
    public void fill(Situation now, Actions act) {
        while (!fillOnce(now, act)) {} // a start has changed what there is to plan with
    }

    /** One go; false if it is to begin again. */
    private boolean fillOnce(Situation now, Actions act) {
        build(profile, now);
        WaitQueue queue = now.queue();
        long arrangement = queue.arrangement();
        int reserved = 0;
        int holder = -1; // the first
        int tried = 0;
        int job = queue.first();
        while (job >= 0) {
            if (reserved > 0 && tried++ == candidates) {
                return true;
            }
            boolean mayWait = reserved < reservations && entitlement.isGiven(job, now);
            long at = earliest(job, mayWait, now);
            boolean isFirst = reserved == 0 && job == queue.first();
            if (isFirst && at > now.nowMillis() && act.tryStart(job).started()) {
                return false; // others, no longer safe, have been ended for it
            }
            if (at == now.nowMillis() && act.tryStart(job).started()) {
                if (queue.arrangement() != arrangement && isVoid(holder, queue)) {
                    return false; // a holder of a slot may be ineligible now
                }
                take(job, at, now);
            } else if (mayWait && at < Long.MAX_VALUE) {
                take(job, at, now);
                holder = reserved++ == 0 ? job : holder;
            }
            boolean all = reserved < reservations || candidates < Integer.MAX_VALUE;
            int free = all ? Integer.MAX_VALUE - 1 : now.cluster().freeNodes();
            job = queue.nextFitting(job, free, Long.MAX_VALUE, free);
        }
        return true;
    }

    /**
     * Whether a go is in vain once some jobs are held or no longer held. Where candidates are
     * bounded, only if the one holder is not first any more: they would be counted anew.
     */
    private boolean isVoid(int holder, WaitQueue queue) {
        boolean isBounded = reservations == 1 && candidates < Integer.MAX_VALUE;
        return !isBounded || holder >= 0 && queue.first() != holder;
    }

    private long earliest(int job, boolean mayWait, Situation now) {
        long estimate = plannedMillis(job, now);
        int nodes = now.nodesNeeded(job);
        if (mayWait) {
            return profile.earliest(now.nowMillis(), estimate, nodes);
        }
        return profile.fits(now.nowMillis(), estimate, nodes) ? now.nowMillis() : Long.MAX_VALUE;
    }

    private void take(int job, long at, Situation now) {
        profile.add(at, at + plannedMillis(job, now), -now.nodesNeeded(job));
    }

    /**
     * How long a plan keeps nodes for a job: as long as it is estimated to run, but at least 1 ms.
     * A slot of no length would keep nothing, and others could be planned over it for ever.
     */
    static long plannedMillis(int job, Situation now) {
        return Math.max(1, now.estimateMillis(job));
    }

    /**
     * Makes a profile that says what is free now, what running jobs give back (those of no length,
     * in a millisecond), and what is known of capacity.
     */
    static void build(Profile profile, Situation now) {
        build(profile, now, LongUnaryOperator.identity());
    }

    /**
     * The same, with running jobs giving back what they hold at what is made of their ends, in the
     * same order.
     */
    static void build(Profile profile, Situation now, LongUnaryOperator endMillis) {
        Cluster cluster = now.cluster();
        profile.reset(now.nowMillis(), cluster.freeNodes());
        for (int place = 0; place < cluster.runningCount(); place++) {
            long end = endMillis.applyAsLong(cluster.estimatedEndMillis(place));
            end = Math.max(end, now.nowMillis() + 1);
            profile.addLast(end, cluster.nodesOf(place));
        }
        Capacity capacity = now.capacity();
        for (int step = 0; step < capacity.stepCount(); step++) {
            profile.add(capacity.stepMillis(step), Long.MAX_VALUE, capacity.stepNodes(step));
        }
    }

    @Override
    public int keepsFor(Situation now) {
        return reservations == 1 ? now.queue().first() : -1;
    }

    /** Makes it known as {@code depth}. */
    public static final class Provider implements PartProvider<Backfill> {

        /** For the service loader. */
        public Provider() {}

        @Override
        public String name() {
            return "depth";
        }

        @Override
        public Class<Backfill> part() {
            return Backfill.class;
        }

        @Override
        public String says() {
            return "Reservations for the first jobs of the queue, rebuilt at each pass.";
        }

        @Override
        public String source() {
            return "Jackson, Snell and Clement, JSSPP 2001";
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.count("reservations", null)
                            .positive()
                            .says(
                                    "How many jobs hold a reservation; 1 is EASY, unlimited is replan."));
        }

        @Override
        public Backfill create(Options options) {
            return new Depth(options.count("reservations"));
        }
    }

    /** Makes reservations for all known as {@code replan}. */
    public static final class ReplanProvider extends NamedPart<Backfill> {

        /** For the service loader. */
        public ReplanProvider() {
            super(
                    Backfill.class,
                    "replan",
                    "The whole queue is planned anew at each pass; no promise is kept.",
                    "Mu'alem and Feitelson, IEEE TPDS 12(6), 2001");
        }

        @Override
        public Backfill create(Options options) {
            return new Depth(Integer.MAX_VALUE);
        }
    }
}
