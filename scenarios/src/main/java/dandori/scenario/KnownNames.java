package dandori.scenario;

import dandori.machine.Machine;
import dandori.policy.limit.Subject;
import dandori.scenario.campaign.CampaignPlan;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names that limits and qualities of service may use before there are jobs. Each kind is
 * gathered when it is first asked for, once: generators may have many users.
 */
final class KnownNames {

    private final OrganizationReader organizations;
    private final List<Machine> machines;
    private final List<Stream> streams;
    private final List<CampaignPlan> campaigns;
    private final Map<Subject, Optional<List<String>>> gathered = new EnumMap<>(Subject.class);

    /** The names of a scenario of which all that may bring some has been read. */
    KnownNames(
            OrganizationReader organizations,
            List<Machine> machines,
            List<Stream> streams,
            List<CampaignPlan> campaigns) {
        this.organizations = organizations;
        this.machines = machines;
        this.streams = streams;
        this.campaigns = campaigns;
    }

    /**
     * All names of a kind; empty where jobs may bring others: organizations of a trace; resource
     * groups, if a trace may name partitions on a machine that has none; users, if any come from a
     * trace.
     */
    Optional<List<String>> of(Subject subject) {
        return gathered.computeIfAbsent(subject, this::gather);
    }

    private Optional<List<String>> gather(Subject subject) {
        return switch (subject) {
            case ORGANIZATION ->
                    organizations.isComplete()
                            ? Optional.of(
                                    organizations.complete().stream()
                                            .map(Organization::name)
                                            .toList())
                            : Optional.empty();
            case PARTITION -> {
                boolean isTraced =
                        streams.stream().anyMatch(stream -> !(stream instanceof GeneratedStream));
                yield isTraced && !machines.stream().allMatch(DefaultPlacement::hasGroups)
                        ? Optional.empty()
                        : Optional.of(LimitNames.groups(machines));
            }
            case USER ->
                    LimitNames.areUsersKnown(streams)
                            ? Optional.of(LimitNames.users(streams, campaigns))
                            : Optional.empty();
            case QOS -> Optional.empty(); // each policy names its own
        };
    }

    /** The campaigns. */
    List<CampaignPlan> campaigns() {
        return campaigns;
    }

    /** The machine on which an organization's jobs are at home. */
    String homeOf(String organization) {
        return organizations.homeOf(organization);
    }

    /** Tells of a name that there is not, where all are known. */
    void check(Subject subject, String name, Node node, Issues issues) {
        List<String> names = of(subject).orElse(List.of(name));
        if (!names.contains(name)) {
            String maybe = issues.maybe(name, names);
            issues.add(
                    node,
                    "'%s' is no %s of this scenario.".formatted(name, subject.text()),
                    maybe == null ? "leave it out." : maybe);
        }
    }
}
