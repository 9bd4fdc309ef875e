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
import dandori.scenario.text.ScenarioException;
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
 * Checks that the places of an inquiry are there, and that the scenario can be played with their
 * values: of a sensitivity with all, of a search with both ends and, where these are right, with
 * those between, in the order in which halving may come to them, up to the first that is wrong. Of
 * a study that has been played those between are not read.
 *
 * <p>Cost: the scenario is read once or twice for each value, of a search for {@value #MOST_READ}
 * at most: any more are read when they are played.
 */
final class InquiryCheck {

    /** How many values of a search are read: some milliseconds each. */
    static final int MOST_READ = 257;

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
        Issues unread = new Issues();
        Map<String, String> understood = leaves(own, unread);
        if (!unread.isEmpty()) {
            issues.add(at(inquiry), VariantsText.TOO_LONG, null);
            return;
        }
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
            if (inquiry instanceof Search search && !issues.areOfPlayed()) {
                between(search, points);
            }
        }
    }

    /** Checks the values between the ends of a search, unless something is wrong already. */
    private void between(Search search, Points points) {
        List<Integer> places = Halving.places(search.between().count(), MOST_READ);
        for (int place : places.subList(2, places.size())) {
            if (!issues.isEmpty()) {
                return; // what is wrong with one is mostly wrong with many
            }
            resolved(search, points, values(search, place));
        }
    }

    private static Map<String, String> values(Search search, int place) {
        Map<String, String> values = new LinkedHashMap<>();
        search.places().forEach(one -> values.put(one, search.between().text(place)));
        return values;
    }

    /** The outermost values, each alone. */
    private static List<Map<String, String>> ends(Inquiry inquiry) {
        List<Map<String, String>> ends = new ArrayList<>();
        if (inquiry instanceof Search search) {
            ends.add(values(search, 0));
            ends.add(values(search, search.between().count() - 1));
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
            tell(inquiry, values, its.list());
            return;
        }
        Scenario resolved = resolved(inquiry, points, values);
        if (resolved == null) {
            return;
        }
        if (!direct.equals(resolved)) {
            issues.add(
                    at(inquiry),
                    "with %s other values would follow from it by default: %s."
                            .formatted(words(values), differences(direct, resolved)),
                    "write them into the file.");
        }
    }

    /** The scenario as it is played; null, and an issue, if its resolved text cannot be read. */
    private @Nullable Scenario resolved(
            Inquiry inquiry, Points points, Map<String, String> values) {
        try {
            return points.scenario(values);
        } catch (ScenarioException wrong) {
            tell(inquiry, values, wrong.issues());
            return null;
        }
    }

    private void tell(Inquiry inquiry, Map<String, String> values, List<Issue> its) {
        for (Issue issue : its) {
            issues.add(
                    at(inquiry),
                    "with %s: %s: %s".formatted(words(values), issue.path(), issue.message()),
                    issue.maybe());
        }
    }

    private static String words(Map<String, String> values) {
        return String.join(
                ", ",
                values.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    }

    /** The first places in which two scenarios differ. */
    private String differences(Scenario direct, Scenario resolved) {
        Issues unread = new Issues();
        Map<String, String> one = leaves(direct, unread);
        Map<String, String> other = leaves(resolved, unread);
        if (!unread.isEmpty()) {
            return "too many to tell";
        }
        Set<String> places = new LinkedHashSet<>(one.keySet());
        places.addAll(other.keySet());
        places.removeIf(place -> Objects.equals(one.get(place), other.get(place)));
        List<String> first = places.stream().limit(3).toList();
        return first.isEmpty() ? "some" : String.join(", ", first);
    }

    private Map<String, String> leaves(Scenario scenario, Issues unread) {
        byte[] text = ScenarioText.of(scenario, parts).getBytes(StandardCharsets.UTF_8);
        return Leaves.of(text, unread);
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
