package dandori.generate;

import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import java.util.List;

/**
 * How the rate of arrivals changes: by hour and day of the week, and over the fiscal year.
 *
 * @param week by hour and day
 * @param year by month
 */
record Activity(WeekCycle week, FiscalYear year) {

    /** The activity that options describe. */
    static Activity of(Options options, Demand demand) {
        return new Activity(
                WeekCycle.from(
                        demand.start(),
                        options.number("cycle.night"),
                        options.number("cycle.weekend")),
                FiscalYear.from(
                        demand.start(), demand.lengthMillis(), options.number("cycle.rush")));
    }

    /** The options, with these defaults. */
    static List<Option> options(String night, String weekend, String rush) {
        return List.of(
                Option.number("cycle.night", night)
                        .atLeast(0.001)
                        .atMost(1)
                        .says("Rate of arrivals at night over that of working hours."),
                Option.number("cycle.weekend", weekend)
                        .atLeast(0.001)
                        .atMost(1)
                        .says("Rate of arrivals at weekends over that of working days."),
                Option.number("cycle.rush", rush)
                        .atLeast(1)
                        .atMost(100)
                        .says(
                                "Rate of arrivals in the last month of each half of the Japanese"
                                        + " fiscal year (September, March) over that in its first"
                                        + " (April, October), evenly between; 1: no fiscal year."));
    }

    /** The rate at a time, over the highest: above 0, at most 1. */
    double weight(double millis) {
        return year.isEven() ? week.weight(millis) : week.weight(millis) * year.weight(millis);
    }

    /** The mean of {@link #weight} from 0 to the length. */
    double mean(long lengthMillis) {
        if (year.isEven()) {
            return week.mean(lengthMillis);
        }
        double sum = 0;
        long at = 0;
        while (at < lengthMillis) {
            long end = Math.min(lengthMillis, year.endOfMonthMillis(at));
            sum += year.weight(at) * (integral(end) - integral(at));
            at = end;
        }
        return sum / lengthMillis;
    }

    private double integral(long toMillis) {
        return toMillis == 0 ? 0 : week.mean(toMillis) * toMillis;
    }
}
