package dandori.report;

import dandori.experiment.Group;
import dandori.experiment.Spread;
import dandori.experiment.Study;
import dandori.report.Verdict.Sure;
import dandori.scenario.ReportPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The answer of a study in sentences: which policy is better than the one that others are compared
 * with, by how much, and how sure that is.
 *
 * <p>The first metric of {@code report.metrics} decides; without it the wait that 95 % do not
 * exceed, the mean wait where 95 % never wait, and the campaigns that are late where there are no
 * other jobs. Differences are those of pairs of runs with equal seeds. Of three pairs or more a
 * difference counts if its 95 % interval leaves out 0; of two if both have the same sign; one pair
 * is told as what it is. What choosing the best of several policies flatters is not taken off.
 */
final class Answer {

    private static final String WAIT = "wait_p95_s";
    private static final String SHARE = "utilization";

    private final Study study;
    private final String baseline;
    private final Metric deciding;
    private final Metric second;

    Answer(Study study) {
        this.study = study;
        baseline = study.scenario().report().compareTo();
        deciding = Metrics.of(deciding());
        second = Metrics.of(deciding.key().contains(SHARE) ? WAIT : SHARE);
    }

    private String deciding() {
        ReportPlan plan = study.scenario().report();
        if (!plan.metrics().isEmpty()) {
            return plan.metrics().get(0);
        }
        double most = Double.NaN;
        for (String policy : study.policies()) {
            double its = study.spread(policy, Group.ALL, WAIT).max();
            most = Double.isNaN(most) ? its : Math.max(most, Double.isNaN(its) ? 0 : its);
        }
        if (Double.isNaN(most)) {
            boolean isDue =
                    study.scenario().campaigns().stream().anyMatch(one -> one.deadline() != null);
            return isDue ? "campaigns_late" : "campaign_goodput";
        }
        return most == 0 ? "wait_mean_s" : WAIT;
    }

    /** The sentences; none where nothing can be said. */
    List<String> sentences() {
        List<String> others =
                study.policies().stream().filter(one -> !one.equals(baseline)).toList();
        List<String> sentences = new ArrayList<>();
        if (others.isEmpty()) {
            alone(sentences);
            return sentences;
        }
        List<Judged> judged =
                others.stream()
                        .map(one -> new Judged(one, verdict(one, Group.ALL, deciding)))
                        .filter(one -> one.verdict().sure() != Sure.NOTHING)
                        .sorted(
                                Comparator.comparingInt((Judged one) -> one.verdict().rank())
                                        .thenComparingDouble(one -> -one.verdict().gain()))
                        .toList();
        if (judged.isEmpty()) {
            return sentences;
        }
        Judged chosen = judged.get(0);
        sentences.add(first(judged, chosen));
        others(judged, chosen, sentences);
        sentences.addAll(new Winners(study, chosen.policy(), deciding).sentences());
        if (isCut(chosen.policy())) {
            sentences.add(
                    "Some jobs still wait when a run ends, so their waits are known in part only.");
        }
        return sentences;
    }

    /** A policy and how it compares. */
    private record Judged(String policy, Verdict verdict) {}

    private Verdict verdict(String policy, Group group, Metric metric) {
        return new Verdict(metric, study.comparison(policy, group, metric.key()));
    }

    private String first(List<Judged> judged, Judged chosen) {
        Verdict verdict = chosen.verdict();
        String phrase = Metrics.phrase(deciding.key());
        String rest = second(chosen.policy());
        if (verdict.sure() == Sure.EQUAL) {
            return judged.stream().allMatch(one -> one.verdict().sure() == Sure.EQUAL)
                    ? "%s and %s do not differ in the %s%s."
                            .formatted(list(judged), baseline, phrase, rest)
                    : "No policy is better than %s for the %s.".formatted(baseline, phrase);
        }
        if (verdict.sure() == Sure.UNCLEAR) {
            return "%s and %s differ by less than %s of runs can tell%s: %s %s%s."
                    .formatted(
                            chosen.policy(),
                            baseline,
                            pairs(verdict),
                            verdict.isAheadInEachPair() ? ", though it is ahead in each" : "",
                            phrase,
                            verdict.amount().signed(),
                            rest);
        }
        String how = verdict.isBetter() ? "better" : "worse";
        return "%s%s is %s than %s: %s %s%s%s"
                .formatted(
                        begin(verdict),
                        chosen.policy(),
                        how,
                        baseline,
                        phrase,
                        size(verdict),
                        rest,
                        end(verdict));
    }

