package dandori.scenario.sweep;

import dandori.scenario.KnownParts;
import dandori.scenario.Scenario;
import dandori.scenario.ScenarioReader;
import dandori.scenario.ScenarioText;
import dandori.scenario.inquiry.Inquiry;
import dandori.scenario.inquiry.Search;
import dandori.scenario.inquiry.Sensitivity;
import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.NearestName;
import dandori.scenario.text.Node;
import dandori.scenario.text.Setting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the places of an inquiry are there, and that the scenario can be played with the
 * outermost of their values: those between are read when they are played.
 */
final class InquiryCheck {

    private final Node root;
    private final Path folder;
    private final KnownParts parts;
    private final Issues issues;

    InquiryCheck(Node root, Path folder, KnownParts parts, Issues issues) {
        this.root = root;
        this.folder = folder;
        this.parts = parts;
        this.issues = issues;
    }

    /** Tells what is wrong with what a scenario of the tree wants to be found out. */
    void check(Scenario own) {
        Inquiry inquiry = own.inquiry();
        if (inquiry == null) {
            return;
        }
        Map<String, String> written = Leaves.of(root);
        Map<String, String> understood = leaves(own);
        Set<String> all = new LinkedHashSet<>(written.keySet());
        all.addAll(understood.keySet());
        boolean areThere = true;
        for (String place : inquiry.places()) {
            if (!all.contains(place)) {
                areThere = false;
                issues.add(
                        at(inquiry),
                        "there is no value at '%s' that could change.".formatted(place),
                        NearestName.of(place, all)
                                .map(near -> "'" + near + "'.")
                                .orElse("one of those that 'dandori describe' shows."));
            }
        }
        if (areThere) {
            Points points = new Points(own, parts);
            ends(inquiry).forEach(values -> check(inquiry, points, values));
        }
    }

    /** The outermost values, each alone. */
    private static List<Map<String, String>> ends(Inquiry inquiry) {
        List<Map<String, String>> ends = new ArrayList<>();
        if (inquiry instanceof Search search) {
            for (int place : new int[] {0, search.between().count() - 1}) {
                Map<String, String> values = new LinkedHashMap<>();
                search.places().forEach(one -> values.put(one, search.between().text(place)));
                ends.add(values);
            }
        } else if (inquiry instanceof Sensitivity sensitivity) {
            sensitivity
                    .inputs()
                    .forEach((place, both) -> {
                        ends.add(Map.of(place, both.low()));
                        ends.add(Map.of(place, both.high()));
                    });
        }
        return ends;
    }

    /** Checks that the file and its resolved text mean the same with these values. */
    private void check(Inquiry inquiry, Points points, Map<String, String> values) {
        Issues its = new Issues();
        Node changed = root;
        for (Map.Entry<String, String> one : values.entrySet()) {
            changed = new Setting(one.getKey(), one.getValue()).applyTo(changed, its);
        }
        Scenario direct =
                its.isEmpty() ? ScenarioReader.scenario(changed, folder, parts, its) : null;
        if (direct == null || !its.isEmpty()) {
            for (Issue issue : its.list()) {
                issues.add(
                        at(inquiry),
                        "with %s: %s: %s".formatted(words(values), issue.path(), issue.message()),
                        issue.maybe());
            }
            return;
        }
        Scenario resolved = points.scenario(values);
        if (!direct.equals(resolved)) {
            issues.add(
                    at(inquiry),
                    "with %s other values would follow from it by default: %s."
                            .formatted(words(values), differences(direct, resolved)),
                    "write them into the file.");
        }
    }

    private static String words(Map<String, String> values) {
        return String.join(
                ", ",
                values.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    }

    /** The first places in which two scenarios differ. */
    private String differences(Scenario direct, Scenario resolved) {
        Map<String, String> one = leaves(direct);
        Map<String, String> other = leaves(resolved);
        Set<String> places = new LinkedHashSet<>(one.keySet());
        places.addAll(other.keySet());
        places.removeIf(place -> Objects.equals(one.get(place), other.get(place)));
        List<String> first = places.stream().limit(3).toList();
        return first.isEmpty() ? "some" : String.join(", ", first);
    }

    private Map<String, String> leaves(Scenario scenario) {
        return Leaves.of(ScenarioText.of(scenario, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Where the inquiry stands in the file. */
    private Node at(Inquiry inquiry) {
        String key = inquiry instanceof Search ? "search" : "sensitivity";
        @Nullable Node section = root instanceof Mapping file ? file.get(key) : null;
        String detail = inquiry instanceof Search ? "change" : "inputs";
        @Nullable Node within = section instanceof Mapping its ? its.get(detail) : null;
        return within != null ? within : section != null ? section : root;
    }
}
