package dandori.report;

import java.util.List;

/**
 * A report for people, to be written as text, Markdown or HTML.
 *
 * @param name the scenario's name
 * @param question what it asks; perhaps empty
 * @param size how large the study is, in a line
 * @param sections its parts, in order
 * @param pictures figures, for pages that can show them
 */
public record Report(
        String name, String question, String size, List<Section> sections, List<Picture> pictures) {

    /** Keeps the sections and pictures. */
    public Report {
        sections = List.copyOf(sections);
        pictures = List.copyOf(pictures);
    }

    /** The title: the question or, without one, the name. */
    String title() {
        return question.isEmpty() ? name : question;
    }
}
