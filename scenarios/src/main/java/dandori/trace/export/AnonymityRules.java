package dandori.trace.export;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How jobs are made anonymous.
 *
 * @param shiftWeeks by how many weeks dates move, backwards if negative; null: by 52 to 520 weeks
 *     back, as the key has it
 * @param roundTimesMillis what times are rounded to; 1: not at all
 * @param roundSizes whether sizes and memory become powers of two
 * @param leastJobs users, groups and programs of fewer jobs become one of each kind; 1: none do
 * @param kept kinds of names that stay as they are
 */
public record AnonymityRules(
        @Nullable Integer shiftWeeks,
        long roundTimesMillis,
        boolean roundSizes,
        long leastJobs,
        Set<NameKind> kept) {

    /** Copies the set. */
    public AnonymityRules {
        kept = kept.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kept));
    }

    /** By how many weeks dates move under a key. */
    int weeks(Pseudonyms pseudonyms) {
        return shiftWeeks != null ? shiftWeeks : -52 - (int) (pseudonyms.number("weeks", "") % 469);
    }
}
