package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.state.Profile;
import dandori.state.Situation;
import java.util.Arrays;
import java.util.List;

/**
 * Slack-based backfilling: every job is promised a start when it comes, and may be put off beyond
 * it by its slack, but no longer, so that others may start earlier.
 *
 * <p>Talby and Feitelson, "Supporting Priorities and Improving Utilization of the IBM SP Scheduler
 * Using Slack-Based Backfilling", IPPS/SPDP 1999. There the slack depends on the average wait and
 * on priorities, and schedules are compared by a price; here the slack of a job is {@code factor}
 * times its estimate, and the order of the queue decides who is tried first (assumed).
 *
 * <p>At each pass there is a plan of running jobs (until their estimated ends), of known changes of
 * capacity, and of planned starts of those who wait. It is made in these steps, each in the order
 * of the queue:
 *
 * <ol>
 *   <li>Each planned start that still fits is kept; one that has passed counts as now.
 *   <li>Each job that is planned for later is taken out and put back at its earliest hole.
 *   <li>Each job without a planned start, new or from step 1, is given its earliest hole. The first
 *       that it ever has is its promise.
 *   <li>Those who are planned for now start.
 *   <li>Each job that fits now is tried: as if it started now, all others are planned anew, those
 *       with the earliest latest start first (promise and slack; ties in the order of the queue),
 *       each at its earliest hole. If nobody then starts later than its latest start, or than it
 *       was planned if that is later already, it starts, that is the plan, and the pass begins
 *       again.
 * </ol>
 *
 * <p>A job that a limit holds loses its place and its promise, and gets others once it may start
 * again. A start that changes who may be considered begins the pass again.
 *
 * <p>So nobody starts later than its promise and slack while estimates are no shorter than run
 * times and no nodes leave unforeseen; {@link #brokenPromises} counts those who do. Cost: O(queue ·
 * p) a pass for a profile of p ≤ 2(queue + running) steps, and as much for each job that fits now;
 * at most {@code candidates} are tried in a pass.
 *
 * <p>Limits: plans count nodes; where the shape of a job decides, or it belongs to a resource
 * group, it may not fit when it is due. It then keeps its nodes, by count, until it does.
 */
public final class Slack implements Backfill {

    private final double factor;
    private final int candidates;
    private final SlackPlan plan = new SlackPlan();
    private final Profile profile = new Profile();
    private final Profile trial = new Profile();
    private Integer[] urgent = new Integer[0]; // places, those with the earliest latest start first
    private long[] trialMillis = new long[0]; // by place
    private int brokenPromises;

    /**
     * Slack of so many times the estimate.
     *
     * @param factor at least 0
     * @param candidates how many jobs are tried in a pass, at least 1
     */
    public Slack(double factor, int candidates) {
        if (!(factor >= 0) || candidates < 1) {
            throw new IllegalArgumentException(
                    "factor (%s) must be at least 0, candidates (%d) at least 1."
                            .formatted(factor, candidates));
        }
        this.factor = factor;
        this.candidates = candidates;
    }

    @Override
    public Backfill forRun() {
        return new Slack(factor, candidates);
    }

    @Override
    public int brokenPromises() {
        return brokenPromises;
    }

    @Override
    public boolean passesWithoutRoom() {
        return true;
    }

    @Override
    public void fill(Situation now, Actions act) {
        int tries = candidates;
        while (tries >= 0) {
            tries = fillOnce(tries, now, act);
        }
        long next = SlackPlan.NEVER;
        for (int place = 0; place < plan.count; place++) {
            boolean isAhead = plan.job[place] >= 0 && plan.atMillis[place] > now.nowMillis() + 1;
            next = isAhead ? Math.min(next, plan.atMillis[place]) : next;
        }
        if (next < SlackPlan.NEVER) { // in a millisecond only who should be gone may be gone
            act.wakeAt(next);
        }
    }

    /** One go; how many jobs may be tried when it begins again, -1 if it is not to. */
    private int fillOnce(int tries, Situation now, Actions act) {
        plan.follow(now);
        Depth.build(profile, now);
        keepWhatFits(now.nowMillis());
        moveAhead(now.nowMillis());
        for (int place = 0; place < plan.count; place++) {
            if (plan.atMillis[place] == SlackPlan.NEVER) {
                give(place, earliest(profile, place, now.nowMillis()));
                promise(place);
            }
        }
        return startDue(now, act) ? tryOthers(tries, now, act) : tries;
    }

    private void keepWhatFits(long millis) {
        for (int place = 0; place < plan.count; place++) {
            long at = plan.atMillis[place];
            if (at < SlackPlan.NEVER) {
                at = Math.max(at, millis);
                boolean fits = profile.fits(at, plan.spanMillis[place], plan.nodes[place]);
                give(place, fits ? at : SlackPlan.NEVER);
            }
        }
    }

