package dandori.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of a page between two fences.
 *
 * @param page where it stands, from the root
 * @param start where its text begins in the page's, in characters
 * @param marks what comments above it say: a key, and what follows its colon
 * @param language what stands behind the first fence
 * @param text what is between the fences
 */
record PageBlock(Path page, int start, Map<String, String> marks, String language, String text) {

    static final String PROMPT = "$ ";
    private static final Pattern BLOCK =
            Pattern.compile(
                    "(?<marks>(?:^<!-- [^\n]* -->\\n+)*)^```(?<language>\\w*)\\n(?<text>.*?)^```$",
                    Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern MARK =
            Pattern.compile("<!-- (?<key>[^:\\n]+?)(?:: (?<value>.*))? -->");
    private static final Pattern CALL =
            Pattern.compile(
                    "(?m)^(?:\\$ )?(?:[A-Z_]+=\\S+ )?(?:time |exec )?(?:\\./)?dandori"
                            + " (?<words>(?:[a-z-](?:.*\\\\\\n)*.*))$");

    /** The blocks of a page, from its beginning to its end. */
    static List<PageBlock> of(Path page, String text) {
        List<PageBlock> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            Map<String, String> marks = new LinkedHashMap<>();
            Matcher mark = MARK.matcher(block.group("marks"));
            while (mark.find()) {
                marks.put(mark.group("key"), String.valueOf(mark.group("value")));
            }
            blocks.add(
                    new PageBlock(
                            page,
                            block.start("text"),
                            marks,
                            block.group("language"),
                            block.group("text")));
        }
        return blocks;
    }

    /** Whether people type it, or some of it. */
    boolean isTyped() {
        return language.matches("(sh|bash|console)?")
                && (text.startsWith(PROMPT) || CALL.matcher(text).find());
    }

    Optional<String> mark(String key) {
        return Optional.ofNullable(marks.get(key));
    }

    /** The words of each call of the program. */
    List<List<String>> calls() {
        List<List<String>> calls = new ArrayList<>();
        Matcher call = CALL.matcher(text);
        while (call.find()) {
            calls.add(ShellWords.of(call.group("words").replace("\\\n", " ")));
        }
        return calls;
    }

    /**
     * What is typed at once, with what is shown of the answer: each line behind a prompt, {@code
     * $}; without any all of it, whose answer is not shown.
     */
    List<Typed> typed() {
        List<Typed> all = new ArrayList<>();
        if (!text.startsWith(PROMPT)) {
            return List.of(new Typed(text, ""));
        }
        for (String piece : text.substring(2).split("(?m)^\\$ ", -1)) {
            int end = 0;
            do {
                end = piece.indexOf('\n', end) + 1;
            } while (piece.startsWith("\\", Math.max(0, end - 2)));
            all.add(new Typed(piece.substring(0, end), piece.substring(end)));
        }
        return all;
    }

    /**
     * @param command what is typed, with the line's end
     * @param shown what the page shows of the answer; nothing, if it does not show it
     */
    record Typed(String command, String shown) {

        private static final Pattern LEFT_OUT = Pattern.compile("(?m)^ *…\\n");

        /** Whether lines are left out of what is shown. */
        boolean isShortened() {
            return LEFT_OUT.matcher(shown).find();
        }

        /** Whether an answer is the one shown, where lines with … alone stand for any others. */
        boolean shows(String answer) {
            String[] pieces = LEFT_OUT.split(shown, -1);
            if (!answer.startsWith(pieces[0])) {
                return false;
            }
            int at = pieces[0].length();
            for (int i = 1; i < pieces.length; i++) {
                boolean isLast = i == pieces.length - 1;
                int found =
                        isLast && !pieces[i].isEmpty()
                                ? answer.length() - pieces[i].length()
                                : answer.indexOf(pieces[i], at);
                boolean isThere = found >= at && answer.startsWith(pieces[i], found);
                boolean beginsALine = found <= 0 || answer.charAt(found - 1) == '\n';
                if (!isThere || !beginsALine) {
                    return false;
                }
                at = isLast ? answer.length() : found + pieces[i].length();
            }
            return at == answer.length();
        }
    }
}
