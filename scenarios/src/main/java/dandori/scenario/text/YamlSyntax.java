package dandori.scenario.text;

import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** How YAML is read, and where a text makes use of what we do not read. */
final class YamlSyntax {

    private YamlSyntax() {}

    /**
     * Settings for a text. It is taken in one piece: a buffer that grows piece by piece is copied
     * each time, which takes minutes for a value of some megabytes; and where a piece ends within a
     * character of two halves, there is no room for the second.
     */
    static LoadSettings settings(String text) {
        return LoadSettings.builder()
                .setBufferSize(text.length() + 2)
                .setCodePointLimit(text.length() + 2)
                .setAllowDuplicateKeys(true) // told by the reader, with both lines
                .build();
    }

    /**
     * Where the first anchor, alias or tag begins, in characters from the beginning; empty if there
     * is none before the first fault, or before something that is nested too deep.
     */
    static OptionalInt reference(String text, int deepest) {
        if (text.indexOf('&') < 0 && text.indexOf('*') < 0 && text.indexOf('!') < 0) {
            return OptionalInt.empty(); // most texts, which are parsed once so
        }
        int depth = 0;
        try {
            LoadSettings settings = settings(text);
            Parser parser = new ParserImpl(settings, new StreamReader(settings, text));
            while (parser.hasNext()) {
                Event event = parser.next();
                if (event instanceof NodeEvent node && isReference(node)) {
                    return OptionalInt.of(event.getStartMark().map(Mark::getIndex).orElse(0));
                }
                depth += event instanceof CollectionStartEvent ? 1 : 0;
                depth -= event instanceof CollectionEndEvent ? 1 : 0;
                if (depth > deepest) {
                    return OptionalInt.empty();
                }
            }
        } catch (YamlEngineException broken) {
            return OptionalInt.empty(); // told by who reads it
        }
        return OptionalInt.empty();
    }

    private static boolean isReference(NodeEvent node) {
        return node instanceof AliasEvent
                || node.getAnchor().isPresent()
                || node instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || node instanceof CollectionStartEvent some && some.getTag().isPresent();
    }
}
