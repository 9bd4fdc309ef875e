package dandori.machine;

import java.util.List;

/**
 * Something that is known about a machine, with where it is known from and how surely.
 *
 * @param text as it was written: {@code 6.8 GB/s}, {@code InfiniBand NDR}
 * @param value the number in the base unit; {@link Double#NaN} where the fact is a word
 * @param unit the base unit: {@code B}, {@code B/s}, {@code FLOP/s}, {@code W} …; empty for counts,
 *     ratios and words
 * @param certainty how sure it is
 * @param sources the keys of its sources, at least one, to be found in the machine's {@link
 *     Specification#sources()}
 * @param note how it was derived, or what limits it; may be empty
 */
public record Fact(
        String text,
        double value,
        String unit,
        Certainty certainty,
        List<String> sources,
        String note) {

    /** Keeps the sources. */
    public Fact {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("The fact '%s' has no source.".formatted(text));
        }
    }

    /** Whether it is a number. */
    public boolean isNumber() {
        return !Double.isNaN(value);
    }
}
