package dandori.sim;

import dandori.engine.EventKind;
import dandori.engine.EventQueue;
import java.util.Set;

/** Whether a run gets anywhere still, or goes round in circles for ever. */
final class Standstill {

    private static final Set<EventKind> ENDLESS =
            Set.of(EventKind.CALENDAR, EventKind.NODE_FAILURE, EventKind.NODE_REPAIR);
    private static final Set<EventKind> TURNS = Set.of(EventKind.TIMER, EventKind.CORRECTION);
    private static final long TWO_YEARS_MILLIS = 2 * 366L * 24 * 3_600_000;

    private final Run run;
    private long sinceMillis; // when a job came, started for the first time, or ended

    Standstill(Run run) {
        this.run = run;
    }

    /** Notes that a job has come, has started for the first time, or has ended for good. */
    void ends() {
        sinceMillis = run.nowMillis;
    }

    /**
     * Whether nothing is left but calendars that turn and nodes that leave and come back: no job is
     * there or to come, or for two years of calendars and failures none has ended or started, other
     * than such as were sent back to the queue before.
     *
     * @param at the instant of the next of the pending events
     */
    boolean isInVain(long at, EventQueue events) {
        if (events.size() == 0) {
            return false;
        }
        boolean isLong = at - sinceMillis > TWO_YEARS_MILLIS;
        if (TURNS.contains(events.nextKind())) { // those who take turns may lose all each time
            return isLong && anyRuns() && allRunInVain();
        }
        boolean isEndless = ENDLESS.contains(events.nextKind());
        if (!isEndless && events.nextKind() != EventKind.CAPACITY_CHANGE) {
            return false;
        }
        return !anyRuns() && !anyWaits() || isEndless && isLong && allRunInVain();
    }

    private boolean anyRuns() {
        for (PoolRun pool : run.pools()) {
            if (pool.running.size() > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean anyWaits() {
        for (PoolRun pool : run.pools()) {
            if (pool.queue.liveCount() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether those who run have all been sent back to the queue since there was any progress. */
    private boolean allRunInVain() {
        for (PoolRun pool : run.pools()) {
            for (int place = 0; place < pool.running.size(); place++) {
                if (run.ledger.startMillis[pool.running.job(place)] <= sinceMillis) {
                    return false;
                }
            }
        }
        return true;
    }
}
