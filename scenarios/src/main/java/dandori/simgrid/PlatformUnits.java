package dandori.simgrid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as platforms write them: {@code 1Gf}, {@code 125MBps}, {@code 1Gbps}, {@code 0-9,12}. */
final class PlatformUnits {

    private static final Pattern AMOUNT =
            Pattern.compile(
                    "(\\d{1,20}(?:\\.\\d{0,30})?(?:[eE][+-]?\\d{1,2})?)"
                            + "([kMGTPEZ]?i?)(f|flops|Bps|bps|)");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
    private static final String PREFIXES = "kMGTPEZ";
    private static final MathContext DIGITS = MathContext.DECIMAL64;

    private PlatformUnits() {}

    /** In FLOP/s or bytes a second; 0 if it is none. Of several speeds the first counts. */
    static BigDecimal amount(String text) {
        int comma = text.indexOf(',');
        Matcher match = AMOUNT.matcher((comma < 0 ? text : text.substring(0, comma)).strip());
        if (!match.matches()) {
            return BigDecimal.ZERO;
        }
        String prefix = match.group(2);
        int power = prefix.isEmpty() ? 0 : PREFIXES.indexOf(prefix.charAt(0)) + 1;
        BigDecimal base = BigDecimal.valueOf(prefix.endsWith("i") ? 1_024 : 1_000);
        BigDecimal value = new BigDecimal(match.group(1)).multiply(base.pow(power), DIGITS);
        return match.group(3).equals("bps") ? value.divide(BigDecimal.valueOf(8), DIGITS) : value;
    }

    /** How many hosts a list of ranges names; −1 if it is none. */
    static long hosts(String radical) {
        long sum = 0;
        for (String part : radical.split(",", -1)) {
            Matcher match = RANGE.matcher(part.strip());
            if (!match.matches()) {
                return -1;
            }
            long first = Long.parseLong(match.group(1));
            long last = match.group(2) == null ? first : Long.parseLong(match.group(2));
            if (last < first) {
                return -1;
            }
            sum += last - first + 1;
        }
        return sum;
    }

    /** In units of the given power of ten, without an exponent. */
    static String plain(BigDecimal amount, int power) {
        BigDecimal scaled = amount.scaleByPowerOfTen(-power).stripTrailingZeros();
        return scaled.signum() == 0 ? "0" : scaled.toPlainString();
    }
}
