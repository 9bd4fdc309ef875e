package dandori.trace.batsim;

import dandori.trace.JsonBytes;
import dandori.trace.TraceException;
import dandori.trace.TraceInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the document as a stream; what is in it is bounded in depth and in length of its words. */
final class BatsimDocument {

    private static final int DEPTH_LIMIT = 100;
    private static final int TEXT_LIMIT = 1 << 20;
    private static final Set<String> WAITING = Set.of("delay", "delayprofile");
    private static final String MAYBE = "Maybe the file is incomplete, or no workload of Batsim.";

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH_LIMIT)
                                                    .maxStringLength(TEXT_LIMIT)
                                                    .build())
                                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                                    .build())
                    .build();

    final List<BatsimJob> jobs = new ArrayList<>();
    final BatsimProfiles profiles = new BatsimProfiles();
    double resources = Double.NaN;
    private boolean hasJobs;

    private BatsimDocument() {}

    static BatsimDocument read(TraceInput input) throws IOException {
        BatsimDocument document = new BatsimDocument();
        try (JsonParser parser = MAPPER.createParser(JsonBytes.of(input.bytes()))) {
            document.read(parser, input);
        } catch (JacksonException broken) {
            if (broken.getCause() instanceof IOException unread) {
                throw unread;
            }
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new TraceException(
                    input.file() + ":" + line + ": is no JSON: " + words(broken) + ".", MAYBE);
        } catch (UncheckedIOException unread) {
            throw unread.getCause();
        }
        if (!document.hasJobs) {
            throw new TraceException(input.file() + ": has no list 'jobs'.", MAYBE);
        }
        return document;
    }

    private static String words(JacksonException broken) {
        String message = broken.getOriginalMessage().lines().findFirst().orElse("unreadable");
        return message.length() > 200 ? message.substring(0, 200) + "…" : message;
    }

    private void read(JsonParser parser, TraceInput input) {
        String file = input.file();
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new TraceException(
                    file + ": is empty, where a workload of Batsim is expected.",
                    "Maybe the download or the copy failed.");
        }
        if (first != JsonToken.START_OBJECT) {
            throw new TraceException(file + ": is no JSON object.", MAYBE);
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals("jobs") && value == JsonToken.START_ARRAY) {
                hasJobs = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    BatsimJob job = job(parser);
                    jobs.add(job);
                    if (job.isObject()) {
                        input.jobFound();
                    }
                }
            } else if (key.equals("profiles") && value == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    profiles.add(name, profile(parser));
                    input.jobFound();
                }
            } else if (key.equals("nb_res")) {
                resources = number(parser);
            } else {
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            int line = parser.currentTokenLocation().getLineNr();
            throw new TraceException(
                    file + ":" + line + ": has something else behind its workload.",
                    "Maybe several files were joined: each is a workload of its own.");
        }
    }

    private static BatsimJob job(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return BatsimJob.none();
        }
        String id = null;
        double submit = Double.NaN;
        double walltime = Double.NaN;
        double resources = Double.NaN;
        String profile = null;
        String user = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "id" -> id = text(parser);
                case "subtime" -> submit = number(parser);
                case "walltime" -> walltime = number(parser);
                case "res" -> resources = number(parser);
                case "profile" -> profile = text(parser);
                case "user" -> user = text(parser);
                default -> parser.skipChildren();
            }
        }
        return new BatsimJob(id, submit, walltime, resources, profile, user, true);
    }

    private static BatsimProfile profile(JsonParser parser) {
        String type = "";
        double delay = Double.NaN;
        double repeat = Double.NaN;
        double exit = 0;
        List<String> parts = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new BatsimProfile(type, delay, repeat, parts, false);
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals("seq") && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    String part = text(parser);
                    parts.add(part == null ? "" : part);
                }
                continue;
            }
            switch (key) {
                case "type" -> type = String.valueOf(text(parser)).toLowerCase(Locale.ROOT);
                case "delay" -> delay = number(parser);
                case "repeat", "nb" -> repeat = number(parser);
                case "ret", "return_code" -> exit = number(parser);
                default -> parser.skipChildren();
            }
        }
        boolean waits = WAITING.contains(type);
        return new BatsimProfile(
                type, waits && delay >= 0 ? delay : Double.NaN, repeat, parts, exit != 0);
    }

    /** A word or a number as text; null of anything else. */
    private static @Nullable String text(JsonParser parser) {
        boolean isScalar = parser.currentToken().isScalarValue();
        String text = isScalar ? parser.getString() : null;
        parser.skipChildren();
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : text;
    }

    /** A number, also one in quotation marks; NaN of anything else. */
    private static double number(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token.isNumeric()) {
            return parser.getDoubleValue();
        }
        boolean isQuoted =
                token == JsonToken.VALUE_STRING
                        && parser.getString().matches("-?\\d{1,18}(\\.\\d{1,9})?");
        if (isQuoted) {
            return Double.parseDouble(parser.getString());
        }
        parser.skipChildren();
        return Double.NaN;
    }
}
