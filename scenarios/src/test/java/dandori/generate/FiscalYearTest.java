package dandori.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class FiscalYearTest {

    private static final long DAY_MILLIS = 86_400_000;

    @Test
    void theRateRisesFromAprilToSeptemberAndAgainFromOctoberToMarch() {
        ZonedDateTime start = ZonedDateTime.of(2026, 2, 10, 7, 30, 0, 0, ZoneOffset.ofHours(9));
        FiscalYear year = FiscalYear.from(start, 800 * DAY_MILLIS, 3);
        for (long hour = 0; hour < 800 * 24; hour++) {
            int month = start.plusHours(hour).getMonthValue();
            int steps = month >= 4 && month < 10 ? month - 4 : (month + 2) % 12; // from 0 to 5
            assertThat(year.weight(hour * 3_600_000.0))
                    .isCloseTo((1 + 2 * steps / 5.0) / 3, within(1e-12));
        }
    }

    @Test
    void monthsAreThoseOfTheZone() {
        ZonedDateTime start = ZonedDateTime.of(2026, 3, 31, 12, 0, 0, 0, ZoneId.of("Asia/Tokyo"));
        FiscalYear year = FiscalYear.from(start, 2 * DAY_MILLIS, 2);
        assertThat(year.weight(12 * 3_600_000 - 1)).isEqualTo(1);
        assertThat(year.weight(12 * 3_600_000)).isEqualTo(0.5);
        assertThat(year.endOfMonthMillis(0)).isEqualTo(12 * 3_600_000);
    }

    @Test
    void theMeanOfAnActivityIsThatOfItsHours() {
        ZonedDateTime start = ZonedDateTime.of(2026, 5, 20, 13, 17, 0, 0, ZoneOffset.UTC);
        long length = 400 * DAY_MILLIS + 12_345;
        Activity activity =
                new Activity(WeekCycle.from(start, 0.2, 0.6), FiscalYear.from(start, length, 2.5));
        double sum = 0;
        int points = 400_000;
        for (int i = 0; i < points; i++) {
            sum += activity.weight((i + 0.5) / points * length);
        }
        assertThat(activity.mean(length)).isCloseTo(sum / points, within(1e-4));
    }

    @Test
    void marchHasTwiceTheJobsOfApril() {
        Drawing drawn = Drawing.of(new FugakuGeneral(), "{}", 384, 500, 365);
        double april = between(drawn, 0, 30) / 30;
        double march = between(drawn, 334, 365) / 31;
        assertThat(drawn.jobs().count()).isCloseTo(365 * 500, within(2_200)); // 5 standard errors
        assertThat(march / april).isCloseTo(2, within(0.1));
    }

    private static double between(Drawing drawn, long fromDay, long toDay) {
        double count = 0;
        for (int job = 0; job < drawn.jobs().count(); job++) {
            long day = drawn.jobs().jobs().submitMillis(job) / DAY_MILLIS;
            count += day >= fromDay && day < toDay ? 1 : 0;
        }
        return count;
    }
}
