package dandori.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.util.Pair;

/** What studies came to, as a text for people, at most 100 columns wide. */
public final class ValidationText {

    private static final int WIDTH = 100;
    private static final List<String> HEAD =
            List.of("run", "figure", "ours", "published", "difference", "verdict");

    private ValidationText() {}

    /** The text, with a table for each study and a sentence about all of them. */
    public static String of(List<ValidatedStudy> studies) {
        StringBuilder text = new StringBuilder();
        studies.forEach(study -> text.append(of(study)).append('\n'));
        text.append(new Tally(studies).sentence()).append('\n');
        boolean isSkipped = studies.stream().anyMatch(ValidatedStudy::isSkipped);
        return text.append(
                        isSkipped
                                ? "Maybe --traces DIR: the folder with the files that were not found.\n"
                                : "")
                .toString();
    }

    private static String of(ValidatedStudy validated) {
        PublishedStudy study = validated.study();
        StringBuilder text = new StringBuilder();
        wrapped(study.name() + ": " + study.title(), "", text);
        wrapped(study.sourceAndCertainty(), " ", text);
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (ComparedFigure figure : validated.figures()) {
            FigureCells cells = new FigureCells(figure);
            rows.add(
                    List.of(
                            figure.run(),
                            cells.name(),
                            cells.ours(),
                            cells.published(),
                            cells.difference(),
                            figure.verdict().text()));
        }
        table(rows, text);
        notes(validated).forEach(note -> wrapped(note, " ", text));
        return text.toString();
    }

    private static void table(List<List<String>> rows, StringBuilder text) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int place = column;
                int width =
                        rows.stream().mapToInt(cells -> cells.get(place).length()).max().orElse(0);
                String blanks = " ".repeat(width - row.get(column).length());
                boolean isNumber = column >= 2 && column <= 4;
                line.append(' ').append(column == 0 ? "" : " ");
                line.append(isNumber ? blanks + row.get(column) : row.get(column) + blanks);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    /** Why figures were skipped, failed or differ, each reason once with the runs that it is of. */
    static List<String> notes(ValidatedStudy validated) {
        Map<Pair<Verdict, String>, Set<String>> runs = new LinkedHashMap<>();
        for (ComparedFigure figure : validated.figures()) {
            if (!figure.why().isEmpty()) {
                runs.computeIfAbsent(
                                Pair.create(figure.verdict(), figure.why()),
                                reason -> new LinkedHashSet<>())
                        .add(figure.run());
            }
        }
        List<String> notes = new ArrayList<>();
        runs.forEach((reason, of) ->
                notes.add(
                        "%s %s: %s"
                                .formatted(
                                        String.join(", ", of),
                                        reason.getFirst().text(),
                                        reason.getSecond())));
        return notes;
    }

    private static void wrapped(String words, String indent, StringBuilder text) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : words.split(" ")) {
            if (line.length() + word.length() + 1 > WIDTH && !line.toString().isBlank()) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(indent).append("  ");
            }
            line.append(word).append(' ');
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
