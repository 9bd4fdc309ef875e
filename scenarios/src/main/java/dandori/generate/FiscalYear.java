package dandori.generate;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Arrays;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/**
 * How arrivals follow the Japanese fiscal year, April to March: what a project has been given for
 * half of it does not carry over, so the rate rises by equal steps from the first month of a half
 * (April, October) to its last (September, March).
 *
 * <p>That waits are long before the ends of the halves and short at their beginnings is published
 * (RIKEN R-CCS, annual report 2021, 2-1); how much the rate rises is not, and the straight line is
 * assumed.
 */
final class FiscalYear {

    private static final int FIRST_MONTH = 4;
    private static final int HALF = 6;

    private final double rush; // rate in the last month of a half over that in its first, ≥ 1
    private final long[] endMillis; // of each month since time 0; rises
    private final int firstInHalf; // which month of its half the first is, from 0

    private FiscalYear(double rush, long[] endMillis, int firstInHalf) {
        this.rush = rush;
        this.endMillis = endMillis;
        this.firstInHalf = firstInHalf;
    }

    /**
     * The fiscal year around a span of time.
     *
     * @param start the date of time 0
     * @param lengthMillis how far months must be known, above 0
     * @param rush rate in the last month of a half over that in its first, at least 1
     */
    static FiscalYear from(ZonedDateTime start, long lengthMillis, double rush) {
        LongArrayList ends = new LongArrayList();
        ZonedDateTime month = start.withDayOfMonth(1).toLocalDate().atStartOfDay(start.getZone());
        long end;
        do {
            month = month.plusMonths(1);
            end = Duration.between(start, month).toMillis();
            ends.add(end);
        } while (rush > 1 && end < lengthMillis);
        int sinceApril = Math.floorMod(start.getMonthValue() - FIRST_MONTH, HALF);
        return new FiscalYear(rush, ends.toArray(), sinceApril);
    }

    /** Whether all months are alike. */
    boolean isEven() {
        return rush == 1;
    }

    /** The rate at a time, over that of the last month of a half: above 0, at most 1. */
    double weight(double millis) {
        int inHalf = (firstInHalf + month((long) millis)) % HALF;
        return (1 + (rush - 1) * inHalf / (HALF - 1)) / rush;
    }

    /** When the month ends in which a time lies. */
    long endOfMonthMillis(long millis) {
        return endMillis[month(millis)];
    }

    private int month(long millis) {
        int place = Arrays.binarySearch(endMillis, millis);
        return Math.min(place >= 0 ? place + 1 : -place - 1, endMillis.length - 1);
    }
}