    private String size(Verdict verdict) {
        Amount amount = verdict.amount();
        String half = amount.plusMinus();
        return "%s %s%s"
                .formatted(
                        amount.size(),
                        amount.direction(),
                        half.isEmpty() ? "" : " (%s, 95 %%, %s)".formatted(half, pairs(verdict)));
    }

    private String begin(Verdict verdict) {
        return verdict.pairs().difference().count() == 1 && !isDrawn() ? "On these jobs " : "";
    }

    /** How far to trust it, where there is no interval. */
    private String end(Verdict verdict) {
        return switch (verdict.pairs().difference().count()) {
            case 1 ->
                    isDrawn()
                            ? ", in one run each, which may be chance: --seeds 1..10 tells more."
                            : ".";
            case 2 -> ", in both of 2 pairs of runs, too few for an interval: --seeds 1..10.";
            default -> ".";
        };
    }

    private boolean isDrawn() {
        return StudySize.isDrawn(study.scenario());
    }

    private static String pairs(Verdict verdict) {
        int count = verdict.pairs().difference().count();
        return count == 1 ? "one pair" : count + " pairs";
    }

    /** What the second metric says of the same policy, behind a semicolon; or nothing. */
    private String second(String policy) {
        Verdict verdict = verdict(policy, Group.ALL, second);
        String phrase = Metrics.phrase(second.key());
        return switch (verdict.sure()) {
            case NOTHING -> "";
            case EQUAL -> "; " + phrase + " is the same";
            case CLEAR -> "; " + phrase + " " + verdict.words();
            case UNCLEAR ->
                    "; %s differs by less than can be told (%s)"
                            .formatted(phrase, verdict.amount().signed());
        };
    }

    /** What there is to say of the other policies. */
    private void others(List<Judged> judged, Judged chosen, List<String> sentences) {
        List<Judged> rest = judged.stream().filter(one -> one != chosen).toList();
        List<Judged> better = rest.stream().filter(one -> one.verdict().isBetter()).toList();
        List<Judged> worse = rest.stream().filter(one -> one.verdict().isWorse()).toList();
        List<Judged> unclear =
                rest.stream().filter(one -> !better.contains(one) && !worse.contains(one)).toList();
        List<String> parts = new ArrayList<>();
        add(parts, better, chosen.verdict().isBetter() ? "better too" : "better");
        add(parts, worse, chosen.verdict().isWorse() ? "worse still" : "worse");
        if (!unclear.isEmpty() && !rest.isEmpty()) {
            parts.add(list(unclear) + ": no difference that can be told");
        }
        if (!parts.isEmpty()) {
            sentences.add("Of the others, by the same measure: " + String.join("; ", parts) + ".");
        }
    }

    private static void add(List<String> parts, List<Judged> judged, String how) {
        if (!judged.isEmpty()) {
            parts.add(list(judged) + " " + how);
        }
    }

    /** {@code a (5.4 h shorter)}, as many as there are; only names where many. */
    private static String list(List<Judged> judged) {
        List<String> names = judged.stream().map(Judged::policy).toList();
        return names.size() > 6
                ? String.join(", ", names.subList(0, 5)) + " and %d more".formatted(names.size() - 5)
                : String.join(", ", names);
    }

    private boolean isCut(String policy) {
        return study.spread(policy, Group.ALL, deciding.key()).atLeast()
                || study.spread(baseline, Group.ALL, deciding.key()).atLeast();
    }

    /** What there is to say where there is one policy only. */
    private void alone(List<String> sentences) {
        List<String> parts = new ArrayList<>();
        for (Metric metric : List.of(deciding, second)) {
            Spread spread = study.spread(baseline, Group.ALL, metric.key());
            if (spread.count() > 0) {
                parts.add(Metrics.phrase(metric.key()) + " " + value(metric, spread));
            }
        }
        if (!parts.isEmpty()) {
            sentences.add("Under %s: %s.".formatted(baseline, String.join("; ", parts)));
        }
    }

    private static String value(Metric metric, Spread spread) {
        Scale scale = Scale.of(metric.kind(), spread.mean());
        double half = spread.count() > 2 ? spread.halfWidth() : Double.NaN;
        Entry entry =
                Digits.entry(
                        spread.mean() / scale.factor(),
                        half / scale.factor(),
                        spread.atLeast(),
                        "");
        String unit = scale.unit().isEmpty() ? "" : " " + scale.unit();
        String over = Double.isNaN(half) ? "" : " (95 %%, %d seeds)".formatted(spread.count());
        return entry.plain() + unit + over;
    }
}
