package dandori.validation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Studies in a few lines. */
final class StudyText {

    /** What every study says. */
    static final String HEAD =
            """
            title: A title
            source: Somebody, somewhere
            certainty: published
            compared: A figure.
            conventions: None.
            """;

    private StudyText() {}

    /** The study of a text behind the head, in a folder. */
    static PublishedStudy in(Path folder, String text) {
        byte[] bytes = (HEAD + text).getBytes(StandardCharsets.UTF_8);
        return StudyReader.read(folder, "study.yaml", bytes);
    }
}
