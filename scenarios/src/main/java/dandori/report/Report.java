package dandori.report;

import java.util.List;

/**
 * A report for people, to be written as text, Markdown or HTML.
 *
 * @param name the scenario's name
 * @param question what it asks; perhaps empty
 * @param size how large the study is, in a line
 * @param answer what came out, in sentences; perhaps none
 * @param sections its parts, in order
 * @param pictures figures, for pages that can show them
 */
public record Report(
        String name,
        String question,
        String size,
        List<String> answer,
        List<Section> sections,
        List<Picture> pictures) {

    /** Keeps the answer, the sections and the pictures. */
    public Report {
        answer = List.copyOf(answer);
        sections = List.copyOf(sections);
        pictures = List.copyOf(pictures);
    }

    /** A report without an answer. */
    public Report(
            String name,
            String question,
            String size,
            List<Section> sections,
            List<Picture> pictures) {
        this(name, question, size, List.of(), sections, pictures);
    }

    /** The title: the question or, without one, the name. */
    public String title() {
        return question.isEmpty() ? name : question;
    }
}
