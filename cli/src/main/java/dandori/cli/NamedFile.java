package dandori.cli;

import dandori.scenario.text.Issue;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import dandori.scenario.text.Sequence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of a scenario that may name a file. Every text is taken for one, whatever its key: sweeps
 * and sensitivities put values in places of other keys.
 *
 * @param node where it stands
 * @param path which file that would be
 */
record NamedFile(Scalar node, Path path) {

    private static final String CATALOGUE = "catalogue/";

    /** The files that a tree may name. */
    static List<NamedFile> of(Node root, Path folder) {
        List<NamedFile> files = new ArrayList<>();
        collect(root, folder, files);
        return files;
    }

    private static void collect(Node node, Path folder, List<NamedFile> files) {
        if (node instanceof Mapping mapping) {
            mapping.entries().values().forEach(below -> collect(below, folder, files));
        } else if (node instanceof Sequence list) {
            list.items().forEach(below -> collect(below, folder, files));
        } else if (node instanceof Scalar scalar && mayBeFile(scalar)) {
            try {
                files.add(new NamedFile(scalar, folder.resolve(scalar.text()).normalize()));
            } catch (InvalidPathException none) {
                // what is no path names no file
            }
        }
    }

    private static boolean mayBeFile(Scalar scalar) {
        boolean isKnown = scalar.text().startsWith(CATALOGUE) && !scalar.text().contains("..");
        return !isKnown && !scalar.text().isEmpty() && !scalar.path().equals("description");
    }

    /** Whether it is a trace, a snapshot or a fitted model that a setting names. */
    boolean isSetTrace() {
        return node.line() == Issue.SET
                && node.path().matches(".*\\.(file|generate\\.fit)(\\.sweep\\[\\d+\\])?");
    }
}