    private void moveAhead(long millis) {
        for (int place = 0; place < plan.count; place++) {
            long at = plan.atMillis[place];
            if (at > millis && at < SlackPlan.NEVER) {
                profile.add(at, at + plan.spanMillis[place], plan.nodes[place]);
                give(place, earliest(profile, place, millis));
            }
        }
    }

    private long earliest(Profile some, int place, long millis) {
        return some.earliest(millis, plan.spanMillis[place], plan.nodes[place]);
    }

    private void give(int place, long at) {
        plan.atMillis[place] = at;
        if (at < SlackPlan.NEVER) {
            profile.add(at, at + plan.spanMillis[place], -plan.nodes[place]);
        }
    }

    private void promise(int place) {
        long at = plan.atMillis[place];
        if (plan.latestMillis[place] == SlackPlan.NEVER && at < SlackPlan.NEVER) {
            double slack = factor * plan.spanMillis[place];
            long latest = at + (long) slack; // infinite slack is cut at the largest long
            plan.latestMillis[place] = latest < at ? SlackPlan.NEVER - 1 : latest;
        }
    }

    /** Starts those whose time has come; false if the pass is to begin again. */
    private boolean startDue(Situation now, Actions act) {
        long arrangement = now.queue().arrangement();
        int first = now.queue().first();
        for (int place = 0; place < plan.count; place++) {
            boolean isDue = plan.atMillis[place] <= now.nowMillis();
            boolean mayTake = // from those who are safe no longer
                    plan.job[place] == first && plan.nodes[place] > now.cluster().freeNodes();
            if ((isDue || mayTake)
                    && starts(place, now, act)
                    && (!isDue || now.queue().arrangement() != arrangement)) {
                return false;
            }
        }
        return true;
    }

    private boolean starts(int place, Situation now, Actions act) {
        if (!act.tryStart(plan.job[place]).started()) {
            return false;
        }
        if (now.nowMillis() > plan.latestMillis[place]) {
            brokenPromises++;
            act.promiseBroken(plan.job[place], plan.latestMillis[place]);
        }
        plan.started(place);
        return true;
    }

    /** Tries those who fit now; -1 if none may start, else how many may be tried after it. */
    private int tryOthers(int tries, Situation now, Actions act) {
        int left = now.cluster().freeNodes() > 0 ? tries : 0;
        if (left > 0) {
            sortByUrgency();
        }
        for (int place = 0; place < plan.count && left > 0; place++) {
            boolean fits = plan.nodes[place] <= now.cluster().freeNodes();
            if (plan.job[place] < 0 || !fits || plan.atMillis[place] <= now.nowMillis()) {
                continue;
            }
            left--;
            if (nobodyIsLate(place, now) && starts(place, now, act)) {
                System.arraycopy(trialMillis, 0, plan.atMillis, 0, plan.count);
                return left;
            }
        }
        return -1;
    }

    private void sortByUrgency() {
        urgent = new Integer[plan.count];
        Arrays.setAll(urgent, place -> place);
        Arrays.sort(
                urgent,
                (one, other) -> Long.compare(plan.latestMillis[one], plan.latestMillis[other]));
        if (trialMillis.length < plan.count) {
            trialMillis = new long[2 * plan.count];
        }
    }

    /** Whether all others can be planned in time if one starts now. */
    private boolean nobodyIsLate(int starter, Situation now) {
        Depth.build(trial, now);
        long millis = now.nowMillis();
        if (!trial.fits(millis, plan.spanMillis[starter], plan.nodes[starter])) {
            return false;
        }
        take(starter, millis);
        for (int place : urgent) {
            if (place == starter || plan.job[place] < 0) {
                continue;
            }
            long at = earliest(trial, place, millis);
            if (at > plan.allowedMillis(place)) {
                return false;
            }
            take(place, at);
        }
        return true;
    }

    private void take(int place, long at) {
        trialMillis[place] = at;
        if (at < SlackPlan.NEVER) {
            trial.add(at, at + plan.spanMillis[place], -plan.nodes[place]);
        }
    }

    /** Makes it known as {@code slack}. */
    public static final class Provider extends NamedPart<Backfill> {

        /** For the service loader. */
        public Provider() {
            super(
                    Backfill.class,
                    "slack",
                    "Every job is promised a start, and may be put off by its slack for others.",
                    "Talby and Feitelson, IPPS/SPDP 1999");
        }

        @Override
        public List<Option> options() {
            return List.of(
                    Option.number("factor", "1")
                            .atLeast(0)
                            .says("Its slack, in times a job's estimate."),
                    Option.count("candidates", "unlimited")
                            .positive()
                            .says("How many jobs that fit are tried in a pass."));
        }

        @Override
        public Backfill create(Options options) {
            return new Slack(options.number("factor"), options.count("candidates"));
        }
    }
}
