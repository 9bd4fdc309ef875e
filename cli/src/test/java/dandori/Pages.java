package dandori;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pages for people: what is written in Markdown at the top of the repository and in docs. */
public final class Pages {

    private Pages() {}

    /** All of them, relative to the root. */
    public static List<Path> all() {
        List<Path> pages = new ArrayList<>();
        for (String top : List.of("README", "CHANGELOG", "CONSTITUTION", "CONTRIBUTING")) {
            pages.add(Path.of(top + ".md"));
        }
        pages.addAll(Repository.files(Path.of("docs"), file -> file.toString().endsWith(".md")));
        return pages;
    }

    /** The root of the repository. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("cli/pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
