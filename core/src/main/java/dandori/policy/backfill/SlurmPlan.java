package dandori.policy.backfill;

import dandori.state.Profile;
import dandori.state.Situation;
import java.util.Arrays;

/**
 * The plan of a cycle of Slurm's backfill: what is free when, for a window, once slots are taken.
 * It only shrinks, so whoever found no hole before an instant leaves none there for those who ask
 * for no fewer nodes and no less time.
 */
final class SlurmPlan {

    private static final int FAR = 32; // a horizon is worth while where it is so many times nearer

    private final SlurmParameters bounds;
    private final Profile profile = new Profile();
    private final long[] hopelessMillis = new long[32]; // by binary digits of the nodes
    private long nowMillis;
    private long windowEndMillis;
    private long horizonMillis;
    private long firstHeldMillis; // the beginning of the first slot ahead; MAX_VALUE for none

    SlurmPlan(SlurmParameters bounds) {
        this.bounds = bounds;
    }

    /** Begins anew, with what is free now, what comes back and what is known of capacity. */
    void begin(Situation now) {
        Depth.build(profile, now, this::roundedUp);
        nowMillis = now.nowMillis();
        long end = nowMillis + bounds.windowMillis();
        windowEndMillis = end - Math.floorMod(end, bounds.resolutionMillis());
        firstHeldMillis = Long.MAX_VALUE;
        lookToWindowEnd();
    }

    /** Whether it looks no farther than to a horizon, before which all begins that matters. */
    boolean hasHorizon() {
        return horizonMillis < windowEndMillis;
    }

    /** Whether the horizon lies before an instant. */
    boolean endsBefore(long millis) {
        return horizonMillis < millis;
    }

    /** Whether it is worth while to look no farther than until an instant. */
    boolean isNear(long millis) {
        return millis - nowMillis < (horizonMillis - nowMillis) / FAR;
    }

    /** Looks no farther than until an instant, which {@link #isNear}. */
    void lookTo(long millis) {
        horizonMillis = roundedUp(millis);
    }

    /** Looks as far as the window goes. */
    void lookToWindowEnd() {
        horizonMillis = windowEndMillis;
        Arrays.fill(hopelessMillis, Long.MAX_VALUE);
    }

    /** Whether the job fits now; if not, nor does it later in this cycle. */
    boolean fits(int nodes, long span) {
        return profile.fits(nowMillis, span, nodes);
    }

    /**
     * Whether no hole can begin before the horizon: none does for who asks for no fewer nodes, for
     * no less time, than one before who found none. So nor does the job fit now.
     */
    boolean isHopeless(int nodes, long span) {
        return span >= hopelessMillis[31 - Integer.numberOfLeadingZeros(nodes)];
    }

    /** The beginning of the earliest hole; nowhere if it is not before the horizon. */
    long earliest(int nodes, long span) {
        long at = profile.earliest(nowMillis, span, nodes);
        if (at >= horizonMillis) {
            for (int i = 32 - Integer.numberOfLeadingZeros(nodes - 1); i < 32; i++) {
                hopelessMillis[i] = Math.min(hopelessMillis[i], span);
            }
            return Long.MAX_VALUE;
        }
        return at;
    }

    /** The same among holes that begin at the horizon or later. */
    long earliestBeyond(int nodes, long span) {
        return profile.earliest(horizonMillis, span, nodes);
    }

    /** Takes the nodes of a job that starts now. */
    void start(int nodes, long span) {
        profile.add(nowMillis, roundedUp(nowMillis + span), -nodes);
    }

    /** Holds a slot, if it begins within the window. */
    void hold(long at, int nodes, long span) {
        if (at >= windowEndMillis) {
            return;
        }
        profile.add(at, Math.min(windowEndMillis, roundedUp(at + span)), -nodes);
        firstHeldMillis = at > nowMillis ? Math.min(firstHeldMillis, at) : firstHeldMillis;
    }

    /** Who needs more than {@link #spare} and takes longer than this does not fit now. */
    long untilHeldMillis() {
        return firstHeldMillis == Long.MAX_VALUE ? Long.MAX_VALUE : firstHeldMillis - nowMillis;
    }

    /** What is left where the first slot ahead begins, or now if there is none. */
    int spare(Situation now) {
        return firstHeldMillis == Long.MAX_VALUE
                ? now.cluster().freeNodes()
                : profile.free(profile.stepAt(firstHeldMillis));
    }

    private long roundedUp(long millis) {
        return millis + Math.floorMod(-millis, bounds.resolutionMillis());
    }
}
