package dandori.web;

import dandori.web.study.StudyLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scenarios below the served folder: those of studies, and files of their own. */
final class ScenarioList {

    private static final int DEEPEST = 3;
    private static final int MOST = 2_000;
    private static final int LOOKED_AT_BYTES = 16_384;
    private static final Pattern BEGINNING = Pattern.compile("(?m)^scenario *:");

    private final ServedFolder served;
    private final List<Map<String, Object>> lines = new ArrayList<>();

    ScenarioList(ServedFolder served) {
        this.served = served;
    }

    /** A line for each, by name. */
    List<Map<String, Object>> lines() throws IOException {
        collect(served.root(), 0);
        return lines;
    }

    private void collect(Path within, int depth) throws IOException {
        if (StudyLine.isThere(within)) {
            if (Files.isRegularFile(within.resolve("scenario.yaml"))) {
                add(within, true);
            }
            return;
        }
        List<Path> each;
        try (Stream<Path> list = Files.list(within)) {
            each = list.sorted().toList();
        } catch (IOException closed) {
            if (depth == 0) {
                throw closed;
            }
            return; // a folder that this user may not read holds nothing for the list
        }
        for (Path one : each) {
            if (lines.size() == MOST) {
                return;
            }
            if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS) && depth < DEEPEST) {
                collect(one, depth + 1);
            } else if (ScenarioPlace.isScenarioName(one) && isScenario(one)) {
                add(one, false);
            }
        }
    }

    private void add(Path place, boolean isStudy) {
        lines.add(Map.of("at", served.name(place), "study", isStudy));
    }

    /** Whether a file begins as scenarios do; machine files end in .yaml too. */
    private static boolean isScenario(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            String text = new String(bytes.readNBytes(LOOKED_AT_BYTES), StandardCharsets.UTF_8);
            return BEGINNING.matcher(text).find();
        } catch (IOException unreadable) {
            return false;
        }
    }
}
