package dandori.generate;

import dandori.engine.Durations;
import java.time.ZonedDateTime;

/**
 * How arrivals follow the hours of a week: full rate on working days from 9 to 18 o'clock, {@code
 * night} of it from 0 to 7, straight lines in steps of an hour between; on Saturdays and Sundays
 * {@code weekend} of the same.
 *
 * <p>Both 1: a plain Poisson stream. The clock is that of the start's zone as it is at the start;
 * summer time that begins later is ignored.
 *
 * @param night rate at night over that of working hours, above 0 and at most 1
 * @param weekend rate at weekends over that of working days, above 0 and at most 1
 * @param firstHour the hour of the week at time 0, from 0 (Monday, 0 o'clock) to 167
 * @param intoHourMillis how much of that hour is over at time 0
 */
record WeekCycle(double night, double weekend, int firstHour, long intoHourMillis) {

    private static final int HOURS = 24 * 7;

    static WeekCycle from(ZonedDateTime start, double night, double weekend) {
        int hour = (start.getDayOfWeek().getValue() - 1) * 24 + start.getHour();
        long into =
                start.getMinute() * 60_000L
                        + start.getSecond() * 1_000L
                        + start.getNano() / 1_000_000;
        return new WeekCycle(night, weekend, hour, into);
    }

    /** The rate at a time, over that of working hours: above 0, at most 1. */
    double weight(double millis) {
        return weightOfHour((long) ((millis + intoHourMillis) / Durations.HOUR_MILLIS));
    }

    /** The mean of {@link #weight} from 0 to the length, exactly. */
    double mean(long lengthMillis) {
        double sum = 0;
        long at = 0;
        long weeks = lengthMillis / (HOURS * Durations.HOUR_MILLIS);
        if (weeks > 0) {
            for (int hour = 0; hour < HOURS; hour++) {
                sum += weightOfHour(hour) * Durations.HOUR_MILLIS;
            }
            sum *= weeks;
            at = weeks * HOURS * Durations.HOUR_MILLIS;
        }
        while (at < lengthMillis) {
            long hour = (at + intoHourMillis) / Durations.HOUR_MILLIS;
            long end = Math.min(lengthMillis, (hour + 1) * Durations.HOUR_MILLIS - intoHourMillis);
            sum += weightOfHour(hour) * (end - at);
            at = end;
        }
        return sum / lengthMillis;
    }

    private double weightOfHour(long hoursSinceStart) {
        int hour = (int) ((firstHour + hoursSinceStart) % HOURS);
        return ofDay(hour % 24) * (hour / 24 >= 5 ? weekend : 1);
    }

    private double ofDay(int hour) {
        if (hour < 7) {
            return night;
        }
        double day = hour < 9 ? (hour - 6) / 3.0 : hour < 18 ? 1 : (24 - hour) / 7.0;
        return night + (1 - night) * day;
    }
}
