package dandori.validation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page in Markdown that holds what studies came to, each between {@code <!-- study: NAME -->} and
 * {@code <!-- end -->}.
 */
public final class ValidationPage {

    private static final Pattern BLOCK =
            Pattern.compile("<!-- study: (?<name>[^ ]+) -->\n.*?<!-- end -->\n", Pattern.DOTALL);

    private ValidationPage() {}

    /**
     * A page with the studies written anew; those that it does not have yet come last. What was
     * skipped stays as it stands.
     *
     * @param page the page so far; empty for a new one
     */
    public static String of(String page, List<ValidatedStudy> studies) {
        Map<String, String> blocks = new TreeMap<>();
        for (ValidatedStudy study : studies) {
            blocks.put(study.study().name(), block(study));
        }
        Set<String> there = new TreeSet<>();
        BLOCK.matcher(page).results().forEach(found -> there.add(found.group(1)));
        StringBuilder fresh =
                new StringBuilder(
                        BLOCK.matcher(page.isEmpty() ? "# Published results\n" : page)
                                .replaceAll(old ->
                                        Matcher.quoteReplacement(
                                                kept(studies, old.group(1))
                                                        ? old.group()
                                                        : blocks.get(old.group(1)))));
        for (ValidatedStudy study : studies) {
            String name = study.study().name();
            if (!there.contains(name)) {
                fresh.append('\n').append(blocks.get(name));
            }
        }
        return fresh.toString();
    }

    /** Whether a block stays: nobody has validated its study, or not all of it. */
    private static boolean kept(List<ValidatedStudy> studies, String name) {
        return studies.stream()
                .filter(study -> study.study().name().equals(name))
                .findFirst()
                .map(ValidatedStudy::isSkipped)
                .orElse(true);
    }

    private static String block(ValidatedStudy validated) {
        PublishedStudy study = validated.study();
        StringBuilder text = new StringBuilder();
        text.append("<!-- study: ").append(study.name()).append(" -->\n");
        text.append("## ").append(study.title()).append("\n\n");
        text.append("`")
                .append(study.name())
                .append("`. ")
                .append(study.sourceAndCertainty())
                .append("\n\n");
        text.append("**Compared:** ").append(study.compared()).append("\n\n");
        text.append("**Conventions:** ").append(study.conventions()).append("\n\n");
        table(validated, text);
        text.append('\n');
        List<String> notes = ValidationText.notes(validated);
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        text.append(notes.isEmpty() ? "" : "\n");
        calls(study, text);
        return text.append("<!-- end -->\n").toString();
    }

    private static void table(ValidatedStudy validated, StringBuilder text) {
        text.append("| run | figure | ours | published | difference | verdict | printed |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        for (ComparedFigure figure : validated.figures()) {
            FigureCells cells = new FigureCells(figure);
            List<String> row =
                    List.of(
                            figure.run(),
                            code(cells.name(), figure.figure()),
                            cells.ours(),
                            cells.published(),
                            cells.difference(),
                            figure.verdict().text(),
                            figure.printed().replace("|", "\\|"));
            text.append("| ").append(String.join(" | ", row)).append(" |\n");
        }
    }

    private static String code(String name, String figure) {
        return "`" + figure + "`" + name.substring(figure.length());
    }

    private static void calls(PublishedStudy study, StringBuilder text) {
        List<String> calls =
                study.runs().stream()
                        .filter(run -> !run.words().isEmpty())
                        .map(run ->
                                "dandori "
                                        + String.join(
                                                " ",
                                                run.words(name -> study.file(name).fileName())))
                        .distinct()
                        .toList();
        if (!calls.isEmpty()) {
            text.append("```\n").append(String.join("\n", calls)).append("\n```\n");
        }
        study.files().stream()
                .filter(file -> !file.from().isEmpty())
                .forEach(file -> text.append("\n`%s`: %s\n".formatted(file.path(), file.from())));
    }
}
