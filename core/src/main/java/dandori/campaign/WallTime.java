package dandori.campaign;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where the time of a campaign went from its first submission to its end: what of it trained, and
 * what held it up, the worst first.
 *
 * @param usefulMillis steps that count, as fast as on the best nodes
 * @param heldUp what held it up and for how long, the longest first; nothing that took no time
 */
public record WallTime(long usefulMillis, List<HeldUp> heldUp) {

    /** Keeps the list. */
    public WallTime {
        heldUp = List.copyOf(heldUp);
    }

    /** That of a campaign. */
    public static WallTime of(CampaignOutcome outcome) {
        List<HeldUp> heldUp =
                Arrays.stream(Delay.values())
                        .map(by -> new HeldUp(by, by.millis(outcome)))
                        .filter(one -> one.millis() > 0)
                        .sorted(Comparator.comparingLong(HeldUp::millis).reversed())
                        .toList();
        return new WallTime(outcome.millis(Use.USEFUL), heldUp);
    }

    /** All of it. */
    public long millis() {
        return usefulMillis + heldUp.stream().mapToLong(HeldUp::millis).sum();
    }

    /**
     * One of the things that held it up.
     *
     * @param by what did
     * @param millis for how long in all
     */
    public record HeldUp(Delay by, long millis) {}
}
