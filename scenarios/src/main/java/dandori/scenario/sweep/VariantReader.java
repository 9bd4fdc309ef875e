package dandori.scenario.sweep;

import dandori.scenario.KnownParts;
import dandori.scenario.Scenario;
import dandori.scenario.ScenarioReader;
import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.ScenarioException;
import dandori.scenario.text.TreeReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads scenario files in which values stand in series: every combination of the values of all
 * sweeps is a scenario. All issues of all of them are told at once, each once.
 */
public final class VariantReader {

    /** How many combinations are read at most. */
    public static final int MOST_VARIANTS = 10_000;

    private VariantReader() {}

    /**
     * The variants of a file.
     *
     * @param file the file; paths in it are relative to its folder
     * @param settings values that take the place of the file's, each {@code path.to.key=VALUE};
     *     they may be sweeps
     * @throws ScenarioException if anything is wrong, with all issues
     */
    public static Variants read(Path file, List<String> settings) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return read(
                file.toString(),
                TreeReader.bytes(file, "a scenario"),
                folder == null ? file : folder,
                settings,
                KnownParts.found());
    }

    /**
     * The variants of bytes.
     *
     * @param name what issues call the file
     * @param bytes its contents, YAML in UTF-8
     * @param folder what paths in it are relative to
     * @param settings values that take the place of the file's
     * @param parts what policies may be made of
     * @throws ScenarioException if anything is wrong, with all issues
     */
    public static Variants read(
            String name, byte[] bytes, Path folder, List<String> settings, KnownParts parts) {
        return read(name, bytes, folder, settings, parts, new Issues());
    }

    /**
     * The variants of {@code scenario.yaml} in a results folder, which have been played: their
     * traces need not be there any more.
     *
     * @param settings values that take the place of the file's
     * @throws ScenarioException if anything is wrong, with all issues
     */
    public static Variants readPlayed(Path file, List<String> settings) {
        return read(
                file.toString(),
                TreeReader.bytes(file, "a scenario"),
                file.toAbsolutePath().normalize().resolveSibling(""),
                settings,
                KnownParts.found(),
                Issues.ofPlayed());
    }

    private static Variants read(
            String name,
            byte[] bytes,
            Path folder,
            List<String> settings,
            KnownParts parts,
            Issues issues) {
        Node root = ScenarioReader.tree(bytes, settings, issues);
        FoundSweeps found =
                root == null ? new FoundSweeps(List.of(), List.of()) : SweepFinder.of(root, issues);
        List<Sweep> sweeps = found.list();
        if (root == null || !issues.isEmpty() && !sweeps.isEmpty()) {
            throw new ScenarioException(name, issues.list());
        }
        long count = 1;
        for (Sweep sweep : sweeps) {
            count = Math.min(count, Integer.MAX_VALUE) * sweep.size();
        }
        if (count > MOST_VARIANTS) {
            String wrong =
                    "the sweeps have %d combinations, but %d are read at most."
                            .formatted(count, MOST_VARIANTS);
            Issue many = new Issue("", 0, wrong, "shorter series.");
            throw new ScenarioException(name, List.of(many));
        }
        if (!sweeps.isEmpty()) {
            refuseInquiries(root, name);
        }
        List<Variant> variants = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Variant variant = variant(number, found, root, folder, parts, issues);
            if (variant != null) {
                variants.add(variant);
            }
        }
        if (issues.isEmpty() && sweeps.isEmpty()) {
            new InquiryCheck(root, folder, parts, issues).check(variants.get(0).scenario());
        }
        if (!issues.isEmpty()) {
            throw new ScenarioException(name, issues.list());
        }
        return new Variants(sweeps, found.places(), variants);
    }

    /** A search over each variant of a sweep is not built: values change by one of them. */
    private static void refuseInquiries(Node root, String name) {
        Issues issues = new Issues();
        for (String key : SweepFinder.INQUIRIES) {
            Node section = root instanceof Mapping file ? file.get(key) : null;
            if (section != null) {
                issues.add(
                        section,
                        "does not go with a sweep: the values of a file change by one of them.",
                        "a file without sweeps, run once for each of their values, with --set.");
            }
        }
        if (!issues.isEmpty()) {
            throw new ScenarioException(name, issues.list());
        }
    }

    private static @Nullable Variant variant(
            int number,
            FoundSweeps found,
            Node root,
            Path folder,
            KnownParts parts,
            Issues issues) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Node> nodes = new LinkedHashMap<>();
        StringBuilder world = new StringBuilder();
        List<Sweep> sweeps = found.list();
        int[] chosen = Combinations.choice(number, sweeps);
        for (int i = 0; i < chosen.length; i++) {
            Sweep sweep = sweeps.get(i);
            int value = chosen[i];
            values.put(sweep.name(), sweep.labels().get(value));
            sweep.places().forEach((path, its) -> nodes.put(path, its.get(value)));
            if (!found.isOfPolicies(sweep)) {
                world.append(value).append(' ');
            }
        }
        found.together().forEach(one -> nodes.put(one.path(), one.value(chosen, sweeps)));
        Node tree = nodes.isEmpty() ? root : new Substitution(nodes).in(root);
        Scenario scenario = ScenarioReader.scenario(tree, folder, parts, issues);
        return scenario == null ? null : new Variant(number, values, world.toString(), scenario);
    }
}
