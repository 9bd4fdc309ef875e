package dandori.cli;

import java.util.ArrayList;
import java.util.List;

/** The words of a call as a shell takes them apart, up to a pipe, a redirection or a comment. */
final class ShellWords {

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean isWord;

    private ShellWords() {}

    static List<String> of(String line) {
        return new ShellWords().split(line);
    }

    private List<String> split(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (quote != 0 ? sign == quote : sign == '\'' || sign == '"') {
                quote = quote == 0 ? sign : 0;
                isWord = true;
            } else if (quote != 0) {
                word.append(sign);
            } else if (Character.isWhitespace(sign)) {
                end();
            } else if ("|<>;&".indexOf(sign) >= 0 || sign == '#' && !isWord) {
                break;
            } else {
                word.append(sign);
                isWord = true;
            }
        }
        end();
        return words;
    }

    private void end() {
        if (isWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        isWord = false;
    }
}
