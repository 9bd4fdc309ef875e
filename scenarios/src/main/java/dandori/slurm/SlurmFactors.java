package dandori.slurm;

import java.util.Map;
import java.util.TreeMap;

/** What partitions and associations count for in priorities, as a section of the policy. */
final class SlurmFactors {

    private SlurmFactors() {}

    /**
     * The section {@code factors}; empty where nothing has a weight, or all are alike.
     *
     * @param policy the weights
     * @param partitions the partitions
     * @param organizations the priorities of organizations, by name
     * @param users those of users who have jobs
     * @param qualities the priorities of qualities of service, by name
     */
    static String yaml(
            SlurmPolicy policy,
            SlurmPartitions partitions,
            Map<String, Long> organizations,
            Map<String, Long> users,
            Map<String, Long> qualities) {
        StringBuilder text = new StringBuilder();
        Map<String, Long> factors = new TreeMap<>();
        partitions
                .groups()
                .forEach(group -> {
                    if (group.jobFactor() != 1) {
                        factors.put(SlurmText.name(group.name()), (long) group.jobFactor());
                    }
                });
        if (policy.weighs("partition")) {
            add("partitions", factors, text);
        }
        if (policy.weighs("qos")) {
            add("qos", qualities, text);
        }
        if (policy.weighs("association")) {
            add("organizations", organizations, text);
            add("users", users, text);
        }
        return text.length() == 0 ? "" : "    factors:\n" + text;
    }

    private static void add(String key, Map<String, Long> numbers, StringBuilder text) {
        if (numbers.isEmpty()) {
            return;
        }
        StringBuilder terms = new StringBuilder();
        numbers.forEach((name, number) -> {
            terms.append(terms.length() == 0 ? "" : ", ");
            terms.append(SlurmText.quoted(name)).append(": ").append(number);
        });
        text.append("      ").append(key).append(": {").append(terms).append("}\n");
    }
}
