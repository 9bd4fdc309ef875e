package dandori.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the page hands in.
 *
 * @param at the scenario that it was made of; empty if of none
 * @param name of the study to be made; empty if none is
 * @param text the text of the scenario
 * @param settings values in its place, each {@code path=value}
 */
record PostedScenario(String at, String name, String text, List<String> settings) {

    private static final int MOST_SETTINGS = 500;

    /** A system may take no longer words in a call. */
    private static final int LONGEST_SETTING_BYTES = 100_000;

    /** Reads a request, or refuses it. */
    static PostedScenario of(Context request) {
        String type = request.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new RefusedException(
                    415, "Content-Type: must be application/json, but is '" + type + "'.", "");
        }
        JsonNode body;
        try {
            body = JsonMapper.shared().readTree(request.bodyAsBytes());
        } catch (JacksonException broken) {
            throw RefusedException.wrong("What was handed in is no JSON.", "");
        }
        String text = text(body, "text");
        if (bytes(text) > ScenarioPlace.LARGEST_BYTES) {
            throw RefusedException.wrong(
                    "text: is %,d bytes long, but a scenario may have %,d at most."
                            .formatted(bytes(text), ScenarioPlace.LARGEST_BYTES),
                    "");
        }
        return new PostedScenario(text(body, "at"), text(body, "name"), text, settings(body));
    }

    private static String text(JsonNode body, String key) {
        JsonNode value = body.path(key);
        if (!value.isMissingNode() && !value.isString()) {
            throw RefusedException.wrong(key + ": must be a text.", "");
        }
        return value.stringValue("");
    }

    private static List<String> settings(JsonNode body) {
        List<String> settings = new ArrayList<>();
        for (JsonNode one : body.path("sets")) {
            String setting = one.stringValue("");
            if (bytes(setting) > LONGEST_SETTING_BYTES || settings.size() == MOST_SETTINGS) {
                throw RefusedException.wrong(
                        "sets: %d changes of %,d bytes are taken at most."
                                .formatted(MOST_SETTINGS, LONGEST_SETTING_BYTES),
                        "write them into the text.");
            }
            if (setting.indexOf('\0') >= 0) {
                throw RefusedException.wrong("sets: a value holds a character of no text.", "");
            }
            settings.add(setting);
        }
        return List.copyOf(settings);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
