package dandori.report;

import java.util.List;

/**
 * A report for people, to be written as text, Markdown or HTML.
 *
 * @param name the scenario's name
 * @param question what it asks; perhaps empty
 * @param size how large the study is, in a line
 * @param sections its parts, in order
 * @param chart the length of the queue over time as an SVG picture; empty: none
 */
public record Report(
        String name, String question, String size, List<Section> sections, String chart) {

    /** Keeps the sections. */
    public Report {
        sections = List.copyOf(sections);
    }

    /** The title: the question or, without one, the name. */
    String title() {
        return question.isEmpty() ? name : question;
    }
}
