package dandori.cli.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Latin words that a page shows, its labels and hints included, apart from what is the same in
 * every language: code, what a page marks as not to be translated, texts of others that are marked
 * as English, names of files, paths and figures, units, and names that the reader gave.
 */
final class LatinWords {

    /** Everything that is read or said: text that is shown, names of controls, hints. */
    private static final String TEXTS =
            """
            const texts = [];
            const skipped = 'code, pre, textarea, script, style, [translate=no], option, .citation';
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const within = node.parentElement;
                const isShown = within.getClientRects().length > 0;
                const isOther = within.closest('#top button[lang=en], #top .name');
                if (isShown && !within.closest(skipped) && !isOther && node.data.trim()) {
                    texts.push(node.data.trim());
                }
            }
            for (const one of document.querySelectorAll('main [aria-label], main [title]')) {
                if (!one.closest(skipped) || one.matches('textarea, option')) {
                    texts.push(...[one.getAttribute('aria-label'), one.title].filter(Boolean));
                }
            }
            return texts;
            """;

    private static final Pattern SAME =
            Pattern.compile(
                    "'[^']*'" // values and keys that a sentence quotes
                            + "|`[^`]*`"
                            + "|[\\w./-]*\\w\\.(?:csv|json|jsonl|yaml|md|html|parquet|gz)(?:\\.gz)?"
                            + "|[\\w-]+(?:/[\\w.-]+)+" // paths
                            + "|\\w+(?:\\[\\d+\\])?(?:\\.\\w+(?:\\[\\d+\\])?)+" // places in files
                            + "|\\b\\w+_\\w+\\b" // figures and columns of files
                            + "|--[\\w-]+(?: 1\\.\\.10)?"
                            + "|\\bdandori \\w+\\b");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    /** Units, and names that Japanese writes in Latin letters. */
    private static final Set<String> COMMON =
            Set.of(
                    "kB", "GB", "TB", "MB", "GiB", "kWh", "MWh", "GWh", "kW", "MW", "kg", "CSV",
                    "YAML", "JSON", "UTC", "Holm", "Jain", "QoS", "Slurm", "Dandori", "Home", "End",
                    "Shift", "Page", "Up", "Down", "Enter", "true", "false", "nan");

    private LatinWords() {}

    /** Those of the page that the browser shows, each with the text that it stands in. */
    static List<String> of(Browser browser, List<String> names) {
        Set<String> known = new TreeSet<>(COMMON);
        known.addAll(names);
        List<String> found = new ArrayList<>();
        for (Object text : (List<?>) browser.driver().executeScript(TEXTS)) {
            Matcher word = WORD.matcher(SAME.matcher((String) text).replaceAll(" "));
            while (word.find()) {
                if (!known.contains(word.group())) {
                    found.add(word.group() + ": " + text);
                    break;
                }
            }
        }
        return found;
    }
}
