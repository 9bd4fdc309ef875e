package dandori;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The pages are a site: every relative link leads to a file or folder that exists, and to a heading
 * in it; every page has a title and is two clicks from the first.
 */
class LinksTest {

    private static final Path FRONT = Path.of("docs/README.md");
    private static final Pattern LINK = Pattern.compile("\\]\\((?<target>[^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (?<title>.+)$");

    @Test
    void linksLeadSomewhere() {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Path page : Pages.all()) {
            for (String target : targets(page)) {
                links++;
                if (!leadsSomewhere(page, target)) {
                    dead.add(page + ": " + target);
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(links).isGreaterThan(20);
    }

    @Test
    void everyPageIsTwoClicksFromTheFirst() {
        Set<Path> reached = new LinkedHashSet<>(linked(FRONT));
        for (Path page : List.copyOf(reached)) {
            if (page.toString().endsWith(".md")) {
                reached.addAll(linked(page));
            }
        }
        List<Path> lost =
                Pages.all().stream()
                        .filter(page -> page.startsWith("docs") && !page.equals(FRONT))
                        .filter(page -> !reached.contains(page))
                        .toList();
        assertThat(lost).as("pages that %s does not lead to in two clicks", FRONT).isEmpty();
        assertThat(linked(Path.of("README.md"))).contains(FRONT);
    }

    @Test
    void everyPageBeginsWithItsOneTitle() {
        for (Path page : Pages.all()) {
            String text = withoutCode(Repository.read(page));
            assertThat(text).as("%s begins with its title", page).startsWith("# ");
            assertThat(text.lines().filter(line -> line.startsWith("# ")))
                    .as("titles of %s", page)
                    .hasSize(1);
        }
    }

    /** The relative links of a page, as they stand there. */
    private static List<String> targets(Path page) {
        List<String> targets = new ArrayList<>();
        Matcher link = LINK.matcher(withoutCode(Repository.read(page)));
        while (link.find()) {
            String target = link.group("target");
            if (!target.matches("(https?|mailto):.*")) {
                targets.add(target);
            }
        }
        return targets;
    }

    private static List<Path> linked(Path page) {
        return targets(page).stream().map(target -> file(page, target)).toList();
    }

    private static boolean leadsSomewhere(Path page, String target) {
        String[] parts = target.split("#", 2);
        Path file = file(page, target);
        return Files.exists(Pages.root().resolve(file))
                && (parts.length == 1 || anchors(Repository.read(file)).contains(parts[1]));
    }

    /** The file that a link of a page leads to, from the root. */
    private static Path file(Path page, String target) {
        String name = target.split("#", 2)[0];
        Path folder = page.getParent() == null ? Path.of("") : page.getParent();
        return name.isEmpty() ? page : folder.resolve(name).normalize();
    }

    /** The headings as a browser of the repository names them. */
    private static List<String> anchors(String page) {
        List<String> anchors = new ArrayList<>();
        Matcher heading = HEADING.matcher(page);
        while (heading.find()) {
            anchors.add(
                    heading.group("title")
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-'));
        }
        return anchors;
    }

    private static String withoutCode(String page) {
        return page.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "");
    }
}
