package dandori.scenario;

import dandori.scenario.key.Moment;
import dandori.scenario.key.Sections;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.NearestName;
import dandori.scenario.text.Node;
import dandori.trace.OrganizationFrom;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads streams that take their jobs from a trace. */
final class TraceStreamReader {

    private final Path folder;
    private final OrganizationReader organizations;
    private final StreamRequestReader requests;
    private final Issues issues;

    TraceStreamReader(
            Path folder,
            OrganizationReader organizations,
            StreamRequestReader requests,
            Issues issues) {
        this.folder = folder;
        this.organizations = organizations;
        this.requests = requests;
        this.issues = issues;
    }

    TraceStream read(Values stream, Node node) {
        Values values = Values.of(Sections.TRACE, node, issues);
        Node organizationNode = stream.node("organization");
        String organization = StreamOrganizations.named(organizationNode, organizations);
        String from = values.has("organizationFrom") ? values.word("organizationFrom") : null;
        if (organizationNode != null && from != null) {
            issues.add(
                    node,
                    "'organization' names one organization, and 'organizationFrom' takes them from"
                            + " the trace.",
                    "delete one of the two.");
        } else if (organizationNode == null && from == null) {
            issues.add(
                    stream.mapping(),
                    "whose jobs are these? 'organization' is missing.",
                    "trace: {organizationFrom: group}");
        }
        Map<String, String> mapping = StreamOrganizations.mapping(values, organizations);
        Node otherNode = values.node("other");
        String other = StreamOrganizations.named(otherNode, organizations);
        for (Node idle : new Node[] {values.node("organizations"), otherNode}) {
            if (idle != null && from == null) {
                issues.add(
                        idle,
                        "says nothing without 'organizationFrom'.",
                        "organizationFrom: group");
            }
        }
        if (from != null && otherNode == null) {
            organizations.takenFromTrace(node);
        }
        return new TraceStream(
                organization,
                file(values),
                values.count("processorsPerNode"),
                from == null || from.isEmpty()
                        ? null
                        : OrganizationFrom.valueOf(from.toUpperCase(Locale.ROOT)),
                mapping,
                other,
                values.millis("shift"),
                values.moment("from"),
                ordered(values),
                values.flag("dependencies"),
                requests.read(stream, organization));
    }

    private @Nullable Moment ordered(Values values) {
        Moment from = values.moment("from");
        Moment to = values.moment("to");
        Node node = values.node("to");
        boolean isEmpty =
                from != null
                        && to != null
                        && (from.date() != null
                                        && to.date() != null
                                        && !from.date().isBefore(to.date())
                                || from.millis() != null
                                        && to.millis() != null
                                        && from.millis() >= to.millis());
        if (isEmpty && node != null) {
            issues.add(node, "must be later than 'from'.", null);
        }
        return to;
    }

    /** The file that a section names; the folder, and an issue, if there is none. */
    Path file(Values values) {
        Node node = values.node("file");
        if (node == null) {
            return folder;
        }
        String text = values.text("file");
        try {
            boolean isSet = node.line() == Issue.SET;
            Path file = (isSet ? Path.of("").toAbsolutePath() : folder).resolve(text).normalize();
            if (!text.isEmpty() && !Files.isRegularFile(file)) {
                issues.addNoTrace(
                        node,
                        Files.exists(file)
                                ? "'" + text + "' is not a file."
                                : "there is no file '%s' (%s).".formatted(text, file),
                        issues.isFull() ? null : near(file));
            }
            return file;
        } catch (InvalidPathException e) {
            issues.add(node, "is no path of a file: '" + text.replace("\0", "\\0") + "'.", null);
            return folder;
        }
    }

    private static @Nullable String near(Path file) {
        Path parent = file.getParent();
        String[] names = parent == null ? null : parent.toFile().list();
        if (names == null || file.getFileName() == null) {
            return "a path that begins with '/'; others begin at the scenario file's folder.";
        }
        Optional<String> near =
                NearestName.of(
                        file.getFileName().toString(), Arrays.stream(names).sorted().toList());
        return near.map(name -> "'" + name + "'.").orElse(null);
    }
}
