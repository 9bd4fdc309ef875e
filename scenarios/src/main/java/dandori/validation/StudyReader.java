package dandori.validation;

import dandori.machine.Certainty;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.NearestFile;
import dandori.scenario.text.Node;
import dandori.scenario.text.ScenarioException;
import dandori.scenario.text.TreeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads the folder of a study, strictly: every issue is told at once, with its path and line.
 *
 * <p>{@code StudyReader.read(Path.of("my-study"))}.
 */
public final class StudyReader {

    private final Issues issues;

    private StudyReader(Issues issues) {
        this.issues = issues;
    }

    /**
     * The study of a folder.
     *
     * @throws ScenarioException if anything is wrong with its file, with all issues
     */
    public static PublishedStudy read(Path folder) {
        Path file = folder.resolve(PublishedStudy.FILE);
        return read(folder, file.toString(), TreeReader.bytes(file, "a study"));
    }

    /**
     * The studies of folders, each of which is a study's own or holds such folders; a study's file
     * stands for its folder.
     *
     * @throws ScenarioException if anything is wrong with one of them, or a folder holds none
     * @throws IOException if a folder cannot be listed
     */
    public static List<PublishedStudy> readAll(List<Path> folders) throws IOException {
        List<PublishedStudy> studies = new ArrayList<>();
        for (Path folder : folders) {
            below(folder).forEach(study -> studies.add(read(study)));
        }
        return studies;
    }

    private static List<Path> below(Path folder) throws IOException {
        if (isStudy(folder)) {
            return List.of(folder);
        }
        if (Files.isRegularFile(folder) && folder.endsWith(PublishedStudy.FILE)) {
            Path its = folder.getParent();
            return List.of(its == null ? Path.of("") : its);
        }
        if (!Files.isDirectory(folder)) {
            boolean isThere = Files.exists(folder);
            String wrong = isThere ? "is no folder of a study." : "there is no such folder.";
            throw new ScenarioException(
                    folder.toString(),
                    List.of(new Issue("", 0, wrong, isThere ? null : NearestFile.maybe(folder))));
        }
        try (Stream<Path> list = Files.list(folder)) {
            List<Path> studies = list.filter(StudyReader::isStudy).sorted().toList();
            return studies.isEmpty() ? List.of(folder) : studies; // it says that it has no file
        }
    }

    private static boolean isStudy(Path folder) {
        return Files.isRegularFile(folder.resolve(PublishedStudy.FILE));
    }

    /**
     * The study of bytes.
     *
     * @param folder where its files lie
     * @param name what issues call the file
     * @param bytes its contents, YAML in UTF-8
     * @throws ScenarioException if anything is wrong, with all issues
     */
    public static PublishedStudy read(Path folder, String name, byte[] bytes) {
        Issues issues = new Issues();
        Node root = TreeReader.read(bytes, issues);
        if (root != null && !(root instanceof Mapping)) {
            issues.add(root, "a study is a mapping of keys, but this is one value.", null);
        }
        if (!(root instanceof Mapping mapping)) {
            throw new ScenarioException(name, issues.list());
        }
        PublishedStudy study = new StudyReader(issues).study(folder, mapping);
        if (!issues.isEmpty()) {
            throw new ScenarioException(name, issues.list());
        }
        return study;
    }

    private PublishedStudy study(Path folder, Mapping root) {
        Values values = Values.of(StudySections.STUDY, root, issues);
        List<NeededFile> files = new ArrayList<>();
        values.sections("files").forEach((name, node) -> files.add(file(name, node)));
        List<String> names = files.stream().map(NeededFile::name).toList();
        List<ComparedRun> runs = new ArrayList<>();
        RunReader reader = new RunReader(names, issues);
        values.sections("runs").forEach((name, node) -> runs.add(reader.run(name, node)));
        Path called = folder.toAbsolutePath().normalize().getFileName();
        return new PublishedStudy(
                called == null ? "study" : called.toString(),
                folder,
                line(values, "title"),
                line(values, "source"),
                Certainty.named(values.word("certainty")).orElse(Certainty.ASSUMED),
                line(values, "compared"),
                line(values, "conventions"),
                files,
                runs);
    }

    private NeededFile file(String name, Node node) {
        Values values = Values.of(StudySections.FILE, node, issues);
        String hash = values.has("sha256") ? values.text("sha256") : "";
        if (!hash.isEmpty() && !hash.matches("[0-9a-fA-F]{64}")) {
            issues.add(
                    node(values, "sha256"),
                    "must be 64 hexadecimal digits, but is '" + hash + "'.",
                    "what 'sha256sum' prints.");
        }
        return new NeededFile(
                name,
                values.text("path"),
                hash.toLowerCase(Locale.ROOT),
                values.has("from") ? line(values, "from") : "");
    }

    /** A text whose line breaks are blanks. */
    private static String line(Values values, String key) {
        return values.text(key).strip().replaceAll("\\s+", " ");
    }

    private static Node node(Values values, String key) {
        Node node = values.node(key);
        return node == null ? values.mapping() : node;
    }
}
