package dandori.policy.limit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** A span of the calendar after which a budget begins anew, at midnight in the run's time zone. */
public enum Period {
    /** A day. */
    DAY {
        @Override
        LocalDate firstDay(LocalDate day) {
            return day;
        }

        @Override
        LocalDate following(LocalDate first) {
            return first.plusDays(1);
        }
    },
    /** A week from Monday. */
    WEEK {
        @Override
        LocalDate firstDay(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        LocalDate following(LocalDate first) {
            return first.plusWeeks(1);
        }
    },
    /** A month. */
    MONTH {
        @Override
        LocalDate firstDay(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        LocalDate following(LocalDate first) {
            return first.plusMonths(1);
        }
    },
    /** Half a fiscal year: from 1 April, or from 1 October. */
    HALF_YEAR {
        @Override
        LocalDate firstDay(LocalDate day) {
            LocalDate april = FISCAL_YEAR.firstDay(day);
            LocalDate october = april.plusMonths(6);
            return day.isBefore(october) ? april : october;
        }

        @Override
        LocalDate following(LocalDate first) {
            return first.plusMonths(6);
        }
    },
    /** A fiscal year as in Japan: from 1 April. */
    FISCAL_YEAR {
        @Override
        LocalDate firstDay(LocalDate day) {
            LocalDate april = LocalDate.of(day.getYear(), Month.APRIL, 1);
            return day.isBefore(april) ? april.minusYears(1) : april;
        }

        @Override
        LocalDate following(LocalDate first) {
            return first.plusYears(1);
        }
    };

    /** The first day of the period in which a day lies. */
    abstract LocalDate firstDay(LocalDate day);

    /** The first day of the next period. */
    abstract LocalDate following(LocalDate first);

    /** When the period begins in which a date lies. */
    public ZonedDateTime beginOf(ZonedDateTime date) {
        return firstDay(date.toLocalDate()).atStartOfDay(date.getZone());
    }

    /** When the period after the one of a date begins. */
    public ZonedDateTime endOf(ZonedDateTime date) {
        return following(firstDay(date.toLocalDate())).atStartOfDay(date.getZone());
    }
}
