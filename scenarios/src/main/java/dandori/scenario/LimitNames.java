package dandori.scenario;

import dandori.generate.Generator;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.Partition;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Subject;
import dandori.scenario.campaign.CampaignPlan;
import dandori.scenario.text.NearestName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Whose names limits may use. */
public final class LimitNames {

    private LimitNames() {}

    /** Whether all users of streams are known beforehand. */
    static boolean areUsersKnown(List<Stream> streams) {
        return streams.stream().allMatch(stream -> users(stream).isPresent());
    }

    /** The names of a stream's users; empty if they are not known beforehand. */
    private static Optional<List<String>> users(Stream stream) {
        Generator generator =
                stream instanceof GeneratedStream generated ? generated.knownGenerator() : null;
        return stream instanceof GeneratedStream generated && generator != null
                ? generator.users(generated.options(), generated.organization())
                : Optional.empty();
    }

    /** The users of streams, so far as they are known, and of campaigns, which have their names. */
    static List<String> users(List<Stream> streams, List<CampaignPlan> campaigns) {
        Set<String> users = new LinkedHashSet<>();
        streams.forEach(stream -> users(stream).ifPresent(users::addAll));
        campaigns.forEach(campaign -> users.add(campaign.name()));
        return List.copyOf(users);
    }

    /** The names of all resource groups. */
    static List<String> groups(List<Machine> machines) {
        List<String> groups = new ArrayList<>();
        for (Machine machine : machines) {
            machine.pools().stream()
                    .flatMap(pool -> pool.partitions().stream())
                    .map(Partition::name)
                    .forEach(groups::add);
        }
        return groups;
    }

    /**
     * Checks the partitions of a policy's limits once the jobs of a trace are known.
     *
     * @throws IllegalArgumentException if a limit is for a partition that there is not
     */
    public static void checkPartitions(Limits limits, List<Machine> machines, Workload workload) {
        List<String> names = groups(machines);
        names.addAll(workload.partitions());
        for (String name : limits.named().getOrDefault(Subject.PARTITION, Map.of()).keySet()) {
            if (!names.contains(name)) {
                String maybe = NearestName.maybe(name, names);
                throw new IllegalArgumentException(
                        "A limit is for partition '%s', of which there is none.\nMaybe %s"
                                .formatted(name, maybe == null ? "leave it out." : maybe));
            }
        }
    }

    /**
     * What is to be said of limits for users who submit nothing, once the jobs are known: most
     * likely their names are not written as the trace writes them.
     */
    static List<String> warnings(Scenario scenario, Supplier<Workload> jobs) {
        Set<String> limited = new LinkedHashSet<>();
        for (PolicyParts policy : scenario.policies()) {
            limited.addAll(policy.limits().named().getOrDefault(Subject.USER, Map.of()).keySet());
        }
        List<Stream> streams = scenario.workload().streams();
        if (limited.isEmpty() || areUsersKnown(streams)) {
            return List.of();
        }
        users(streams, scenario.campaigns()).forEach(limited::remove);
        List<String> known = jobs.get().users();
        limited.removeAll(new HashSet<>(known));
        List<String> warnings = new ArrayList<>();
        for (String name : limited) {
            String near = NearestName.of(name, known).map(" Maybe '%s'."::formatted).orElse("");
            warnings.add("A limit is for user '%s', who submits nothing.%s".formatted(name, near));
        }
        return warnings;
    }
}
