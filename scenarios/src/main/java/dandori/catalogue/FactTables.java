package dandori.catalogue;

import java.util.List;

/** The sections of a file of facts as tables of a page, in Markdown. */
final class FactTables {

    private FactTables() {}

    /** A heading, a sentence and a table for each section. */
    static String of(List<FactSection> sections) {
        StringBuilder page = new StringBuilder();
        for (FactSection section : sections) {
            String place = section.place();
            page.append("\n## ").append(place.isEmpty() ? "The file" : "`" + place + "`");
            page.append("\n\n").append(section.sentence()).append("\n\n");
            page.append("| key | what stands there | meaning |\n|---|---|---|\n");
            for (String other : section.otherNames()) {
                String needed = section.isRequired(other) ? ", *needed*" : "";
                row(page, other, "no fact" + needed, section.sentenceOf(other));
            }
            for (FactKey fact : section.facts()) {
                String needed = fact.isRequired() ? ", *needed*" : "";
                String what = fact.dimension().wordsWithExample() + needed;
                row(page, fact.name(), what, fact.sentence());
            }
        }
        return page.toString();
    }

    private static void row(StringBuilder page, String key, String what, String meaning) {
        String row = "`%s` | %s | %s".formatted(key, what, meaning);
        page.append("| ").append(row.replace("||", "\\|\\|")).append(" |\n");
    }
}
