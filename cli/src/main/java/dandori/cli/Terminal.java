package dandori.cli;

/**
 * Whether the streams are a terminal: the launcher knows, and says so by {@code
 * -Ddandori.terminal=out,err}. Java itself can only say whether input and output both are.
 */
final class Terminal {

    private Terminal() {}

    static boolean isStandardError() {
        return told().contains("err");
    }

    static boolean isStandardOutput() {
        return told().contains("out");
    }

    private static String told() {
        return System.getProperty("dandori.terminal", "");
    }
}
