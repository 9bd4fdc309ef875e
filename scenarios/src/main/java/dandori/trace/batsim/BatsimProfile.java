package dandori.trace.batsim;

import java.util.List;

/**
 * What a job does.
 *
 * @param type as written
 * @param delaySeconds how long it waits, where that is all it does; else NaN
 * @param repeat how often a sequence is done; NaN if it is not said
 * @param parts the profiles of a sequence by name; else empty
 * @param isFailing whether its exit code is not 0
 */
record BatsimProfile(
        String type, double delaySeconds, double repeat, List<String> parts, boolean isFailing) {

    BatsimProfile {
        parts = List.copyOf(parts);
    }
}
