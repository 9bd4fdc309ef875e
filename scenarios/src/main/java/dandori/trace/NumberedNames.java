package dandori.trace;

import dandori.job.WorkloadBuilder;
import java.util.Arrays;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The indices of names that are numbers: users, organizations, partitions.
 *
 * <p>Small numbers, which is nearly all of them, are looked up in an array; a name is made, as
 * text, when its number is first seen.
 */
final class NumberedNames {

    /** What is named. */
    enum Of {
        USERS,
        ORGANIZATIONS,
        PARTITIONS
    }

    private static final int SMALL = 1 << 16;

    private final WorkloadBuilder builder;
    private final Of of;
    private int[] small = new int[0]; // index + 1 by number; 0 until seen
    private @Nullable LongIntHashMap others;

    NumberedNames(WorkloadBuilder builder, Of of) {
        this.builder = builder;
        this.of = of;
    }

    /** The index of a number's name; -1 for a negative number, which means unknown. */
    int index(long number) {
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
        String name = Long.toString(number);
        if (of == Of.USERS) {
            return builder.user(name);
        }
        return of == Of.PARTITIONS ? builder.partition(name) : builder.organization(name);
    }
}
