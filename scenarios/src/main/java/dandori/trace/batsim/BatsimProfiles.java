package dandori.trace.batsim;

import java.util.HashMap;
import java.util.Map;

/** The profiles of a workload by name, and how long those take that only wait. */
final class BatsimProfiles {

    private static final int DEPTH_LIMIT = 64;

    private final Map<String, BatsimProfile> profiles = new HashMap<>();
    private final Map<String, Double> seconds = new HashMap<>();

    void add(String name, BatsimProfile profile) {
        profiles.put(name, profile);
    }

    boolean has(String name) {
        return profiles.containsKey(name);
    }

    boolean isFailing(String name) {
        BatsimProfile profile = profiles.get(name);
        return profile != null && profile.isFailing();
    }

    /**
     * How long it takes in seconds: what it waits, or the sum of its parts. NaN if it computes or
     * communicates, has a part that is not there, or is part of itself.
     */
    double seconds(String name) {
        return seconds(name, 0);
    }

    private double seconds(String name, int depth) {
        Double known = seconds.get(name);
        if (known != null) {
            return known;
        }
        BatsimProfile profile = profiles.get(name);
        if (profile == null || depth > DEPTH_LIMIT) {
            return Double.NaN;
        }
        double sum = profile.delaySeconds();
        if (!profile.parts().isEmpty()) {
            seconds.put(name, Double.NaN); // of what is part of itself
            sum = 0;
            for (String part : profile.parts()) {
                sum += seconds(part, depth + 1);
            }
            sum *= Double.isNaN(profile.repeat()) ? 1 : Math.max(profile.repeat(), 0);
        }
        seconds.put(name, sum);
        return sum;
    }
}
