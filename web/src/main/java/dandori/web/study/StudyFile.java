package dandori.web.study;

import java.util.List;
import java.util.Optional;

/**
 * A file that results folders have and that may be handed out.
 *
 * @param name its name in the folder
 * @param type its media type
 */
public record StudyFile(String name, String type) {

    /** All of them, in the order in which they are offered. */
    public static final List<StudyFile> ALL =
            List.of(
                    new StudyFile("report.html", "text/html"),
                    new StudyFile("report.md", "text/markdown"),
                    new StudyFile("summary.json", "application/json"),
                    new StudyFile("campaigns.csv", "text/csv"),
                    new StudyFile("scenario.yaml", "text/plain"),
                    new StudyFile("machine.json", "application/json"),
                    new StudyFile("manifest.json", "application/json"));

    /** That of a name; empty if results folders have none such. */
    public static Optional<StudyFile> of(String name) {
        return ALL.stream().filter(file -> file.name().equals(name)).findFirst();
    }
}
