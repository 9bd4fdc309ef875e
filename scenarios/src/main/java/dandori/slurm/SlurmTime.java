package dandori.slurm;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Spans of time as Slurm writes them: {@code 30} (minutes), {@code 90:00}, {@code 12:00:00}, {@code
 * 7-0}, {@code 1-12:30}, {@code 1-12:30:00}. Slurm documentation, sbatch(1), option {@code --time}.
 */
final class SlurmTime {

    /** A span without an end. */
    static final long UNLIMITED = Long.MAX_VALUE;

    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,6})-)?(\\d{1,9})(?::(\\d{1,6}))?(?::(\\d{1,6}))?");

    private SlurmTime() {}

    /** The span in milliseconds; {@link #UNLIMITED}; or nothing, if it is none. */
    static OptionalLong millis(String text) {
        String word = text.toUpperCase(Locale.ROOT);
        if (word.equals("UNLIMITED") || word.equals("INFINITE") || word.equals("-1")) {
            return OptionalLong.of(UNLIMITED);
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return OptionalLong.empty();
        }
        long first = Long.parseLong(form.group(2));
        long second = number(form.group(3));
        long third = number(form.group(4));
        long seconds;
        if (form.group(1) != null) { // days-hours:minutes:seconds
            long days = Long.parseLong(form.group(1));
            seconds = 86_400 * days + 3_600 * first + 60 * second + third;
        } else if (form.group(4) != null) {
            seconds = 3_600 * first + 60 * second + third;
        } else {
            seconds = 60 * first + second; // minutes:seconds
        }
        return OptionalLong.of(1_000 * seconds);
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
