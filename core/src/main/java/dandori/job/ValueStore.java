package dandori.job;

import java.util.function.DoubleConsumer;

/** Holds values that are too many for memory, and gives them back, all of them, in any order. */
public interface ValueStore {

    /** Takes values; the array may be changed afterwards. */
    void add(double[] values);

    /** Tells of each value that was taken. Of use several times. */
    void forEach(DoubleConsumer each);
}
