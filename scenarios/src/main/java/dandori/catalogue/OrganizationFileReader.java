package dandori.catalogue;

import dandori.generate.Generator;
import dandori.generate.Generators;
import dandori.machine.Fact;
import dandori.machine.Facts;
import dandori.scenario.key.Branches;
import dandori.scenario.key.Scalars;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.ScenarioException;
import dandori.scenario.text.TreeReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads organization files, strictly: every issue is told at once, with its path and line.
 *
 * <p>{@code OrganizationFileReader.read(Path.of("ours.yaml"))}.
 */
public final class OrganizationFileReader {

    private static final String WHAT = "an organization file";

    private final Issues issues;

    private OrganizationFileReader(Issues issues) {
        this.issues = issues;
    }

    /**
     * The organization of a file.
     *
     * @throws ScenarioException if anything is wrong, with all issues
     */
    public static OrganizationProfile read(Path file) {
        return read(file.toString(), TreeReader.bytes(file, WHAT));
    }

    /**
     * The organization of bytes.
     *
     * @param name what issues call the file
     * @param bytes its contents, YAML in UTF-8
     * @throws ScenarioException if anything is wrong, with all issues
     */
    public static OrganizationProfile read(String name, byte[] bytes) {
        return FactFile.read(
                WHAT,
                name,
                bytes,
                (root, issues) -> new OrganizationFileReader(issues).profile(root));
    }

    private @Nullable OrganizationProfile profile(Mapping root) {
        Map<String, String> sources = Sources.of(root, issues);
        FactReader facts = new FactReader(new LinkedHashSet<>(sources.keySet()), issues);
        facts.facts(OrganizationSections.ORGANIZATION, root);
        Node nameNode = root.get("organization");
        String name = nameNode == null ? null : Scalars.name(nameNode, issues);
        String title = text(root, "title");
        Node about = root.get("about");
        Facts aboutIt = about == null ? Facts.NONE : facts.facts(OrganizationSections.ABOUT, about);
        List<OrganizationProject> projects = new ArrayList<>();
        Branches.sections(root.get("projects"), issues)
                .forEach((its, node) -> projects.add(project(its, node, facts)));
        Facts archetypes = archetypes(root.get("archetypes"), facts);
        return name == null || title == null
                ? null
                : new OrganizationProfile(name, title, aboutIt, projects, archetypes, sources);
    }

    private OrganizationProject project(String name, Node node, FactReader reader) {
        Facts facts = reader.facts(OrganizationSections.PROJECT, node);
        Mapping mapping =
                node instanceof Mapping given
                        ? given
                        : new Mapping(node.path(), node.line(), Map.of());
        return new OrganizationProject(
                name,
                text(mapping, "title"),
                known(mapping, "model", ModelCatalogue.names()),
                known(mapping, "on", Catalogue.names()),
                facts);
    }

    /** A name of the catalogue; empty if none is given. */
    private String known(Mapping mapping, String key, List<String> names) {
        Node node = mapping.get(key);
        String name = text(mapping, key);
        if (node != null && !name.isEmpty() && !names.contains(name)) {
            issues.addUnknown(
                    node,
                    "there is no %s '%s' in the catalogue."
                            .formatted(key.equals("on") ? "machine" : "model", name),
                    name,
                    names);
        }
        return name;
    }

    private Facts archetypes(@Nullable Node node, FactReader reader) {
        List<String> known = Generators.all().stream().map(Generator::name).toList();
        Map<String, Fact> archetypes = new LinkedHashMap<>();
        Branches.sections(node, issues)
                .forEach((name, why) -> {
                    if (!known.contains(name)) {
                        issues.addUnknown(
                                why,
                                "there is no model '" + name + "' that draws jobs.",
                                name,
                                known);
                        return;
                    }
                    FactKey key = FactKey.of(name, Dimension.TEXT, "Why it fits.");
                    Fact fact = reader.fact(key, why);
                    if (fact != null) {
                        archetypes.put(name, fact);
                    }
                });
        return new Facts(archetypes);
    }

    private String text(Mapping mapping, String key) {
        Node node = mapping.get(key);
        String text = node == null ? null : Scalars.text(node, issues);
        return text == null ? "" : text;
    }
}
