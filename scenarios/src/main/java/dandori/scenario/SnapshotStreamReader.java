package dandori.scenario;

import dandori.scenario.key.Values;
import dandori.scenario.key.WorkloadSections;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads streams that take their jobs from a snapshot of a queue. */
final class SnapshotStreamReader {

    private final OrganizationReader organizations;
    private final StreamRequestReader requests;
    private final Function<Values, Path> files;
    private final Issues issues;

    /** Reads with the readers of other streams; files as those of traces. */
    SnapshotStreamReader(
            OrganizationReader organizations,
            StreamRequestReader requests,
            Function<Values, Path> files,
            Issues issues) {
        this.organizations = organizations;
        this.requests = requests;
        this.files = files;
        this.issues = issues;
    }

    SnapshotStream read(Values stream, Node node) {
        Values values = Values.of(WorkloadSections.SNAPSHOT, node, issues);
        Node organizationNode = stream.node("organization");
        String organization = StreamOrganizations.named(organizationNode, organizations);
        Map<String, String> mapping = StreamOrganizations.mapping(values, organizations);
        Node otherNode = values.node("other");
        String other = StreamOrganizations.named(otherNode, organizations);
        if (organizationNode == null && otherNode == null) {
            organizations.takenFromTrace(node);
        }
        return new SnapshotStream(
                organization,
                files.apply(values),
                values.fraction("runTime"),
                mapping,
                other,
                requests.read(stream, organization));
    }

    /** Checks that it is known when a snapshot was taken. */
    static void checkStart(List<Stream> streams, Values run, Issues issues) {
        boolean isStanding = streams.stream().anyMatch(SnapshotStream.class::isInstance);
        if (isStanding && (!run.has("start") || run.isWord("start"))) {
            issues.add(
                    run.mapping(),
                    "'start' is missing: when was the snapshot taken?",
                    "start: 2026-11-20T12:00+09:00");
        }
    }
}
