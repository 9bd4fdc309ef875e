package dandori.scenario.sweep;

import dandori.scenario.KnownParts;
import dandori.scenario.Scenario;
import dandori.scenario.ScenarioReader;
import dandori.scenario.ScenarioText;
import dandori.scenario.inquiry.Inquiry;
import dandori.scenario.inquiry.Search;
import dandori.scenario.text.Issues;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A scenario with other values in some of its places, as {@code --set} would put them there.
 *
 * <p>Points are read from the scenario's text, so that a study that goes on from its results folder
 * meets the same ones.
 */
public final class Points {

    /** Where policies are described: what changes there leaves the jobs as they are. */
    private static final String POLICIES = "policies.";

    private final KnownParts parts;
    private final Scenario own;
    private final byte[] text;
    private final Map<String, String> ownValues; // by path

    /** Points around a scenario. */
    public Points(Scenario own, KnownParts parts) {
        this.own = own;
        this.parts = parts;
        text = ScenarioText.of(own, parts).getBytes(StandardCharsets.UTF_8);
        ownValues = Leaves.of(text, new Issues());
    }

    /**
     * A point as a variant.
     *
     * @param number its number among the variants
     * @param inquiry what names the places
     * @param values the value at each place that changes, as it is written in a file
     * @throws dandori.scenario.text.ScenarioException if there can be no such scenario
     */
    public Variant at(int number, Inquiry inquiry, Map<String, String> values) {
        StringBuilder world = new StringBuilder();
        values.forEach((place, value) -> {
            if (!place.startsWith(POLICIES)) {
                world.append(place).append('=').append(value).append(' ');
            }
        });
        return new Variant(number, named(inquiry, values), world.toString(), scenario(values));
    }

    /** All values by their names, those that do not change too. */
    private Map<String, String> named(Inquiry inquiry, Map<String, String> values) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String place : inquiry.places()) {
            String value = values.getOrDefault(place, ownValues.getOrDefault(place, "as it is"));
            named.put(inquiry.nameOf(place), value);
            if (inquiry instanceof Search) {
                return named; // all places have the same
            }
        }
        return named;
    }

    /** The scenario with other values. */
    Scenario scenario(Map<String, String> values) {
        List<String> settings = new ArrayList<>();
        values.forEach((place, value) -> settings.add(place + "=" + value));
        return ScenarioReader.read(
                own.name() + " with " + String.join(", ", settings),
                text,
                Path.of("/"),
                settings,
                parts);
    }
}
