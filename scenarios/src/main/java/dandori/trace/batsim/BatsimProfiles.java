package dandori.trace.batsim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The profiles of a workload by name, and how long those take that only wait. */
final class BatsimProfiles {

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
        Deque<String> open = new ArrayDeque<>(); // above what has begun is what it waits for
        Set<String> begun = new HashSet<>();
        open.push(name);
        while (!open.isEmpty()) {
            String top = open.peek();
            BatsimProfile profile = profiles.get(top);
            if (profile != null && !seconds.containsKey(top)) {
                seconds.put(top, Double.NaN); // of what is part of itself
                begun.add(top);
                for (String part : profile.parts()) {
                    if (!seconds.containsKey(part)) {
                        open.push(part);
                    }
                }
            } else {
                open.pop();
                if (profile != null && begun.remove(top)) {
                    seconds.put(top, sum(profile));
                }
            }
        }
        return known(name);
    }

    private double sum(BatsimProfile profile) {
        if (profile.parts().isEmpty()) {
            return profile.delaySeconds();
        }
        double sum = 0;
        for (String part : profile.parts()) {
            sum += known(part);
        }
        return sum * (Double.isNaN(profile.repeat()) ? 1 : Math.max(profile.repeat(), 0));
    }

    private double known(String name) {
        return seconds.getOrDefault(name, Double.NaN);
    }
}
