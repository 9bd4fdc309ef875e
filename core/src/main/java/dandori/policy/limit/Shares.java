package dandori.policy.limit;

import dandori.policy.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What organizations are entitled to, relative to each other, on each machine.
 *
 * @param byMachine shares (at least 0) by name of the organization, by name of the machine
 */
public record Shares(Map<String, Map<String, Double>> byMachine) {

    /** Everybody has as much. */
    public static final Shares EQUAL = new Shares(Map.of());

    /** Keeps the shares, in order. */
    public Shares {
        Map<String, Map<String, Double>> kept = new LinkedHashMap<>();
        byMachine.forEach((machine, shares) -> {
            shares.forEach(Shares::check);
            kept.put(machine, Collections.unmodifiableMap(new LinkedHashMap<>(shares)));
        });
        byMachine = Collections.unmodifiableMap(kept);
    }

    private static void check(String organization, double share) {
        if (!(share >= 0) || Double.isInfinite(share)) {
            throw new IllegalArgumentException(
                    "The share of '%s' (%s) must be at least 0.".formatted(organization, share));
        }
    }

    /** The shares on the only machine there is. */
    public static Shares on(String machine, Map<String, Double> shares) {
        return new Shares(Map.of(machine, shares));
    }

    /**
     * How many nodes of a pool each organization has for its own, by its index in the run: the pool
     * is divided among those of its machine, with or without jobs, and those that are nobody's, who
     * count 1 each. Parts of a node go to whoever would lose most of one by rounding down, at equal
     * parts to whoever is named first.
     *
     * @throws IllegalArgumentException if no job of the run has an organization
     */
    int[] nodes(Setting setting) {
        if (setting.organizations().isEmpty()) {
            throw new IllegalArgumentException(
                    "Quotas are for organizations, but no job has one.\nMaybe organizationFrom: group");
        }
        Map<String, Double> members =
                new LinkedHashMap<>(byMachine.getOrDefault(setting.machine().name(), Map.of()));
        for (String name : setting.organizations()) {
            if (byMachine.values().stream().noneMatch(shares -> shares.containsKey(name))) {
                members.put(name, 1.0);
            }
        }
        Map<String, Integer> nodes = divided(members, setting.pool().nodes());
        return setting.organizations().stream()
                .mapToInt(name -> nodes.getOrDefault(name, 0))
                .toArray();
    }

    private static Map<String, Integer> divided(Map<String, Double> members, int nodes) {
        double all = members.values().stream().reduce(0.0, Double::sum);
        Map<String, Integer> parts = new LinkedHashMap<>();
        Map<String, Double> rests = new LinkedHashMap<>();
        int left = all > 0 ? nodes : 0;
        for (Map.Entry<String, Double> member : members.entrySet()) {
            double exact = all > 0 ? nodes * (member.getValue() / all) : 0;
            parts.put(member.getKey(), (int) exact);
            rests.put(member.getKey(), exact - (int) exact);
            left -= (int) exact;
        }
        List<String> byRest = new ArrayList<>(members.keySet());
        byRest.sort(Comparator.comparingDouble((String name) -> -rests.getOrDefault(name, 0.0)));
        for (String name : byRest.subList(0, Math.min(Math.max(0, left), byRest.size()))) {
            parts.merge(name, 1, Integer::sum);
        }
        return parts;
    }
}
