package dandori.scenario.text;

/**
 * A single value.
 *
 * @param path where it stands
 * @param line its line
 * @param text its text as written, without quotes
 * @param type what YAML takes it for
 */
public record Scalar(String path, int line, String text, Type type) implements Node {

    /** What YAML 1.2 takes a value for; {@code no} is text, and so is {@code '5'} in quotes. */
    public enum Type {
        /** Text, quoted or not. */
        TEXT,
        /** A number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** No value at all. */
        NOTHING
    }

    /** Whether there is nothing at a node. */
    public static boolean isNothing(Node node) {
        return node instanceof Scalar scalar && scalar.type() == Type.NOTHING;
    }

    @Override
    public String says() {
        return switch (type) {
            case TEXT -> "'" + (text.length() > 60 ? text.substring(0, 57) + "…" : text) + "'";
            case NUMBER, FLAG -> text.length() > 60 ? text.substring(0, 57) + "…" : text;
            case NOTHING -> "empty";
        };
    }
}
