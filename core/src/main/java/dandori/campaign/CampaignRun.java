package dandori.campaign;

import dandori.machine.NodeSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One campaign in the course of a run: how far it is, and which of its pieces are about. */
final class CampaignRun {

    /** Pieces in a row on nodes so slow that not one step fits, after which it is given up. */
    static final int MOST_IN_VAIN = 10;

    /** Pieces in a row that brought no step, whatever kept them from it, after which it is. */
    static final int MOST_FRUITLESS = 10_000;

    private static final int NONE = -1;
    private static final long NEVER = CampaignOutcome.NEVER;

    private final Campaign campaign;
    private final Account account = new Account();
    private int venue;
    private int pool = NONE; // of all pools of the run, once it has been chosen
    private int current = NONE; // the piece whose turn it is: it waits, or it runs
    private int ahead = NONE; // the piece that is held until the current one has ended
    private boolean isNextOnItsWay; // a piece is to be submitted
    private boolean isRefused; // no piece of it will be taken any more
    private @Nullable Stay stay; // of the current piece, while it runs
    private int lastStarted = NONE;
    private int inVain; // pieces in a row
    private int fruitless; // pieces in a row, or stays of one
    private long owedMillis; // of writing what a piece kept that gave way
    private final List<Extent.Change> changes = new ArrayList<>(); // of its number of nodes

    private long submitMillis = NEVER;
    private long startMillis = NEVER;
    private long doneMillis = NEVER;
    private long givenUpMillis = NEVER;
    private long waitingSinceMillis = NEVER; // NEVER while it does not wait
    private long waitMillis;
    private long stepsDone;
    private int pieces;
    private int failures;

    CampaignRun(Campaign campaign) {
        this.campaign = campaign;
        stepsDone = campaign.stepsBefore();
    }

    Campaign campaign() {
        return campaign;
    }

    Venue venue() {
        return campaign.venues().get(venue);
    }

    int venueIndex() {
        return venue;
    }

    /** Chooses where it runs from now on. */
    void settle(int chosenVenue, int chosenPool) {
        venue = chosenVenue;
        pool = chosenPool;
    }

    /** The pool in which it runs, or -1 before it is chosen. */
    int pool() {
        return pool;
    }

    private long stepsLeft() {
        Stay now = stay;
        return now == null ? campaign.steps() - stepsDone : now.stepsLeft();
    }

    boolean isDone() {
        return doneMillis != NEVER;
    }

    private boolean isOver() {
        return isDone() || givenUpMillis != NEVER;
    }

    /** Notes that a piece is to be submitted. */
    void expectNext() {
        isNextOnItsWay = true;
    }

    void submitted(int row, long nowMillis) {
        isNextOnItsWay = false;
        if (submitMillis == NEVER) {
            submitMillis = nowMillis;
            waitingSinceMillis = nowMillis;
        }
        if (current == NONE) {
            current = row;
        } else {
            ahead = row;
        }
    }

    boolean isHeld(int row) {
        return row == ahead || isWithdrawn(row);
    }

    boolean isWithdrawn(int row) {
        return isOver() && (row == ahead || row == current && stay == null);
    }

    /**
     * How long a piece runs if nothing happens: as planned, or on the best nodes if it waits.
     *
     * @param here its venue, with its number of nodes
     */
    long runMillis(int row, Venue here) {
        Stay now = stay;
        if (now != null && row == current) {
            return now.plannedMillis();
        }
        long steps = stepsLeft();
        Stretch part =
                steps == 0
                        ? null
                        : here.stretch(here.speed().bestStepMillis(), steps, owedMillis)
                                .within(here.pieceMillis() - here.marginMillis());
        return part == null ? 0 : part.lengthMillis();
    }

    /**
     * When it must go on at the latest to be done by its deadline, on the best nodes, if nothing
     * fails and no later piece waits; {@link Long#MAX_VALUE} without a deadline.
     */
    long latestStartMillis(Venue here) {
        long deadline = campaign.deadlineMillis();
        return deadline == Long.MAX_VALUE ? deadline : deadline - here.bestMillis(stepsLeft());
    }

    /** How long all of it would take if it began now where it stands, and nothing failed. */
    long leftMillis(Venue here, long nowMillis) {
        Stay now = stay;
        return here.bestMillis(now == null ? stepsLeft() : now.stepsLeftBy(nowMillis));
    }

