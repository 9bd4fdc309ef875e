package dandori.cli;

import dandori.experiment.Shard;
import dandori.scenario.PolicyParts;
import dandori.scenario.ReportPlan;
import dandori.scenario.Scenario;
import dandori.scenario.inquiry.FigureOf;
import dandori.scenario.inquiry.Inquiry;
import dandori.scenario.sweep.Variant;
import dandori.scenario.sweep.Variants;
import dandori.scenario.text.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the words of a call to {@code run} mean. */
final class RunWords {

    /** How many shards may be submitted. */
    static final int MOST_SHARDS = 10_000;

    private static final int MOST_THREADS = 1_024;

    private RunWords() {}

    /** The setting that {@code --seeds} stands for. */
    static String seeds(String words) {
        if (!words.matches("\\d{1,9}(\\.\\.\\d{1,9})?(,\\d{1,9}(\\.\\.\\d{1,9})?)*+")) {
            throw new WrongCallException(
                    "--seeds: must be seeds of at least 0, but is '%s'.".formatted(words),
                    "1..10, or 1,2,5, or 3.");
        }
        return words.contains(",") ? "run.seeds=[" + words + "]" : "run.seeds=" + words;
    }

    /** The part of a study that {@code --shard} asks for; the whole without it. */
    static Shard shard(@Nullable String words) {
        try {
            return words == null ? Shard.WHOLE : Shard.of(words);
        } catch (IllegalArgumentException wrong) {
            throw new WrongCallException("--shard: " + wrong.getMessage(), "1/4, 2/4, 3/4 or 4/4.");
        }
    }

    /** Where a shard of the study of a folder is played. */
    static Path folder(Path study, Shard shard) {
        return study.resolve(Shard.FOLDER).resolve(shard.folder());
    }

    /** How many threads {@code --threads} asks for. */
    static int threads(@Nullable Integer asked) {
        if (asked == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (asked < 1 || asked > MOST_THREADS) {
            throw new WrongCallException(
                    "--threads: must be from 1 to %d, but is %d.".formatted(MOST_THREADS, asked),
                    "leave it out: all processors are then used.");
        }
        return asked;
    }

    /** The variants with the policies that {@code --policies} names, in that order. */
    static Variants withPolicies(Variants variants, String words) {
        return new Variants(
                variants.sweeps(),
                variants.places(),
                variants.list().stream()
                        .map(one ->
                                new Variant(
                                        one.number(),
                                        one.values(),
                                        one.world(),
                                        withPolicies(one.scenario(), words)))
                        .toList());
    }

    private static Scenario withPolicies(Scenario scenario, String words) {
        List<String> known = scenario.policies().stream().map(PolicyParts::name).toList();
        Set<String> chosen = new LinkedHashSet<>();
        for (String name : Arrays.stream(words.split(",")).map(String::strip).toList()) {
            if (!known.contains(name)) {
                throw new WrongCallException(
                        "--policies: there is no policy '%s' in '%s'."
                                .formatted(name, scenario.name()),
                        NearestName.maybe(name, known));
            }
            chosen.add(name);
        }
        Inquiry inquiry = scenario.inquiry();
        for (FigureOf figure : inquiry == null ? List.<FigureOf>of() : inquiry.figures()) {
            if (!figure.policy().isEmpty() && !chosen.contains(figure.policy())) {
                throw new WrongCallException(
                        "--policies: '%s' asks about policy '%s', which would not be run."
                                .formatted(scenario.name(), figure.policy()),
                        "--policies with it, too.");
            }
        }
        ReportPlan plan = scenario.report();
        List<String> names = new ArrayList<>(chosen);
        String baseline = chosen.contains(plan.compareTo()) ? plan.compareTo() : names.get(0);
        return new Scenario(
                scenario.name(),
                scenario.description(),
                scenario.machines(),
                scenario.choices(),
                scenario.organizations(),
                scenario.workload(),
                scenario.campaigns(),
                scenario.failures(),
                scenario.power(),
                scenario.policies(),
                scenario.run(),
                scenario.maintenance(),
                scenario.reservations(),
                plan.of(names, baseline),
                scenario.inquiry());
    }
}
