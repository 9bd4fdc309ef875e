package dandori.scenario.campaign;

import dandori.scenario.key.Moment;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells where campaigns wait for each other in vain, or end before they begin. */
public final class CampaignLinks {

    private final Map<String, Values> campaigns = new LinkedHashMap<>();
    private final Issues issues;

    CampaignLinks(Issues issues) {
        this.issues = issues;
    }

    void add(String name, Values values) {
        campaigns.put(name, values);
    }

    /** Checks who waits for whom. */
    void check() {
        campaigns.forEach((name, values) -> {
            Node after = values.node("after");
            String other = after == null ? null : values.name("after");
            if (after == null) {
                if (values.has("delay")) {
                    issues.add(
                            Objects.requireNonNull(values.node("delay")),
                            "says nothing without 'after'.",
                            "'submit': the time since the run's beginning.");
                }
                return;
            }
            if (values.has("submit")) {
                issues.add(
                        Objects.requireNonNull(values.node("submit")),
                        "'submit' and 'after' both say when it begins.",
                        "'delay': how long after the other is done.");
            }
            if (other != null && !campaigns.containsKey(other)) {
                issues.addUnknown(
                        after,
                        "there is no campaign '%s'.".formatted(other),
                        other,
                        campaigns.keySet());
            } else if (other != null) {
                checkCircle(name, after);
            }
        });
    }

    /** Tells a circle once, at its first campaign in the file. */
    private void checkCircle(String name, Node at) {
        List<String> path = new ArrayList<>(List.of(name));
        String next = after(name);
        while (next != null && !path.contains(next)) {
            path.add(next);
            next = after(next);
        }
        List<String> inOrder = campaigns.keySet().stream().filter(path::contains).toList();
        if (name.equals(next) && inOrder.get(0).equals(name)) {
            path.add(name);
            issues.add(
                    at,
                    "the campaign waits for itself: %s.".formatted(String.join(" → ", path)),
                    "'submit' in place of one 'after'.");
        }
    }

    private @Nullable String after(String name) {
        Values values = campaigns.get(name);
        return values == null || !values.has("after")
                ? null
                : Amounts.text(Objects.requireNonNull(values.node("after")));
    }

    /**
     * Checks deadlines against submissions, once it is known when the run begins.
     *
     * @param start the date of time 0; null if only the traces know
     */
    public void checkTimes(@Nullable ZonedDateTime start) {
        campaigns
                .values()
                .forEach(values -> {
                    Node at = values.node("deadline");
                    boolean isAfter = values.has("after");
                    Moment deadline = at == null ? null : values.moment("deadline");
                    Moment submit = isAfter ? new Moment(null, 0L) : values.moment("submit");
                    Long due = deadline == null ? null : millis(deadline, start);
                    Long begun = submit == null ? null : millis(submit, start);
                    if (begun != null && begun < 0) {
                        issues.add(
                                Objects.requireNonNull(values.node("submit")),
                                "lies before the beginning of the run.",
                                "'done': what was trained before.");
                    } else if (at != null && due != null && begun != null && due <= begun) {
                        issues.add(
                                at,
                                isAfter
                                        ? "must be later than the beginning of the run."
                                        : "must be later than 'submit'.",
                                null);
                    }
                });
    }

    /** The time since the beginning; null if that needs a date that is not known. */
    static @Nullable Long millis(Moment moment, @Nullable ZonedDateTime start) {
        if (moment.millis() != null) {
            return moment.millis();
        }
        return start == null ? null : (Long) Duration.between(start, moment.date()).toMillis();
    }
}
