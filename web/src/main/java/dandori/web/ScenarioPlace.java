package dandori.web;

import dandori.web.study.StudyLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A scenario below the served folder: that of a study, or a file of its own.
 *
 * @param at how requests name it: the study's folder, or the file
 * @param file its text
 * @param folder the folder of scenarios that are made of it, and what paths in them are relative to
 * @param isStudy whether it has been played
 */
record ScenarioPlace(String at, Path file, Path folder, boolean isStudy) {

    /** The largest text of a scenario. */
    static final int LARGEST_BYTES = 1 << 20;

    /** The scenario that a request names. */
    static ScenarioPlace of(ServedFolder served, String at) {
        Path found = served.at(at);
        Path study = study(served, found);
        if (study != null && isOfStudy(found, study)) {
            String name = served.name(study);
            Path file = served.at(name.isEmpty() ? "scenario.yaml" : name + "/scenario.yaml");
            return new ScenarioPlace(name, file, served.root(), true);
        }
        if (!isScenarioName(found) || !Files.isRegularFile(found)) {
            throw RefusedException.absent(
                    "There is no scenario at '" + at + "'.",
                    "a study, or a file that ends in .yaml.");
        }
        Path parent = found.getParent();
        Path folder = study == null && parent != null ? parent : served.root();
        return new ScenarioPlace(served.name(found), found, folder, false);
    }

    private static boolean isOfStudy(Path found, Path study) {
        return found.equals(study) || found.equals(study.resolve("scenario.yaml"));
    }

    /** The study that a path lies in; null if in none. */
    private static @Nullable Path study(ServedFolder served, Path found) {
        for (Path at = found; at != null && at.startsWith(served.root()); at = at.getParent()) {
            if (StudyLine.isThere(at)) {
                return at;
            }
        }
        return null;
    }

    static boolean isScenarioName(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** What stands in the file. */
    String text() {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw RefusedException.wrong(
                        "%s is larger than a scenario may be (%,d bytes)."
                                .formatted(at, LARGEST_BYTES),
                        "");
            }
            return Files.readString(file);
        } catch (IOException broken) {
            throw RefusedException.wrong(
                    "The scenario of '" + at + "' cannot be read: it is no text in UTF-8.", "");
        }
    }
}
