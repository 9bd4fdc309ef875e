package dandori.catalogue;

import dandori.scenario.text.Units;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a fact of a machine file is: a word, a count, or a number with a unit. */
public enum Dimension {
    /** A whole number of at least 0. */
    COUNT("", "a whole number", "384"),
    /** A share or a ratio: {@code 1.1}, {@code 8 %}. */
    RATIO("", "a number, or a percentage", "8 %", "1", "% 1e-2"),
    /** An amount of bytes. */
    BYTES(
            "B",
            "an amount of bytes",
            "80 GB",
            "B 1",
            "kB 1e3",
            "MB 1e6",
            "GB 1e9",
            "TB 1e12",
            "PB 1e15",
            "KiB 1024",
            "MiB 1048576",
            "GiB 1073741824",
            "TiB 1099511627776",
            "PiB 1125899906842624"),
    /** A bandwidth, one way. */
    BANDWIDTH(
            "B/s",
            "a bandwidth",
            "6.8 GB/s",
            "B/s 1",
            "MB/s 1e6",
            "GB/s 1e9",
            "TB/s 1e12",
            "PB/s 1e15",
            "MiB/s 1048576",
            "GiB/s 1073741824",
            "Gbit/s 125e6",
            "Tbit/s 125e9"),
    /** Floating-point operations per second. */
    SPEED(
            "FLOP/s",
            "a speed",
            "3.072 TFLOP/s",
            "FLOP/s 1",
            "MFLOP/s 1e6",
            "GFLOP/s 1e9",
            "TFLOP/s 1e12",
            "PFLOP/s 1e15",
            "EFLOP/s 1e18"),
    /** A clock rate. */
    FREQUENCY("Hz", "a clock rate", "2.0 GHz", "Hz 1", "MHz 1e6", "GHz 1e9"),
    /** Electrical power. */
    POWER("W", "a power", "400 W", "W 1", "kW 1e3", "MW 1e6"),
    /** A span of time of hours and days, in milliseconds. */
    DURATION("ms", "a duration", "24h"),
    /** A short time. */
    LATENCY("s", "a short time", "0.49 us", "s 1", "ms 1e-3", "us 1e-6", "ns 1e-9"),
    /** Money for an hour. */
    HOURLY("JPY/h", "a price for an hour", "275 JPY/h", "JPY/h 1"),
    /** Money for electricity. */
    TARIFF("JPY/kWh", "a price of electricity", "22 JPY/kWh", "JPY/kWh 1"),
    /** Carbon dioxide of electricity. */
    CARBON("kg/kWh", "carbon dioxide per kWh", "0.42 kg/kWh", "kg/kWh 1", "g/kWh 1e-3"),
    /** How often something happens to a node: per 1,000 node-days. */
    RATE("per 1000 node-days", "a rate per 1,000 node-days", "2.3"),
    /** Millions and more of something. */
    AMOUNT("", "an amount of millions, billions or trillions", "2.1 T", "M 1e6", "B 1e9", "T 1e12"),
    /** A date or a month, as text. */
    DATE("", "a date, a month or a year", "2024-01"),
    /** True or false. */
    FLAG("", "true or false", "true"),
    /** Nodes in canonical form. */
    NODES("", "nodes, in ascending intervals", "0-11 24 36-47"),
    /** Words. */
    TEXT("", "words", "some words");

    private static final Pattern QUANTITY =
            Pattern.compile("(-?[0-9]{1,30}(?:\\.[0-9]{1,30})?(?:[eE][-+]?[0-9]{1,2})?) ?(.*)");

    private final String unit;
    private final String words;
    private final String example;
    private final String units; // "unit factor", ";" between; only a factor: no unit is written

    Dimension(String unit, String words, String example, String... units) {
        this.unit = unit;
        this.words = words;
        this.example = example;
        this.units = units.length == 0 ? "1" : String.join(";", units);
    }

    /** The base unit; empty for counts, ratios and words. */
    public String unit() {
        return unit;
    }

    /** What it is, in words. */
    public String words() {
        return words;
    }

    /** A fact of this kind. */
    public String example() {
        return example;
    }

    /** What it is, and an example where that says more. */
    String wordsWithExample() {
        return this == TEXT ? words : words + ": `" + example + "`";
    }

    /** Whether it is a number. */
    public boolean isNumber() {
        return compareTo(DATE) < 0;
    }

    /** The units in which it may be written; none where it has none. */
    public List<String> units() {
        return this == DURATION
                ? List.of("ms", "s", "min", "h", "d", "w", "y")
                : Stream.of(units.split(";"))
                        .filter(pair -> pair.contains(" "))
                        .map(pair -> pair.substring(0, pair.indexOf(' ')))
                        .toList();
    }

    /** The number in the base unit; empty if the text is none of this kind. */
    public OptionalDouble value(String text) {
        if (this == DURATION) {
            OptionalLong millis = Units.millis(text);
            return millis.isPresent()
                    ? OptionalDouble.of(millis.getAsLong())
                    : OptionalDouble.empty();
        }
        Matcher quantity = QUANTITY.matcher(text);
        if (!quantity.matches()) {
            return OptionalDouble.empty();
        }
        BigDecimal number = new BigDecimal(quantity.group(1));
        for (String pair : units.split(";")) {
            String of = pair.contains(" ") ? pair.substring(0, pair.indexOf(' ')) : "";
            if (of.equals(quantity.group(2)) && isFitting(number)) {
                String factor = pair.substring(pair.indexOf(' ') + 1);
                return OptionalDouble.of(number.multiply(new BigDecimal(factor)).doubleValue());
            }
        }
        return OptionalDouble.empty();
    }

    private boolean isFitting(BigDecimal number) {
        return this != COUNT
                || number.stripTrailingZeros().scale() <= 0
                        && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }
}
