package dandori.scenario.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML 1.2 into a tree with line numbers.
 *
 * <p>Strict: one document, no anchors, aliases or tags, no key twice in a mapping. A file that YAML
 * cannot read gives one issue, at its first fault; everything else is told at once. Limits: {@link
 * #LARGEST_BYTES}, {@link #MOST_VALUES}, {@link #DEEPEST} levels.
 */
public final class TreeReader {

    /** The largest file that is read, in bytes. */
    public static final int LARGEST_BYTES = 1 << 20;

    /** How many values a file may hold; mappings and lists are values too. */
    public static final int MOST_VALUES = 100_000;

    /** How deep mappings and lists may be nested. */
    public static final int DEEPEST = 40;

    // Each value knows its path: long keys above many values would take all memory.
    private static final long LONGEST_PATHS = 32_000_000;

    private static final String NO_ANCHORS =
            "anchors (&), aliases (*) and tags (!) of YAML are not read.";
    private static final String INSTEAD =
            "write the value out, or let one policy extend another with 'extends'.";

    private final YAMLParser parser;
    private final Issues issues;
    private int reference; // where the first is; beyond the text once it has been told
    private int values;
    private long pathCharacters;

    private TreeReader(YAMLParser parser, int reference, Issues issues) {
        this.parser = parser;
        this.reference = reference;
        this.issues = issues;
    }

    /**
     * The bytes of a user's file.
     *
     * @param what what it should be, with its article: {@code a scenario}
     * @throws ScenarioException if it cannot be read or is longer than {@link #LARGEST_BYTES}
     */
    public static byte[] bytes(Path file, String what) {
        String wrong;
        String maybe = null;
        try {
            if (Files.isDirectory(file)) {
                wrong = "is a folder, not a file.";
            } else if (!Files.exists(file)) {
                wrong = "there is no such file.";
                maybe = NearestFile.maybe(file);
            } else if (Files.size(file) > LARGEST_BYTES) {
                wrong = tooLong(Files.size(file), what);
            } else {
                return bytes(file);
            }
        } catch (IOException e) {
            wrong = "cannot be read: " + e.getMessage() + ".";
        }
        throw new ScenarioException(file.toString(), List.of(new Issue("", 0, wrong, maybe)));
    }

    /** No more than are needed to tell that there are too many: a device may have no end. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST_BYTES + 1);
        }
    }

    private static String tooLong(long bytes, String what) {
        return "is %d bytes long, but %s may have %d at most."
                .formatted(bytes, what, LARGEST_BYTES);
    }

    /** The tree of a file; null, and an issue, if there is none. */
    public static @Nullable Node read(byte[] bytes, Issues issues) {
        String wrong = wrong(bytes);
        if (wrong != null) {
            issues.add("", 0, wrong, null);
            return null;
        }
        return read(new String(bytes, StandardCharsets.UTF_8), "", 0, issues);
    }

    /**
     * The tree of a text.
     *
     * @param text YAML
     * @param path the path of its root
     * @param line the line of all its nodes, or 0 for their own
     * @param issues where faults go
     */
    public static @Nullable Node read(String text, String path, int line, Issues issues) {
        // YAML's own mark of byte order is no part of the text.
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        YAMLFactory factory =
                YAMLFactory.builder()
                        .loadSettings(YamlSyntax.settings(body))
                        .streamReadConstraints(
                                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                        .build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), body)) {
            int reference = YamlSyntax.reference(body, DEEPEST).orElse(Integer.MAX_VALUE);
            TreeReader reader = new TreeReader((YAMLParser) parser, reference, issues);
            return reader.document(path, line);
        }
    }

    private @Nullable Node document(String path, int line) {
        try {
            return root(path, line);
        } catch (TooMuchException much) {
            issues.add(path, here(line), much.getMessage(), null);
        } catch (StreamConstraintsException e) {
            issues.add(path, here(line), "is nested deeper than " + DEEPEST + " levels.", null);
        } catch (JacksonException e) {
            issues.add(
                    path,
                    lineOf(e, line),
                    "is no YAML: " + lastReason(e) + ".",
                    "the indentation (spaces only), a quote or a bracket is wrong here or in the"
                            + " line before.");
        }
        return null;
    }

    private static @Nullable String wrong(byte[] bytes) {
        if (bytes.length > LARGEST_BYTES) {
            return tooLong(bytes.length, "a scenario");
        }
        if (isInSixteenBits(bytes)) {
            return "is text in UTF-16, but UTF-8 is read.";
        }
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return "is no text: it holds a byte of value " + b + ".";
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return null;
        } catch (CharacterCodingException e) {
            return "is no text in UTF-8.";
        }
    }

    /** Whether text begins with the mark of byte order of UTF-16. */
    private static boolean isInSixteenBits(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return first == 0xfeff || first == 0xfffe;
    }

    /** Where what is broken begins, else where it shows. */
    private static int lineOf(JacksonException e, int line) {
        if (line != 0) {
            return line;
        }
        if (e.getCause() instanceof MarkedYamlEngineException broken) {
            Optional<Mark> mark = broken.getContextMark().or(broken::getProblemMark);
            if (mark.isPresent()) {
                return mark.get().getLine() + 1;
            }
        }
        return e.getLocation() == null ? 0 : Math.max(1, e.getLocation().getLineNr());
    }

    /** The reason, without the excerpts of the file that the parser puts between. */
    private static String lastReason(JacksonException e) {
        String reason = "cannot be read";
        for (String part : String.valueOf(e.getOriginalMessage()).split("\n")) {
            boolean excerpt = part.startsWith(" ") || part.isBlank();
            if (!excerpt && !part.startsWith("while ")) {
                reason = part.strip();
            }
        }
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }

    private @Nullable Node root(String path, int line) {
        if (parser.nextToken() == null) {
            issues.add(path, line, "is empty.", null);
            return null;
        }
        Node root = node(path, line == 0 ? 1 : line, line);
        if (parser.nextToken() != null) {
            issues.add(
                    path,
                    line == 0 ? here(0) : line,
                    "a second document begins here, but a file holds one scenario.",
                    "delete the line '---' before it.");
            return null;
        }
        return root;
    }

    private Node node(String path, int line, int fixed) {
        refuseAnchors(path, line);
        count(path);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(path, line, fixed);
            case START_ARRAY -> sequence(path, line, fixed);
            default -> new Scalar(path, line, String.valueOf(parser.getString()), type(token));
        };
    }

    private void count(String path) {
        values++;
        pathCharacters += path.length();
        if (values > MOST_VALUES) {
            throw new TooMuchException(
                    String.format(
                            Locale.ROOT,
                            "stands behind %,d values, but no more are read.",
                            MOST_VALUES));
        }
        if (pathCharacters > LONGEST_PATHS) {
            throw new TooMuchException("has keys that are too long for so many values below them.");
        }
    }

    private Scalar.Type type(JsonToken token) {
        return switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Scalar.Type.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Scalar.Type.FLAG;
            case VALUE_NULL -> Scalar.Type.NOTHING;
            default ->
                    parser.getString().isEmpty() || parser.getString().equals("~")
                            ? Scalar.Type.NOTHING
                            : Scalar.Type.TEXT;
        };
    }

    private Mapping mapping(String path, int line, int fixed) {
        Map<String, Node> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            int keyLine = here(fixed);
            String keyPath = Node.below(path, key);
            refuseAnchors(keyPath, keyLine);
            parser.nextToken();
            Node value = node(keyPath, keyLine, fixed);
            Node first = entries.putIfAbsent(key, value);
            if (first != null) {
                issues.add(
                        keyPath,
                        keyLine,
                        "the key '%s' is given twice, first in line %d."
                                .formatted(key, first.line()),
                        "delete one of the two.");
            }
        }
        return new Mapping(path, line, entries);
    }

    private Sequence sequence(String path, int line, int fixed) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(path + "[" + items.size() + "]", here(fixed), fixed));
        }
        return new Sequence(path, line, items);
    }

    private int here(int fixed) {
        return fixed != 0 ? fixed : parser.currentTokenLocation().getLineNr();
    }

    /** There is more in a file than is read. */
    private static final class TooMuchException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooMuchException(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }

    private void refuseAnchors(String path, int line) {
        if (parser.currentTokenLocation().getCharOffset() >= reference) {
            reference = Integer.MAX_VALUE;
            issues.add(path, line, NO_ANCHORS, INSTEAD);
        }
    }
}
