package dandori.scenario;

import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.machine.Partition;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Subject;
import dandori.scenario.text.NearestName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Whose names limits may use. */
public final class LimitNames {

    private LimitNames() {}

    /** The names that are known before there are jobs: all organizations, all resource groups. */
    static Map<Subject, List<String>> known(
            OrganizationReader organizations, List<Machine> machines, List<Stream> streams) {
        Map<Subject, List<String>> known = new EnumMap<>(Subject.class);
        if (organizations.isComplete()) {
            known.put(
                    Subject.ORGANIZATION,
                    organizations.complete().stream().map(Organization::name).toList());
        }
        boolean isTraced =
                streams.stream().anyMatch(stream -> !(stream instanceof GeneratedStream));
        List<String> groups = groups(machines);
        if (!groups.isEmpty() || !isTraced) {
            known.put(Subject.PARTITION, groups);
        }
        return known;
    }

    private static List<String> groups(List<Machine> machines) {
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
}