    /** A piece starts with the nodes of its venue; says for how long it runs. */
    long begin(int row, Venue here, NodeSet nodes, long nowMillis) {
        if (row != current || stay != null || isOver()) {
            throw new IllegalStateException(
                    "Piece %d of campaign '%s' cannot start: it is not its turn."
                            .formatted(row, campaign.name()));
        }
        Stay begun = new Stay(here, nodes, nowMillis, stepsLeft(), owedMillis, account);
        stay = begun;
        int last = changes.isEmpty() ? 0 : changes.get(changes.size() - 1).nodes();
        if (here.allNodes() != last) {
            changes.add(new Extent.Change(nowMillis, here.allNodes()));
        }
        waitMillis += nowMillis - waitingSinceMillis;
        waitingSinceMillis = NEVER;
        startMillis = startMillis == NEVER ? nowMillis : startMillis;
        if (row != lastStarted) {
            lastStarted = row;
            pieces++;
        }
        return begun.goesOnMillis(nowMillis);
    }

    /** Whether the next piece is to be submitted now that one has started. */
    boolean wantsNextAhead() {
        return campaign.chain() == Chain.AHEAD && ahead == NONE && !isNextOnItsWay && !isRefused;
    }

    /** Something breaks under the running piece; says for how long that goes on. */
    long hit(NodeSet lost, long nowMillis) {
        Stay now = running();
        failures += now.hit(lost, nowMillis) ? 1 : 0;
        return now.goesOnMillis(nowMillis);
    }

    void comeBack(NodeSet back) {
        running().comeBack(back);
    }

    /** The running piece leaves its nodes now and keeps what it has. */
    void giveWay() {
        running().giveWay();
    }

    private Stay running() {
        Stay now = stay;
        if (now == null) {
            throw new IllegalStateException(
                    "No piece of campaign '%s' runs.".formatted(campaign.name()));
        }
        return now;
    }

    /** The running piece leaves its nodes; says how much of its time was of no use. */
    long end(long nowMillis) {
        Stay ended = running();
        ended.end(nowMillis);
        stay = null;
        owedMillis = ended.owedMillis();
        long stepsBefore = stepsDone;
        stepsDone = campaign.steps() - ended.stepsLeft();
        fruitless = stepsDone == stepsBefore ? fruitless + 1 : 0;
        inVain = ended.isInVain() ? inVain + 1 : 0;
        if (stepsDone == campaign.steps()) {
            doneMillis = nowMillis;
        } else {
            waitingSinceMillis = nowMillis;
        }
        return ended.uselessMillis();
    }

    /** A piece has left the system; says whether the next is to be submitted now. */
    boolean left(int row, long nowMillis) {
        if (row == ahead) {
            ahead = NONE;
            isRefused |= !isOver();
            return false;
        }
        boolean hasStarted = row == lastStarted;
        current = NONE;
        if (isOver()) {
            return false;
        }
        boolean isHopeless = inVain >= MOST_IN_VAIN || fruitless >= MOST_FRUITLESS;
        if (!hasStarted || isRefused || isHopeless) {
            givenUpMillis = nowMillis;
            waitMillis += nowMillis - waitingSinceMillis;
            waitingSinceMillis = NEVER;
            return false;
        }
        current = ahead;
        ahead = NONE;
        return current == NONE && !isNextOnItsWay;
    }

    CampaignOutcome outcome(long endOfRunMillis) {
        Account sums = new Account(account);
        Stay now = stay;
        long steps = campaign.steps() - stepsLeft();
        if (now != null) {
            now.addSoFar(endOfRunMillis, sums);
            steps += now.stepsSoFar(endOfRunMillis);
        }
        boolean waits = waitingSinceMillis != NEVER;
        return new CampaignOutcome(
                campaign,
                submitMillis == NEVER ? NONE : venue,
                submitMillis,
                startMillis,
                doneMillis,
                givenUpMillis,
                steps,
                pieces,
                failures,
                waits ? waitMillis + endOfRunMillis - waitingSinceMillis : waitMillis,
                new Extent(changes),
                sums.timeMillis(),
                sums.nodeMillis());
    }
}
