package dandori.campaign;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of a campaign by the end of a run.
 *
 * <p>Conservation: from the first submission until it was done, or given up, or the run ended,
 * every millisecond was waited or spent on nodes: {@code doneMillis - submitMillis = waitMillis + Σ
 * timeMillis}; what its pieces were given in node milliseconds is Σ nodeMillis.
 *
 * <p>Of a piece that still runs when the run ends, what no checkpoint holds yet counts in {@code
 * timeMillis} as what it is, and not in {@code stepsDone}.
 *
 * @param campaign the campaign
 * @param venue where it ran, by its place in the campaign's list; -1 if it was never submitted
 * @param submitMillis when its first piece was submitted; {@link #NEVER} if it was not
 * @param startMillis when its first piece started; {@link #NEVER} if it did not
 * @param doneMillis when the last token was trained; {@link #NEVER} if that was not reached
 * @param givenUpMillis when it was given up, since a machine refused its piece, or its pieces were
 *     too slow for a single step time and again; {@link #NEVER} if it was not
 * @param stepsDone how many steps count by the end of the run, those before it among them
 * @param pieces how many jobs it started
 * @param failures how many failures broke it off; those that hit spare nodes alone did not
 * @param waitMillis how long a piece waited in the queue while none ran
 * @param extent on how many nodes it ran
 * @param timeMillis what its time on nodes went into, each instant once; no {@link Use#SPARE}
 * @param nodeMillis the same in node milliseconds, with what was held in reserve
 */
public record CampaignOutcome(
        Campaign campaign,
        int venue,
        long submitMillis,
        long startMillis,
        long doneMillis,
        long givenUpMillis,
        long stepsDone,
        int pieces,
        int failures,
        long waitMillis,
        Extent extent,
        Map<Use, Long> timeMillis,
        Map<Use, Long> nodeMillis) {

    /** In place of an instant that did not come. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Keeps the sums, with 0 where a use is not named. */
    public CampaignOutcome {
        timeMillis = complete(timeMillis);
        nodeMillis = complete(nodeMillis);
    }

    private static Map<Use, Long> complete(Map<Use, Long> some) {
        Map<Use, Long> all = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            all.put(use, some.getOrDefault(use, 0L));
        }
        return Collections.unmodifiableMap(all);
    }

    /** Whether the last token was trained. */
    public boolean isDone() {
        return doneMillis != NEVER;
    }

    /** Tokens that count by the end of the run; all that it is to be trained on if it is done. */
    public long tokensDone() {
        return isDone()
                ? campaign.tokens()
                : Math.multiplyExact(stepsDone, campaign.tokensPerStep());
    }

    /** Whether it was done by its deadline; true without one. */
    public boolean isInTime() {
        return campaign.deadlineMillis() == Long.MAX_VALUE
                || isDone() && doneMillis <= campaign.deadlineMillis();
    }

    /** How much of its time on nodes went into a use. */
    public long millis(Use use) {
        return timeMillis.getOrDefault(use, 0L);
    }

    /** Time on nodes. */
    public long allocatedMillis() {
        return timeMillis.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Goodput, or effective training time ratio: productive training time over the time on nodes;
     * NaN before it has had any.
     */
    public double goodput() {
        long all = allocatedMillis();
        return all == 0 ? Double.NaN : (double) millis(Use.USEFUL) / all;
    }
}
