package dandori.slurm;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the policy of a site as a section of the scenario. */
final class SlurmPolicies {

    private SlurmPolicies() {}

    /**
     * The section {@code policies}.
     *
     * @param members who has which quality of service; null where none are known
     * @param users who has jobs; nobody where none are known
     * @param scale the machine, with which numbers are compared
     */
    static String yaml(
            SlurmSite site,
            SlurmOrganizations organizations,
            SlurmQualities qualities,
            @Nullable SlurmMembers members,
            List<String> users,
            SlurmScale scale,
            SlurmNotes notes) {
        SlurmLimits limits = new SlurmLimits();
        jobsAtOnce(organizations, users, limits, notes);
        if (members != null) {
            qualities.take(members, users, site.partitions(), site.policy(), limits);
        }
        Map<String, Long> priorities = new TreeMap<>(organizations.userPriorities());
        scale.put("association", organizations.priorities().values(), most(priorities.values()));
        priorities.keySet().retainAll(users);
        scale.put("association", priorities.values(), 0);
        scale.put("qos", qualities.factors().values(), qualities.largest());
        List<Long> factors =
                site.partitions().groups().stream().map(one -> (long) one.jobFactor()).toList();
        scale.put("partition", factors, Math.max(1, most(factors)));
        String rest =
                SlurmFactors.yaml(
                                site.policy(),
                                site.partitions(),
                                organizations.priorities(),
                                priorities,
                                qualities.factors())
                        + limits.yaml();
        return "policies:\n  as-configured:\n    order: "
                + site.policy().order(scale)
                + "\n    backfill: "
                + site.policy().backfill()
                + '\n'
                + qualities.yaml(rest)
                + rest
                + '\n';
    }

    private static long most(Collection<Long> numbers) {
        return numbers.isEmpty() ? 0 : Collections.max(numbers);
    }

    /** The limits of users who have jobs; those of others are noted. */
    private static void jobsAtOnce(
            SlurmOrganizations organizations,
            List<String> users,
            SlurmLimits limits,
            SlurmNotes notes) {
        organizations
                .jobsAtOnce()
                .forEach((user, most) -> {
                    if (users.contains(user)) {
                        limits.add("users", user, "jobsAtOnce", most);
                    } else {
                        notes.add(
                                "",
                                0,
                                user + " MaxJobs=" + most,
                                "left out: nobody so called has a job");
                    }
                });
    }
}
