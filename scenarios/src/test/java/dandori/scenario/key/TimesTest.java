package dandori.scenario.key;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.policy.limit.DailyTimes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The spans of plans and the hours of limits are one and the same, quarter by quarter. */
class TimesTest {

    private static final long QUARTER = 900_000;
    private static final List<String> ZONES = List.of("Asia/Tokyo", "Europe/Berlin", "UTC");

    @Test
    void spansAreWhenHoursHold() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ZonedDateTime zero = // in Berlin clocks are put forward two days later
                    LocalDateTime.parse("2026-03-27T10:00")
                            .atZone(ZoneId.of(ZONES.get(random.nextInt(3))));
            DailyTimes daily = daily(random);
            long from = random.nextInt(100) * QUARTER;
            long to = from + (1 + random.nextInt(1_000)) * QUARTER;
            Times times = new Times(new Moment(null, from), new Moment(null, to), daily);
            List<Times.Span> spans = times.spans(zero);
            for (long at = 0; at < to + 10 * QUARTER; at += QUARTER) {
                long now = at;
                boolean isOn =
                        spans.stream().anyMatch(s -> s.fromMillis() <= now && now < s.toMillis());
                boolean isDue =
                        from <= at && at < to && daily.hold(zero.plus(Duration.ofMillis(at)));
                assertThat(isOn).as("seed %d, %s at %d", seed, times, at).isEqualTo(isDue);
            }
            assertThat(times.recurs()).isEqualTo(!daily.equals(DailyTimes.ALWAYS));
        }
    }

    private static DailyTimes daily(SplittableRandom random) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) == 0) {
                days.add(day);
            }
        }
        int opens = 15 * random.nextInt(96);
        int closes = random.nextInt(4) == 0 ? opens : 15 * random.nextInt(96);
        return random.nextInt(10) == 0
                ? DailyTimes.ALWAYS
                : new DailyTimes(
                        LocalTime.MIDNIGHT.plusMinutes(opens),
                        LocalTime.MIDNIGHT.plusMinutes(closes),
                        random.nextInt(3) == 0 ? Set.of() : days);
    }
}
