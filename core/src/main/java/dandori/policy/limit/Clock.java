package dandori.policy.limit;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The periods of one kind in a run, counted from the one in which it begins. */
final class Clock {

    private final ZonedDateTime origin;
    private final Period period;
    private final List<ZonedDateTime> begins = new ArrayList<>();
    private long endMillis; // when the period of now ends
    private boolean isWaitedFor; // somebody has been held in this period until it ends
    final List<Holder> holders = new ArrayList<>(); // whose budgets go by it

    Clock(Period period, ZonedDateTime origin) {
        this.period = period;
        this.origin = origin;
        turn(period.beginOf(origin));
    }

    private void turn(ZonedDateTime begin) {
        begins.add(begin);
        endMillis = millis(period.endOf(begin));
        isWaitedFor = false;
    }

    private long millis(ZonedDateTime date) {
        return ChronoUnit.MILLIS.between(origin, date);
    }

    /** Goes on to the period of an instant; whether that is another one. */
    boolean turnTo(long nowMillis) {
        boolean turns = nowMillis >= endMillis;
        while (nowMillis >= endMillis) {
            turn(period.endOf(begins.get(begins.size() - 1)));
        }
        return turns;
    }

    /** The index of the period of now. */
    int index() {
        return begins.size() - 1;
    }

    /** The index of the period of an instant that is not later than now. */
    int indexAt(long millis) {
        int index = index();
        while (index > 0 && millis(begins.get(index)) > millis) {
            index--;
        }
        return index;
    }

    ZonedDateTime begin(int index) {
        return begins.get(index);
    }

    long endMillis() {
        return endMillis;
    }

    boolean isWaitedFor() {
        return isWaitedFor;
    }

    void waitFor() {
        isWaitedFor = true;
    }
}
