package dandori.campaign;

import dandori.failure.Execution;
import dandori.machine.NodeSet;
import org.jspecify.annotations.Nullable;

/**
 * A piece on its nodes: stretch after stretch, from its start to its end.
 *
 * <p>Cost: O(1) and a question to {@link StepSpeed} at the start and at each failure.
 */
final class Stay {

    private final Venue venue;
    private final Account account; // of the campaign
    private final Crew crew;
    private final long startMillis;
    private final long limitMillis; // by when the last checkpoint must be written
    private final boolean isInVain; // not one step fits from the start
    private @Nullable Stretch stretch; // null once the piece cannot go on
    private long sinceMillis; // when the stretch began, or what is not accounted for yet
    private long stepsLeft; // of the campaign
    private long uselessMillis;
    private long owedMillis; // of writing what was kept when it last gave way
    private boolean isTold; // that it gives way

    /** A piece starts, of a campaign that lacks so many steps, and must write for so long. */
    Stay(
            Venue venue,
            NodeSet nodes,
            long nowMillis,
            long stepsLeft,
            long owedMillis,
            Account account) {
        this.venue = venue;
        this.owedMillis = owedMillis;
        this.account = account;
        this.stepsLeft = stepsLeft;
        crew = new Crew(nodes, venue.allNodes(), venue.nodes());
        startMillis = nowMillis;
        limitMillis = nowMillis + venue.pieceMillis() - venue.marginMillis();
        sinceMillis = nowMillis;
        Stretch whole = whole(stepsLeft);
        Stretch part = whole.within(limitMillis - nowMillis);
        isInVain = part == null;
        stretch = part == null ? whole : part;
    }

    private Stretch whole(long steps) {
        double best = venue.speed().bestStepMillis();
        double here = Math.max(best, venue.speed().stepMillis(crew.places()));
        return venue.stretch(here, steps, owedMillis);
    }

    /** How long it is on its nodes in all if nothing happens. */
    long plannedMillis() {
        return endMillis() - startMillis;
    }

    private long endMillis() {
        long end = stretch == null ? sinceMillis : sinceMillis + stretch.lengthMillis();
        return Math.min(end, limitMillis);
    }

    /** Whether not even one step fitted into its time when it began. */
    boolean isInVain() {
        return isInVain;
    }

    /** How many steps the campaign lacks, as of the last checkpoint that has been accounted for. */
    long stepsLeft() {
        return stepsLeft;
    }

    /** The same as of now: whole steps that no checkpoint holds yet count too. */
    long stepsLeftBy(long nowMillis) {
        Stretch now = stretch;
        return now == null
                ? stepsLeft
                : stepsLeft - now.handedOver(nowMillis - sinceMillis, stepsLeft).steps();
    }

    /** How long is still to be written of what was kept when a piece gave way. */
    long owedMillis() {
        return owedMillis;
    }

    /** It leaves its nodes now and keeps what it has. */
    void giveWay() {
        isTold = true;
    }

    /** How much of its time so far was of no use; known for what has been accounted for. */
    long uselessMillis() {
        return uselessMillis;
    }

    /**
     * Nodes are lost, or the software has died.
     *
     * @return whether that has broken off the work
     */
    boolean hit(NodeSet lost, long nowMillis) {
        int missing = crew.lose(lost);
        if (stretch == null || missing == 0 && lost.size() > 0 || nowMillis >= endMillis()) {
            return false;
        }
        settle(nowMillis);
        boolean goesOn = crew.replace(missing);
        stretch = goesOn ? whole(stepsLeft).within(limitMillis - nowMillis) : null;
        return true;
    }

    /** For how long it goes on from now, or {@link Execution#GONE}. */
    long goesOnMillis(long nowMillis) {
        return stretch == null ? Execution.GONE : endMillis() - nowMillis;
    }

    void comeBack(NodeSet back) {
        crew.comeBack(back);
    }

    /** It has left its nodes. */
    void end(long nowMillis) {
        settle(nowMillis);
        stretch = null;
    }

    /** Accounts for the time until now, at which the work is broken off or at its end. */
    private void settle(long nowMillis) {
        long millis = nowMillis - sinceMillis;
        Spent spent = spent(millis).writing(owedMillis);
        owedMillis -= Math.min(owedMillis, spent.checkpointMillis());
        owedMillis += isTold && holdsLess(millis, spent) ? venue.checkpointMillis() : 0;
        account.add(spent, venue.nodes(), crew.size());
        uselessMillis += spent.millis() - spent.usefulMillis();
        stepsLeft -= spent.steps();
        sinceMillis = nowMillis;
    }

    /** What has come of the time since the last account. */
    private Spent spent(long millis) {
        Stretch now = stretch;
        if (now == null) {
            return new Spent(0, 0, 0, 0, 0, millis); // kept although it could not go on
        }
        // the last step of all waits for a checkpoint, or a campaign would be done without one
        return isTold ? now.handedOver(millis, stepsLeft - 1) : now.brokenOff(millis);
    }

    /** Whether a checkpoint holds fewer steps than were kept. */
    private boolean holdsLess(long millis, Spent kept) {
        Stretch now = stretch;
        return now != null && now.brokenOff(millis).steps() < kept.steps();
    }

    /** Adds what it has done since, as if the run ended now, which it need not lose. */
    void addSoFar(long nowMillis, Account sums) {
        if (stretch != null) {
            Spent spent = stretch.soFar(nowMillis - sinceMillis).writing(owedMillis);
            sums.add(spent, venue.nodes(), crew.size());
        }
    }

    /** How many steps a checkpoint holds that have not been accounted for yet. */
    long stepsSoFar(long nowMillis) {
        return stretch == null ? 0 : stretch.soFar(nowMillis - sinceMillis).steps();
    }
}
