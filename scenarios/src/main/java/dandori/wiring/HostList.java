package dandori.wiring;

import java.util.ArrayList;
import java.util.List;

/**
 * Slurm's way to write many names as one: {@code rack[1-3]-node[01-16,20],login}. Numbers keep the
 * zeros in front; with several brackets the last runs fastest.
 */
public final class HostList {

    private static final int MOST = 1_000_000;

    private HostList() {}

    /**
     * All names, in order.
     *
     * @throws IllegalArgumentException if the text is none; the message says why
     */
    public static List<String> names(String text) {
        var names = new ArrayList<String>();
        int from = 0;
        int depth = 0;
        for (int at = 0; at <= text.length(); at++) {
            char c = at == text.length() ? ',' : text.charAt(at);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth < 0 || depth > 1) {
                throw new IllegalArgumentException("has brackets that do not pair");
            }
            if (c == ',' && depth == 0) {
                if (at == from) {
                    throw new IllegalArgumentException("has an empty name");
                }
                expand("", text.substring(from, at), names);
                from = at + 1;
            }
        }
        if (depth != 0) {
            throw new IllegalArgumentException("has brackets that do not pair");
        }
        return names;
    }

    private static void expand(String before, String rest, List<String> names) {
        int open = rest.indexOf('[');
        if (open < 0) {
            if (names.size() == MOST) {
                throw new IllegalArgumentException("stands for more than a million names");
            }
            names.add(before + rest);
            return;
        }
        int close = rest.indexOf(']');
        String stem = before + rest.substring(0, open);
        for (String range : rest.substring(open + 1, close).split(",", -1)) {
            String[] ends = range.split("-", -1);
            String first = ends[0];
            String last = ends[ends.length - 1];
            if (ends.length > 2 || !first.matches("[0-9]{1,9}") || !last.matches("[0-9]{1,9}")) {
                throw new IllegalArgumentException("has '" + range + "' where numbers must stand");
            }
            int end = Integer.parseInt(last);
            if (end < Integer.parseInt(first)) {
                throw new IllegalArgumentException("has the range " + range + ", which runs down");
            }
            for (int number = Integer.parseInt(first); number <= end; number++) {
                String digits = Integer.toString(number);
                String zeros = "0".repeat(Math.max(0, first.length() - digits.length()));
                expand(stem + zeros + digits, rest.substring(close + 1), names);
            }
        }
    }
}
