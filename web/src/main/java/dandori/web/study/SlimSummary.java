package dandori.web.study;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * What pages show of {@code summary.json}: not the figure under each seed, which is most of it, but
 * how many pairs of seeds a difference has; of a study with variants one in full, and of the others
 * what they came to for all jobs. The file is copied as it is read, once, and never held as a tree.
 */
final class SlimSummary {

    /** Of a spread; a group of jobs of such a name is a mapping and stays. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "standard_deviation",
                    "bootstrap_low_95",
                    "bootstrap_high_95",
                    "less_in_every_pair",
                    "more_in_every_pair",
                    "p_value");

    /** Of a variant that is not shown in full. */
    private static final Set<String> IN_SHORT =
            Set.of("values", "policies", "differences", "seeds", "failed_cells");

    private static final Set<String> NOT_COMPARED = Set.of("differences", "generated", "traces");

    private final JsonParser from;
    private final JsonGenerator to;
    private final boolean isToCompare;
    private final int variant;
    private boolean isDifference; // what is copied now

    private SlimSummary(JsonParser from, JsonGenerator to, int variant, boolean isToCompare) {
        this.from = from;
        this.to = to;
        this.variant = variant;
        this.isToCompare = isToCompare;
    }

    /**
     * The text of the summary, shortened.
     *
     * @param variant which variant is wanted in full, from 0
     * @throws JacksonException if the file is damaged
     */
    static String read(Path file, int variant) throws IOException {
        return read(file, variant, false);
    }

    /** What a comparison needs: the figures of all jobs, under each seed. */
    static String readToCompare(Path file, int variant) throws IOException {
        return read(file, variant, true);
    }

    private static String read(Path file, int variant, boolean isToCompare) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonParser parser = JsonMapper.shared().createParser(file);
                JsonGenerator generator = JsonMapper.shared().createGenerator(text)) {
            new SlimSummary(parser, generator, variant, isToCompare).top();
        }
        return text.toString();
    }

    private void top() {
        from.nextToken();
        to.writeStartObject();
        while (from.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = from.currentName();
            JsonToken value = from.nextToken();
            if (key.equals("variants") && value == JsonToken.START_ARRAY) {
                to.writeName(key);
                variants();
            } else {
                wanted(key);
            }
        }
        to.writeEndObject();
    }

    /** A key of a study or of the variant that is wanted. */
    private void wanted(String key) {
        if (!isToCompare) {
            property(key);
        } else if (key.equals("policies")) {
            to.writeName(key);
            ofAllJobs();
        } else if (NOT_COMPARED.contains(key)) {
            from.skipChildren();
        } else {
            property(key);
        }
    }

    private void variants() {
        to.writeStartArray();
        for (int place = 0; from.nextToken() == JsonToken.START_OBJECT; place++) {
            to.writeStartObject();
            while (from.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = from.currentName();
                from.nextToken();
                if (place == variant) {
                    wanted(key);
                } else if (!IN_SHORT.contains(key) || isToCompare && !key.equals("values")) {
                    from.skipChildren();
                } else if (key.equals("policies") || key.equals("differences")) {
                    to.writeName(key);
                    isDifference = key.equals("differences");
                    ofAllJobs();
                    isDifference = false;
                } else {
                    property(key);
                }
            }
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    /** Policies, of each only the figures of all jobs. */
    private void ofAllJobs() {
        to.writeStartObject();
        while (from.nextToken() == JsonToken.PROPERTY_NAME) {
            to.writeName(from.currentName());
            from.nextToken();
            to.writeStartObject();
            while (from.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = from.currentName();
                from.nextToken();
                if (key.equals("all")) {
                    property(key);
                } else {
                    from.skipChildren();
                }
            }
            to.writeEndObject();
        }
        to.writeEndObject();
    }

    /** Copies a key and its value, at which the parser stands, or leaves both out. */
    private void property(String key) {
        JsonToken value = from.currentToken();
        boolean isLeftOut =
                value == JsonToken.START_ARRAY
                        ? !isToCompare && (key.equals("values") || key.equals("achieved"))
                        : value.isScalarValue() && LEFT_OUT.contains(key);
        if (isLeftOut) {
            leaveOut(key);
            return;
        }
        to.writeName(key);
        boolean before = isDifference;
        isDifference |= key.equals("differences");
        value();
        isDifference = before;
    }

    /** Leaves a value out; of the pairs of a difference stays how many there are. */
    private void leaveOut(String key) {
        if (!isDifference || !key.equals("values")) {
            from.skipChildren();
            return;
        }
        int pairs = 0;
        while (from.nextToken() != JsonToken.END_ARRAY) {
            pairs += from.currentToken() == JsonToken.VALUE_NULL ? 0 : 1;
            from.skipChildren();
        }
        to.writeNumberProperty("pairs", pairs);
    }

    private void value() {
        switch (from.currentToken()) {
            case START_OBJECT -> {
                to.writeStartObject();
                while (from.nextToken() == JsonToken.PROPERTY_NAME) {
                    String key = from.currentName();
                    from.nextToken();
                    property(key);
                }
                to.writeEndObject();
            }
            case START_ARRAY -> {
                to.writeStartArray();
                while (from.nextToken() != JsonToken.END_ARRAY) {
                    value();
                }
                to.writeEndArray();
            }
            default -> to.copyCurrentEventExact(from);
        }
    }
}
