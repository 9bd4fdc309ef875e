package dandori.wiring;

import dandori.scenario.text.Issues;
import dandori.scenario.text.NearestName;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jgrapht.alg.util.Pair;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.BaseEventDrivenImporter;
import org.jgrapht.nio.ImportException;
import org.jgrapht.nio.dot.DOTEventDrivenImporter;
import org.jgrapht.nio.graphml.GraphMLEventDrivenImporter;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXParseException;

/**
 * Reads GraphML and DOT by JGraphT. A vertex is a node unless its {@code kind} is {@code switch}; a
 * cable carries its {@code bandwidth}, in bytes per second, both ways, whichever way the file draws
 * it. Other attributes are left alone.
 */
final class GraphFile {

    private static final List<String> KINDS = List.of("node", "switch");
    private static final Pattern PLACE = Pattern.compile("line ([0-9]+):[0-9]+ (.*)");

    private final Draft draft;
    private final Issues issues;
    private final double cableBytesPerSecond;
    private final Map<String, String> kinds = new LinkedHashMap<>(); // by vertex
    private final List<Cable> cables = new ArrayList<>();

    /** An edge as it is read. */
    private record Cable(String from, String to, Map<String, String> attributes) {}

    GraphFile(Draft draft, Issues issues, double cableBytesPerSecond) {
        this.draft = draft;
        this.issues = issues;
        this.cableBytesPerSecond = cableBytesPerSecond;
    }

    /** Fills the draft; false if the text cannot be read at all, with an issue. */
    boolean read(WiringFormat format, String text) {
        if (text.contains("<!DOCTYPE")) {
            issues.add("", 0, "A wiring must not have a DOCTYPE.", "leave it out.");
            return false;
        }
        try {
            if (format == WiringFormat.DOT) {
                var importer = new DOTEventDrivenImporter();
                importer.addEdgeConsumer(ends -> addCable(ends.getFirst(), ends.getSecond()));
                listen(importer, importer::importInput, text);
            } else {
                var importer = new GraphMLEventDrivenImporter();
                importer.addEdgeConsumer(ends -> addCable(ends.getFirst(), ends.getSecond()));
                listen(importer, importer::importInput, text);
            }
        } catch (ImportException e) {
            addIllegible(format, e);
            return false;
        } catch (RuntimeException | StackOverflowError e) { // what the library did not reckon with
            issues.add("", 0, "It cannot be read as %s.".formatted(format.title()), null);
            return false;
        }
        draw(new LineFinder(text));
        return true;
    }

    private void addCable(String from, String to) {
        cables.add(new Cable(from, to, new LinkedHashMap<>()));
    }

    private <E> void listen(
            BaseEventDrivenImporter<String, E> importer, Consumer<StringReader> read, String text) {
        importer.addVertexConsumer(name -> kinds.putIfAbsent(name, "node"));
        importer.addVertexAttributeConsumer(this::vertexAttribute);
        importer.addEdgeAttributeConsumer((at, value) -> {
            if (value != null && value.getValue() != null) { // that of the last edge
                var last = cables.get(cables.size() - 1);
                last.attributes().put(at.getSecond(), value.getValue());
            }
        });
        read.accept(new StringReader(text));
    }

    private void vertexAttribute(Pair<String, String> at, @Nullable Attribute value) {
        if (at.getSecond().equals("kind") && value != null && value.getValue() != null) {
            kinds.put(at.getFirst(), value.getValue());
        }
    }

    private void addIllegible(WiringFormat format, ImportException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ").strip();
        Matcher place = PLACE.matcher(message); // as the reader of DOT writes it
        int line = 0;
        if (cause instanceof SAXParseException xml) {
            line = xml.getLineNumber();
        } else if (place.find()) {
            line = Integer.parseInt(place.group(1));
            message = place.group(2);
        }
        String title = format.title();
        issues.add(
                "",
                line,
                "It cannot be read as %s: %s".formatted(title, message),
                format == WiringFormat.DOT
                        ? "a value lacks its quotes, as in bandwidth=\"12.5e9\"."
                        : null);
    }

    private void draw(LineFinder lines) {
        kinds.forEach((name, kind) -> {
            int line = lines.of(name);
            if (!KINDS.contains(kind)) {
                issues.add(
                        name,
                        line,
                        "kind must be node or switch, but is '%s'.".formatted(kind),
                        NearestName.maybe(kind, KINDS));
            }
            if (kind.equals("node")) {
                draft.addNode(name, line);
            } else {
                draft.addSwitch(name, line);
            }
        });
        for (Cable cable : cables) {
            int line = lines.of(cable.from(), cable.to());
            String carried = cable.attributes().get("bandwidth");
            draft.join(cable.from(), cable.to(), bytesPerSecond(cable, carried, line), line);
        }
    }

    private double bytesPerSecond(Cable cable, @Nullable String text, int line) {
        if (text == null) {
            return cableBytesPerSecond;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            issues.add(
                    cable.from() + " – " + cable.to(),
                    line,
                    "bandwidth must be a number of bytes per second, but is '%s'.".formatted(text),
                    "12.5e9, which is 100 Gb/s.");
            return cableBytesPerSecond;
        }
    }
}
