package dandori.trace.export;

import dandori.trace.HeaderEntry;
import dandori.trace.SwfNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for names, from 1 in the order in which they come. Numbers that the log itself gives to
 * some stay; names pass over them.
 *
 * <p>Which these are is known at the end only. Until then each name and each number of the log has
 * a {@linkplain #number number of its own}, and that may {@linkplain #last change} once. O(1) a
 * job; memory: that of the names and of the different numbers.
 */
final class NumberedNames {

    private final String key;
    private final Map<String, Long> names = new LinkedHashMap<>(); // their numbers until the end
    private final LongLongHashMap own = new LongLongHashMap(); // likewise, by those of the log
    private final LongHashSet taken = new LongHashSet(); // all of these
    private @Nullable LongLongHashMap moves; // last numbers that differ; null: not at the end yet
    private long next = 1;

    /**
     * @param key the key of the header under which they are listed
     */
    NumberedNames(String key) {
        this.key = key;
    }

    /** Until the end, the number of one who has a name, or only a number; below 0: unknown. */
    long number(@Nullable String name, long number) {
        if (name == null) {
            return number < 0 ? number : ofLog(number);
        }
        Long known = names.get(name);
        if (known == null) {
            known = free(taken);
            names.put(name, known);
        }
        return known;
    }

    private long ofLog(long number) {
        long known = own.getIfAbsent(number, -1);
        if (known < 0) {
            known = taken.add(number) ? number : free(taken);
            own.put(number, known);
        }
        return known;
    }

    private long free(LongHashSet of) {
        while (!of.add(next)) {
            next++;
        }
        return next++;
    }

    /** Which numbers change now that all jobs have come: to what. Nothing may come later. */
    private LongLongHashMap moves() {
        LongLongHashMap known = moves;
        if (known == null) {
            known = new LongLongHashMap();
            moves = known;
            LongHashSet last = new LongHashSet();
            own.forEachKey(last::add);
            next = 1;
            for (Map.Entry<String, Long> name : names.entrySet()) {
                move(name.getValue(), free(last));
            }
            own.forEachKeyValue((number, before) -> move(before, number));
        }
        return known;
    }

    private void move(long from, long to) {
        if (from != to && moves != null) {
            moves.put(from, to);
        }
    }

    /** Whether a number changes at the end. */
    boolean changes() {
        return !moves().isEmpty();
    }

    /** What a number becomes at the end. */
    long last(long number) {
        return moves().getIfAbsent(number, number);
    }

    /** Whether some are known by name and others by a number. */
    boolean mixes() {
        return !own.isEmpty() && !names.isEmpty();
    }

    /** Whether there are names. */
    boolean hasNames() {
        return !names.isEmpty();
    }

    /** How many characters the lines that list them have. */
    long characters() {
        return entries().stream()
                .mapToLong(entry -> entry.key().length() + entry.value().length())
                .sum();
    }

    /** {@code User: 1 name} for each. */
    List<HeaderEntry> entries() {
        List<HeaderEntry> entries = new ArrayList<>();
        names.forEach((name, number) ->
                entries.add(new HeaderEntry(key, last(number) + " " + SwfNames.written(name))));
        return entries;
    }

    String key() {
        return key;
    }
}
