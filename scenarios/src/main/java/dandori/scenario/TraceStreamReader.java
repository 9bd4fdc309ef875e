package dandori.scenario;

import dandori.resample.Feedback;
import dandori.scenario.key.Moment;
import dandori.scenario.key.Sections;
import dandori.scenario.key.Values;
import dandori.scenario.key.WorkloadSections;
import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.NearestFile;
import dandori.scenario.text.Node;
import dandori.trace.OrganizationFrom;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads streams that take their jobs from a trace. */
final class TraceStreamReader {

    private final Path folder;
    private final OrganizationReader organizations;
    private final StreamRequestReader requests;
    private final LogOptionsReader logs;
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
        this.logs = new LogOptionsReader(this, issues);
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
                values.number("scaleNodes"),
                from == null || from.isEmpty()
                        ? null
                        : OrganizationFrom.valueOf(from.toUpperCase(Locale.ROOT)),
                mapping,
                other,
                values.millis("shift"),
                values.moment("from"),
                ordered(values),
                values.flag("dependencies"),
                resample(values),
                feedback(values),
                logs.read(values),
                requests.read(stream, organization));
    }

    private @Nullable ResampleRule resample(Values values) {
        Node node = values.node("resample");
        if (node == null) {
            return null;
        }
        refuseDependencies(values, node);
        Values resample = Values.of(WorkloadSections.RESAMPLE, node, issues);
        return new ResampleRule(
                resample.has("users") ? resample.count("users") : 0,
                resample.has("weeks") ? resample.count("weeks") : 0,
                resample.millis("longTerm"));
    }

    private @Nullable Feedback feedback(Values values) {
        Node node = values.node("feedback");
        Node pause = values.node("pause");
        boolean isOn = values.flag("feedback");
        if (pause != null && values.has("pause") && !isOn) {
            issues.add(pause, "says nothing without 'feedback'.", "feedback: true");
        }
        if (node != null && isOn) {
            refuseDependencies(values, node);
        }
        return isOn ? new Feedback(values.millis("pause")) : null;
    }

    private void refuseDependencies(Values values, Node node) {
        if (values.flag("dependencies")) {
            issues.add(
                    node,
                    "does not go together with 'dependencies'.",
                    "delete 'dependencies': with 'feedback' users wait for their jobs.");
        }
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

    /** The log that a section names, a file or a folder of files; an issue, if there is none. */
    Path file(Values values) {
        return file(values, "file", true);
    }

    /** The file that a key names; the folder, and an issue, if there is none. */
    Path file(Values values, String key) {
        return file(values, key, false);
    }

    private Path file(Values values, String key, boolean orFolder) {
        Node node = values.node(key);
        if (node == null) {
            return folder;
        }
        String text = values.text(key);
        try {
            boolean isSet = node.line() == Issue.SET;
            Path file = (isSet ? Path.of("").toAbsolutePath() : folder).resolve(text).normalize();
            boolean isThere = Files.isRegularFile(file) || orFolder && Files.isDirectory(file);
            if (!text.isEmpty() && !isThere) {
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
        return NearestFile.maybe(file);
    }
}
