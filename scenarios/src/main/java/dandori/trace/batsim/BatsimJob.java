package dandori.trace.batsim;

import org.jspecify.annotations.Nullable;

/**
 * A job as the document says it.
 *
 * @param id as written, or null
 * @param submitSeconds NaN if it is not said; so the other numbers
 * @param profile the name of what it does, or null
 * @param isObject whether it is one at all
 */
record BatsimJob(
        @Nullable String id,
        double submitSeconds,
        double walltimeSeconds,
        double resources,
        @Nullable String profile,
        @Nullable String user,
        boolean isObject) {

    static BatsimJob none() {
        return new BatsimJob(null, Double.NaN, Double.NaN, Double.NaN, null, null, false);
    }
}
