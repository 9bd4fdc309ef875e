package dandori.policy.limit;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Hours of the week in a run: whether they hold now, and until when. */
final class Bell {

    private final DailyTimes times;
    private final ZonedDateTime origin;
    final List<Holder> holders = new ArrayList<>(); // who have limits at these hours
    private long changeMillis; // when it turns next
    private boolean isOn;

    Bell(DailyTimes times, ZonedDateTime origin) {
        this.times = times;
        this.origin = origin;
        look(0);
    }

    private void look(long nowMillis) {
        ZonedDateTime now = origin.plus(nowMillis, ChronoUnit.MILLIS);
        ZonedDateTime change = times.nextChange(now);
        isOn = times.hold(now);
        changeMillis =
                change.equals(now) ? Long.MAX_VALUE : ChronoUnit.MILLIS.between(origin, change);
    }

    /** Looks at the clock; whether it has turned since. */
    boolean turnTo(long nowMillis) {
        if (nowMillis < changeMillis) {
            return false;
        }
        look(nowMillis);
        return true;
    }

    boolean isOn() {
        return isOn;
    }

    /** When somebody who is held now may be so no longer; {@link Long#MAX_VALUE} if nobody is. */
    long endMillis() {
        for (int i = 0; isOn && i < holders.size(); i++) {
            if (!holders.get(i).waiting.isEmpty()) {
                return changeMillis;
            }
        }
        return Long.MAX_VALUE;
    }
}
