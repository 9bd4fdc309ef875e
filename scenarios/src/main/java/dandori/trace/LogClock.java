package dandori.trace;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of a log: {@code 2026-04-01T09:30:00}, with a blank or a hyphen for the T,
 * slashes for the hyphens of the day, a fraction of a second, and a zone ({@code Z}, {@code
 * +09:00}) if need be. A date without zone is in the zone that the user names, else UTC, which is
 * then noted once.
 *
 * <p>Cost: about 20 ns a date; nothing is allocated for one on a day without a change of offset.
 */
public final class LogClock {

    /** What is returned for what is no date. */
    public static final long NO_DATE = Long.MIN_VALUE;

    private static final long DAY_SECONDS = 86_400;
    private static final int[] DAYS_BEFORE = {
        0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
    };

    private final ZoneRules rules;
    private final boolean assumed;
    private final Findings findings;
    private long calmDay = Long.MIN_VALUE; // a local day throughout which the offset is calmSeconds
    private long calmSeconds;

    private byte[] bytes = {};
    private int at;
    private int end;

    /**
     * A clock for the local times of one log.
     *
     * @param zone null: UTC
     */
    public LogClock(@Nullable ZoneId zone, Findings findings) {
        this.rules = (zone == null ? ZoneOffset.UTC : zone).getRules();
        this.assumed = zone == null;
        this.findings = findings;
    }

    /**
     * Milliseconds since 1970 of a local time without zone.
     *
     * @param localMillis what they would be if it were in UTC
     */
    public long ofLocal(long localMillis) {
        if (assumed) {
            findings.set(Finding.ZONE_ASSUMED, 1);
        }
        return localMillis - 1_000 * offsetOfZone(Math.floorDiv(localMillis, 1_000));
    }

    /** Milliseconds since 1970, or {@link #NO_DATE}. */
    public long millis(String text) {
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        return millis(latin, 0, latin.length);
    }

    /** Milliseconds since 1970 of what stands at the given place, or {@link #NO_DATE}. */
    public long millis(byte[] text, int from, int to) {
        bytes = text;
        at = from;
        end = to;
        int year = digits(4);
        int dash = next();
        int month = digits(2);
        int second = next();
        int day = digits(2);
        if ((dash != '-' && dash != '/') || second != dash || !isDay(year, month, day)) {
            return NO_DATE;
        }
        long seconds = DAY_SECONDS * daysSince1970(year, month, day);
        long thousandths = 0;
        if (at < end) {
            int between = next();
            int hours = digits(2);
            int colon = next();
            int minutes = digits(2);
            boolean isTime = between == 'T' || between == ' ' || between == '-';
            if (!isTime || colon != ':' || hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
                return NO_DATE;
            }
            int past = 0;
            if (at < end && bytes[at] == ':') {
                at++;
                past = digits(2);
                thousandths = thousandths();
            }
            if (past < 0 || past > 60) { // 60: a leap second
                return NO_DATE;
            }
            seconds += 3_600L * hours + 60L * minutes + past;
        }
        long offset = offset(seconds);
        return offset == NO_DATE ? NO_DATE : 1_000 * (seconds - offset) + thousandths;
    }

    private int next() {
        return at < end ? bytes[at++] : -1;
    }

    /** A number of that many digits; −1 if there is none. */
    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int digit = next() - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }

    private int thousandths() {
        int value = 0;
        if (at < end && bytes[at] == '.') {
            at++;
            int scale = 100;
            while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
                value += scale * (bytes[at++] - '0');
                scale /= 10;
            }
        }
        return value;
    }

    /** The offset from UTC in seconds of what stands at the end, or of the zone. */
    private long offset(long localSeconds) {
        if (at == end) {
            if (assumed) {
                findings.set(Finding.ZONE_ASSUMED, 1);
            }
            return offsetOfZone(localSeconds);
        }
        int sign = next();
        if (sign == 'Z' && at == end) {
            return 0;
        }
        int hours = digits(2);
        if (at < end && bytes[at] == ':') {
            at++;
        }
        int minutes = at < end ? digits(2) : 0;
        boolean isOffset = (sign == '+' || sign == '-') && hours >= 0 && hours <= 18;
        if (!isOffset || minutes < 0 || minutes > 59 || at != end) {
            return NO_DATE;
        }
        return (sign == '-' ? -1 : 1) * (3_600L * hours + 60L * minutes);
    }

    private long offsetOfZone(long localSeconds) {
        long day = Math.floorDiv(localSeconds, DAY_SECONDS);
        if (day == calmDay) {
            return calmSeconds;
        }
        LocalDateTime local = LocalDateTime.ofEpochSecond(localSeconds, 0, ZoneOffset.UTC);
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (offsets.size() == 1) {
            rememberIfCalm(day, offsets.get(0).getTotalSeconds());
            return offsets.get(0).getTotalSeconds();
        }
        if (offsets.isEmpty()) {
            findings.add(Finding.ZONE_GAP);
            return rules.getTransition(local).getOffsetBefore().getTotalSeconds();
        }
        findings.add(Finding.ZONE_OVERLAP);
        return offsets.get(0).getTotalSeconds();
    }

    private void rememberIfCalm(long day, int offsetSeconds) {
        LocalDateTime begin = LocalDateTime.ofEpochSecond(DAY_SECONDS * day, 0, ZoneOffset.UTC);
        for (LocalDateTime local : List.of(begin, begin.plusDays(1))) {
            List<ZoneOffset> offsets = rules.getValidOffsets(local);
            if (offsets.size() != 1 || offsets.get(0).getTotalSeconds() != offsetSeconds) {
                return;
            }
        }
        calmDay = day;
        calmSeconds = offsetSeconds;
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private static int daysOf(int year, int month) {
        if (month == 2) {
            return isLeap(year) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static long daysSince1970(int year, int month, int day) {
        long before = year - 1L; // the Gregorian calendar, throughout
        long leaps =
                Math.floorDiv(before, 4) - Math.floorDiv(before, 100) + Math.floorDiv(before, 400);
        int ofYear = DAYS_BEFORE[month - 1] + (month > 2 && isLeap(year) ? 1 : 0) + day - 1;
        return 365 * before + leaps + ofYear - 719_162;
    }
}
