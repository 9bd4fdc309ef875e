package dandori.catalogue;

import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.ScenarioException;
import dandori.scenario.text.TreeReader;
import org.jspecify.annotations.Nullable;

/** The frame of all files of facts: a mapping is read, or every issue is told at once. */
final class FactFile {

    private FactFile() {}

    /** What a file describes. */
    interface Subject<T> {
        /** What the keys of a file say; null, and issues, if it cannot be said. */
        @Nullable T read(Mapping root, Issues issues);
    }

    /**
     * What a file describes.
     *
     * @param what what the file should be, with its article: {@code a model file}
     * @param name what issues call the file
     * @param bytes its contents, YAML in UTF-8
     * @param subject how its keys are read
     * @throws ScenarioException if anything is wrong, with all issues
     */
    static <T> T read(String what, String name, byte[] bytes, Subject<T> subject) {
        Issues issues = new Issues();
        Node root = TreeReader.read(bytes, issues);
        T read = root instanceof Mapping mapping ? subject.read(mapping, issues) : null;
        if (root != null && !(root instanceof Mapping)) {
            issues.add(root, what + " is a mapping of keys, but this is one value.", null);
        }
        if (read == null || !issues.isEmpty()) {
            throw new ScenarioException(name, issues.list());
        }
        return read;
    }
}
