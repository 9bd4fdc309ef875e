package dandori.cli;

import dandori.engine.Durations;
import dandori.machine.NodeHour;
import dandori.scenario.campaign.ExpectedTraining;
import dandori.training.ParallelismSearch.Found;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is said of the whole training of a case: how long it takes, and how much energy. */
final class EstimateTraining {

    private static final int WIDTH = 100;
    private static final String ASSUMED = " (assumed)";
    private static final double OVERLY_LONG = 1_000; // times as long as without failures

    private final EstimateCase call;
    private final double tokens;
    private final double millis;
    private final Optional<ExpectedTraining> expected;

    /** Of a case and all of its model's tokens. */
    EstimateTraining(EstimateCase call, Found found, double tokens) {
        this.call = call;
        this.tokens = tokens;
        millis = 1000 * tokens / found.what().tokensPerStep() * found.time().seconds();
        expected = ExpectedTraining.of(call.machine(), call.nodes(), found.what(), millis);
    }

    /** Lines for people, at most 100 columns wide. */
    String text() {
        String alone =
                String.format(
                        Locale.ROOT,
                        "  %s tokens: %s without failures",
                        call.known().training().text("tokens"),
                        Durations.text(millis));
        return expected.map(training ->
                        joined(alone, withFailures(training)) + conditions(training))
                        .orElse(alone + "\n")
                + energy();
    }

    /** {@code 152 d expected (checkpoint every 38 min, 23 failures)}. */
    private String withFailures(ExpectedTraining training) {
        if (!isEverDone()) {
            return "over a thousand times as long with them";
        }
        double failures = training.failures();
        return String.format(
                Locale.ROOT,
                failures < 9.5
                        ? "%s expected (%s, %.1f failures)"
                        : "%s expected (%s, %,.0f failures)",
                Durations.text(training.wallMillis()),
                training.intervalMillis() < millis
                        ? "checkpoint every " + Durations.text(training.intervalMillis())
                        : "one checkpoint",
                failures);
    }

    /** What the expected time rests on. */
    private static String conditions(ExpectedTraining training) {
        String line =
                String.format(
                        Locale.ROOT,
                        "  interrupted every %s%s, checkpoints of %s%s",
                        Durations.text(training.mtbfMillis()),
                        training.isMtbfAssumed() ? ASSUMED : "",
                        Durations.text(training.writeMillis()),
                        training.isWritingAssumed() ? ASSUMED : "");
        return joined(line, "restarts of " + Durations.text(training.restartMillis()) + ASSUMED);
    }

    /** Two parts of a line, or of two where one would be too wide. */
    private static String joined(String first, String second) {
        boolean fits = first.length() + 2 + second.length() <= WIDTH;
        return first + (fits ? ", " : ",\n    ") + second + "\n";
    }

    private String energy() {
        double hours = energyKilowattHours();
        if (hours == 0 || !isEverDone()) {
            return "";
        }
        return hours < 1e6
                ? String.format(Locale.ROOT, "  energy %,.0f MWh%n", hours / 1e3)
                : String.format(Locale.ROOT, "  energy %,.1f GWh%n", hours / 1e6);
    }

    private boolean isEverDone() {
        return allMillis() <= OVERLY_LONG * millis;
    }

    /** The expected time where it is known, else that without failures. */
    private double allMillis() {
        return expected.map(ExpectedTraining::wallMillis).orElse(millis);
    }

    /** Energy of the job's nodes and of their share of the site; 0 if nobody knows. */
    private double energyKilowattHours() {
        double hours = allMillis() / Durations.HOUR_MILLIS;
        return NodeHour.of(call.machine()).kilowattHours().orElse(0) * call.nodes() * hours;
    }

    /** Figures for programs; what nobody knows is left out. */
    void addTo(Map<String, Object> tree) {
        tree.put("tokens", tokens);
        tree.put("days", millis / Durations.DAY_MILLIS);
        expected.ifPresent(training -> {
            if (isEverDone()) {
                tree.put("expected_days", training.wallMillis() / Durations.DAY_MILLIS);
                tree.put("failures", training.failures());
            }
            tree.put("mtbf_s", training.mtbfMillis() / Durations.SECOND_MILLIS);
            tree.put("is_mtbf_assumed", training.isMtbfAssumed());
            tree.put("checkpoint_interval_s", training.intervalMillis() / Durations.SECOND_MILLIS);
            tree.put("checkpoint_s", training.writeMillis() / (double) Durations.SECOND_MILLIS);
            tree.put("is_checkpoint_assumed", training.isWritingAssumed());
        });
        if (energyKilowattHours() > 0 && isEverDone()) {
            tree.put("energy_kwh", energyKilowattHours());
        }
    }
}
