package dandori.scenario.key;

import dandori.generate.Generator;
import dandori.policy.spi.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The page of the guide that explains every key, written from the declarations by which files are
 * read, so that it cannot say anything else.
 */
public final class KeyReference {

    private static final String HEAD =
            """
            # Scenario files

            A scenario is a question: these machines, these organizations and their jobs, these policies: who waits how \
            long? It is written in YAML and read strictly. Unknown keys, keys given twice, numbers without their unit, names \
            that refer to nothing: all are told at once, with path and line, and with what was probably meant. \
            `dandori validate FILE` only checks, `dandori describe FILE` shows what was understood, with every default \
            filled in. Begin with `scenarios/examples/first-steps.yaml`.

            - **Durations** have units, from the largest to the smallest: `500ms`, `90s`, `15min`, `6h`, `1h30min`, `14d`, \
            `8w`, `1y` (365 days).
            - **Whole numbers** are plain, `158976`, or with a power of ten, `6.8e9`.
            - **Dates** have a time and a zone: `2026-04-01T00:00+09:00`, `2026-04-01T00:00Z`.
            - **Names** consist of letters, digits, `-`, `_` and `+`.
            - **Any value** can be given in the call, as `--set run.length=2w` or \
            `--set workload.streams[0].generate.load=0.9`; it takes the place of the file's.
            - Anchors, aliases, tags and merge keys of YAML are not read; policies extend each other with `extends`. A file \
            has one document, in UTF-8, of a megabyte at most. It may hold 100,000 values (mappings and lists \
            count too), and 1,000 machines, policies and campaigns each; of more than 1,000 problems the first 1,000 are told \
            and the others counted.
            - **A section with nothing behind its key** is one in which nothing is given. Any other key needs a value.

            ## Editors

            Editors that know JSON Schema offer keys and words while one types, show what a key means, and mark what would be \
            refused. The schema is made of the same declarations as this page: `scenarios/scenario.schema.json`, or, with the \
            parts of your plug-ins, what `dandori catalogue schema` prints. A comment in the file names it, as in all examples:

            ```yaml
            # yaml-language-server: $schema=../scenario.schema.json
            ```

            - **VS Code** and editors with the YAML language server (Neovim, Helix, Emacs): install the extension *YAML* of \
            Red Hat; the comment is all it needs.
            - **IntelliJ IDEA, PyCharm**: the same comment, or *Settings, Languages & Frameworks, Schemas and DTDs, JSON Schema \
            Mappings*: add the file, for `*.yaml` of your folder.

            What keys have to do with each other, and whether a name is anybody's, only `dandori validate` says.

            ## Tables

            In the tables, *needed* means that there is no default; — that the key may be left out and then says nothing.
            """;

    private static final String FOOT =
            """

            ## How jobs come together

            The jobs of all streams stand together in order of submission, those of one instant in the order of the \
            streams. Where several streams meet on a machine, jobs are numbered anew from 1 in that order, and users of \
            traces are called by organization and user (`riken-12`); a single trace keeps its numbers, and a snapshot \
            always does, with the others numbered behind. Users of generated jobs are called `climate-u17`. The same \
            seed gives the same jobs on every computer, under every policy; an organization's jobs do not change when \
            another is added or changed.
            """;

    private KeyReference() {}

    /**
     * The page, in Markdown.
     *
     * @param generators the models whose options are explained
     */
    public static String markdown(List<Generator> generators) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append(sections(Sections.all()));
        for (Generator generator : generators) {
            page.append("\n## Model `").append(generator.name()).append("`\n\n");
            page.append(generator.says())
                    .append(
                            " These keys stand beside `load`; `nodes.min` is short for `nodes:"
                                    + " {min: …}`.\n\n");
            table(page, generator.options().stream().map(KeyReference::row).toList());
        }
        return page.append(FOOT).toString();
    }

    /** Chapters of a page about sections: a table of keys for each, in Markdown. */
    public static String sections(List<Section> sections) {
        StringBuilder page = new StringBuilder();
        for (Section section : sections) {
            page.append("\n## ")
                    .append(section.place().isEmpty() ? "The file" : "`" + section.place() + "`");
            page.append("\n\n").append(section.sentence()).append("\n\n");
            table(page, section.keys().stream().map(KeyReference::row).toList());
            if (!section.notYet().isEmpty()) {
                page.append("\nNot built yet, and refused: `")
                        .append(String.join("`, `", section.notYet().keySet()))
                        .append("`.\n");
            }
        }
        return page.toString();
    }

    private static void table(StringBuilder page, List<List<String>> rows) {
        page.append("| key | what stands there | default | meaning |\n|---|---|---|---|\n");
        for (List<String> row : rows) {
            page.append("| ").append(String.join(" | ", row)).append(" |\n");
        }
    }

    private static List<String> row(Key key) {
        String words = "`" + String.join("`, `", key.words()) + "`";
        String what =
                switch (key.kind()) {
                    case CHOICE -> words;
                    case WORDS -> "list of " + words;
                    case DURATION, DATE ->
                            key.words().isEmpty()
                                    ? key.kind().text()
                                    : key.kind().text() + ", or " + words;
                    default ->
                            key.kind().text()
                                    + range(
                                            key.least(),
                                            key.most(),
                                            key.kind() == Kind.NUMBER || key.kind() == Kind.COUNT);
                };
        return cells(
                "`" + key.name() + "`", what, key.defaultText(), key.isRequired(), key.sentence());
    }

    private static List<String> row(Option option) {
        String kind =
                switch (option.kind()) {
                    case COUNT -> Kind.COUNT.text();
                    case NUMBER -> Kind.NUMBER.text();
                    case DURATION -> Kind.DURATION.text();
                    case FLAG -> Kind.FLAG.text();
                };
        boolean isNumber =
                option.kind() == Option.Kind.COUNT || option.kind() == Option.Kind.NUMBER;
        return cells(
                "`" + option.name() + "`",
                kind + range(option.least(), option.most(), isNumber),
                option.defaultText(),
                option.defaultText() == null,
                option.sentence());
    }

    private static String range(double least, double most, boolean isNumber) {
        boolean hasLeast = isNumber && !Double.isInfinite(least);
        boolean hasMost = isNumber && !Double.isInfinite(most) && most < Integer.MAX_VALUE;
        String from = hasLeast ? " ≥ " + number(least) : "";
        return hasMost ? from + (hasLeast ? "," : "") + " ≤ " + number(most) : from;
    }

    private static String number(double value) {
        return value == Double.MIN_VALUE ? "0" : Scalars.plain(value).toLowerCase(Locale.ROOT);
    }

    private static List<String> cells(
            String name,
            String what,
            @Nullable String standard,
            boolean isNeeded,
            String sentence) {
        List<String> cells = new ArrayList<>();
        cells.add(name);
        cells.add(what);
        cells.add(
                standard != null
                        ? (standard.isEmpty() ? "empty" : "`" + standard + "`")
                        : isNeeded ? "*needed*" : "—");
        cells.add(sentence);
        return cells.stream().map(cell -> cell.replace("|", "\\|")).toList();
    }
}
