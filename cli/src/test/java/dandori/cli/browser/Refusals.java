package dandori.cli.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sentences with which the viewer's server refuses, as its sources have them. */
final class Refusals {

    private static final Pattern CALL =
            Pattern.compile(
                    "(?:RefusedException(?:\\.wrong|\\.absent)?|sendProblem|DamagedTableException"
                            + "|(?:problems|found)\\.add|tree\\.put(?:IfAbsent)?)\\(");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern VALUE = Pattern.compile("%[,.0-9]*[sdf]");

    private Refusals() {}

    /** All of them, with {@code x} and {@code 1} in place of values. */
    static List<String> ofSources(Path sources) throws IOException {
        TreeSet<String> all = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file).replaceAll("\\s+//[^\"\n]*\n", "\n");
                Matcher call = CALL.matcher(code);
                while (call.find()) {
                    for (String part : parts(code, call.end())) {
                        sentence(part, all);
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    /** What a call is given: cut at commas, and where one of two is taken. */
    private static List<String> parts(String code, int from) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean isQuoted = false;
        int depth = 1;
        for (int i = from; depth > 0; i++) {
            char c = code.charAt(i);
            isQuoted ^= c == '"' && code.charAt(i - 1) != '\\';
            depth += isQuoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            boolean isCut = !isQuoted && depth == 1 && (c == ',' || c == '?' || c == ':');
            if (isCut || depth == 0) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        return parts;
    }

    /** A sentence, if the part is one: its texts, and {@code x} for what stands between them. */
    private static void sentence(String part, Set<String> all) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        Matcher literal = LITERAL.matcher(part.replaceAll("\\.formatted\\((?s:.*)\\)", ""));
        boolean isFirst = true;
        while (literal.find()) {
            boolean hasValue = part.substring(from, literal.start()).matches("(?s).*\\w.*");
            text.append(hasValue ? "x" : "").append(literal.group(1));
            from = literal.end();
            isFirst = false;
        }
        String sentence = VALUE.matcher(text).replaceAll("x").replace("\\\"", "\"");
        if (!isFirst && sentence.matches("(?s).*\\w{2,} .*\\.")) {
            all.add(sentence);
        }
    }
}
