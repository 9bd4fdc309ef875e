package dandori.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of a command, in the language of man(7), from what the command says of itself.
 *
 * @param line the command
 */
record ManualPage(CommandLine line) {

    private static final int WIDE = 10_000;

    /** A command and all below it, each with a page. */
    static List<ManualPage> all() {
        List<ManualPage> pages = new ArrayList<>();
        add(Main.line().setUsageHelpWidth(WIDE), pages);
        return pages;
    }

    private static void add(CommandLine line, List<ManualPage> pages) {
        pages.add(new ManualPage(line));
        line.getSubcommands().values().forEach(below -> add(below, pages));
    }

    /** The command with hyphens: {@code dandori-trace-info}. */
    String name() {
        return line.getCommandSpec().qualifiedName("-");
    }

    String text() {
        CommandSpec spec = line.getCommandSpec();
        StringBuilder page = new StringBuilder();
        page.append(".\\\" Written by ManualPagesTest from what the command says of itself.\n");
        page.append(".nr HY 0\n"); // else each section hyphenates anew
        page.append(".TH \"%s\" 1 \"\" Dandori Dandori\n".formatted(upper(name())));
        page.append(".nh\n.ad l\n"); // nothing that is copied from it is broken by hyphens
        section(page, "NAME");
        page.append("%s \\- %s\n".formatted(bare(name()), phrase(spec)));
        section(page, "SYNOPSIS");
        page.append(plain(synopsis())).append('\n');
        section(page, "DESCRIPTION");
        page.append(plain(String.join(" ", spec.usageMessage().description()))).append('\n');
        arguments(page, spec);
        footer(page, List.of(spec.usageMessage().footer()));
        seeAlso(page);
        return page.toString();
    }

    private String synopsis() {
        return line.getHelp()
                .detailedSynopsis(0, Help.createShortOptionArityAndNameComparator(), true)
                .strip();
    }

    private void arguments(StringBuilder page, CommandSpec spec) {
        List<PositionalParamSpec> words =
                spec.positionalParameters().stream().filter(word -> !word.hidden()).toList();
        if (!words.isEmpty()) {
            section(page, "ARGUMENTS");
            for (PositionalParamSpec word : words) {
                item(page, label(word), word.description());
            }
        }
        section(page, "OPTIONS");
        for (OptionSpec option : spec.options()) {
            item(page, String.join(", ", option.names()) + label(option), option.description());
        }
        if (!spec.subcommands().isEmpty()) {
            section(page, "COMMANDS");
            for (CommandLine below : spec.subcommands().values()) {
                CommandSpec command = below.getCommandSpec();
                item(page, command.name(), description(command));
            }
        }
    }

    private String label(ArgSpec argument) {
        return line.getHelp()
                .createDefaultParamLabelRenderer()
                .renderParameterLabel(argument, Help.Ansi.OFF, List.of())
                .toString();
    }

    /** What the help says last: examples as they are, all else as prose. */
    private static void footer(StringBuilder page, List<String> lines) {
        String open = "";
        boolean isNext = true; // a paragraph begins
        for (String line : lines) {
            if (line.startsWith("  ")) {
                page.append(".EX\n").append(bare(line.substring(2))).append("\n.EE\n");
            } else if (!line.isEmpty()) {
                String heading = heading(line, isNext ? "NOTES" : open);
                if (!heading.equals(open)) {
                    section(page, heading);
                }
                if (!heading.equals("EXAMPLES")) {
                    page.append(plain(line.replace("Exit status: ", ""))).append('\n');
                }
                open = heading;
            }
            isNext = line.isEmpty();
        }
    }

    private static String heading(String line, String otherwise) {
        if (line.matches("Examples?:")) {
            return "EXAMPLES";
        }
        return line.startsWith("Exit status:") ? "EXIT STATUS" : otherwise;
    }

    private void seeAlso(StringBuilder page) {
        CommandLine above = line.getParent();
        if (above == null) {
            section(page, "ENVIRONMENT");
            item(
                    page,
                    "DANDORI_JAVA_OPTS",
                    "Options for the JVM, such as -Xmx8g; they come last, so they win.");
            item(page, "JAVA_HOME", "The JDK, 17 or newer; else that of the PATH is taken.");
        }
        section(page, "SEE ALSO");
        List<String> others = new ArrayList<>();
        if (above != null) {
            others.add(new ManualPage(above).name());
        }
        line.getSubcommands().values().forEach(below -> others.add(new ManualPage(below).name()));
        page.append(
                        String.join(
                                ",\n",
                                others.stream()
                                        .map(name -> "\\fB%s\\fR(1)".formatted(bare(name)))
                                        .toList()))
                .append(others.isEmpty() ? "" : ",\n")
                .append("and the guide, docs/README.md.\n");
    }

    private static void section(StringBuilder page, String title) {
        page.append(".SH ").append(title).append('\n');
    }

    private static void item(StringBuilder page, String term, String... text) {
        page.append(".TP\n\\fB").append(bare(term)).append("\\fR\n");
        page.append(plain(String.join(" ", text))).append('\n');
    }

    /** What it does: of picocli's own help that is the header. */
    private static String[] description(CommandSpec spec) {
        String[] header = spec.usageMessage().header();
        return header.length > 0 ? header : spec.usageMessage().description();
    }

    /** The first sentence, without its end, as pages begin. */
    private static String phrase(CommandSpec spec) {
        String sentence = description(spec)[0].replaceFirst("\\.$", "");
        return plain(sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1));
    }

    private static String upper(String name) {
        return bare(name.toUpperCase(Locale.ROOT));
    }

    /** A text in which nothing is a command of roff; hyphens stay what a keyboard has. */
    private static String bare(String text) {
        String escaped =
                text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...").stripTrailing();
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    /** A text that picocli takes for a format: {@code %n} ends a line, {@code %%} is a percent. */
    private static String plain(String text) {
        return bare(text.replaceAll("(\\s|%n)+", " ").replace("%%", "%").strip());
    }
}
