package dandori.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The indices of names, or of numbers that are names: users, organizations, partitions.
 *
 * <p>Small numbers, which is nearly all of them, are looked up in an array; a name is made of a
 * number, as text, when it is first seen. A name that reads as a number is somebody else than who
 * has that number: who comes later of the two is called {@code 2 (number)}, or {@code 2 (name)}.
 */
final class JobNames {

    private static final int SMALL = 1 << 16;

    private static final char REPLACED = '\uFFFD'; // what was no UTF-8

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final ToIntFunction<String> newIndex;
    private final Findings findings;
    private int[] small = new int[0]; // index + 1 by number; 0 until seen
    private @Nullable LongIntHashMap others;
    private @Nullable Map<String, Integer> texts;
    private @Nullable String latest; // a log often names somebody twice in a row
    private int latestIndex;

    /**
     * @param newIndex the index of a name
     * @param findings where names that are no UTF-8 are counted, each once
     */
    JobNames(ToIntFunction<String> newIndex, Findings findings) {
        this.newIndex = newIndex;
        this.findings = findings;
    }

    /** The index of a name, where there is one, else of a number; -1 for neither. */
    int index(@Nullable String name, long number) {
        return name == null ? index(number) : index(name);
    }

    private int index(String name) {
        if (name.equals(latest)) {
            return latestIndex;
        }
        Map<String, Integer> known = texts;
        if (known == null) {
            known = new HashMap<>();
            texts = known;
        }
        Integer index = known.get(name);
        if (index == null) {
            index = newIndex.applyAsInt(isNumbered(name) ? name + " (name)" : name);
            known.put(name, index);
            if (name.indexOf(REPLACED) >= 0) {
                findings.add(Finding.NAME_NOT_UTF8);
            }
        }
        latest = name;
        latestIndex = index;
        return index;
    }

    /** The index of a number's name; -1 for a negative number, which means unknown. */
    private int index(long number) {
        if (number >= 0 && number < small.length) {
            int index = small[(int) number];
            return index > 0 ? index - 1 : newSmall((int) number);
        }
        if (number < 0) {
            return -1;
        }
        return number < SMALL ? newSmall((int) number) : other(number);
    }

    private int newSmall(int number) {
        if (number >= small.length) {
            small = Arrays.copyOf(small, Math.min(SMALL, Math.max(1024, 2 * number)));
        }
        int index = newIndex(number);
        small[number] = index + 1;
        return index;
    }

    private int other(long number) {
        LongIntHashMap known = others;
        if (known == null) {
            known = new LongIntHashMap();
            others = known;
        }
        int index = known.getIfAbsent(number, -1);
        if (index < 0) {
            index = newIndex(number);
            known.put(number, index);
        }
        return index;
    }

    private int newIndex(long number) {
        String text = Long.toString(number);
        boolean isName = texts != null && texts.containsKey(text);
        return newIndex.applyAsInt(isName ? text + " (number)" : text);
    }

    /** Whether somebody who has a number and no name was given this as name. */
    private boolean isNumbered(String name) {
        if (!NUMBER.matcher(name).matches()) {
            return false;
        }
        long number = Long.parseLong(name);
        return number < small.length
                ? small[(int) number] > 0
                : others != null && others.containsKey(number);
    }
}
