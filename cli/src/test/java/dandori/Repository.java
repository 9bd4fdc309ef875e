package dandori;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The repository that the tests stand in: its modules and their files. */
final class Repository {

    static final List<String> MODULES = List.of("core", "scenarios", "parquet", "cli", "web");

    private static final Path ROOT = root();

    private Repository() {}

    /** Every Java file below {@code src} of all modules, parsed once. */
    static List<JavaSource> sources() {
        return Parsed.SOURCES;
    }

    /** What a module ships: its Java files below {@code src/main}. */
    static List<JavaSource> mainSources() {
        return sources().stream().filter(JavaSource::isMain).toList();
    }

    /**
     * Every file below the modules' {@code src} that people write by hand, relative to the root, in
     * order of name.
     */
    static List<Path> textFiles() {
        return MODULES.stream()
                .map(Path::of)
                .flatMap(module -> files(module.resolve("src"), Repository::isText).stream())
                .toList();
    }

    /**
     * The files in a folder's tree, relative to the root, in order of name; none if there is no
     * such folder.
     */
    static List<Path> files(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(ROOT.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(wanted)
                    .map(ROOT::relativize)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isText(Path path) {
        return path.toString().matches(".*\\.(java|yaml|md|properties|xml)");
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("core/src"))
                || !Files.isRegularFile(folder.resolve("cli/pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("The tests do not run within the repository.");
            }
        }
        return folder;
    }

    /** Parses when it is first asked. */
    private static final class Parsed {

        static final List<JavaSource> SOURCES = JavaSource.of(texts());

        private Parsed() {}

        private static Map<String, String> texts() {
            Map<String, String> texts = new LinkedHashMap<>();
            textFiles().stream()
                    .filter(path -> path.toString().endsWith(".java"))
                    .forEach(path -> texts.put(path.toString(), read(path)));
            return texts;
        }
    }
}
