package dandori.report;

import dandori.experiment.Comparison;
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
    private static final int CAMPAIGNS = 4; // that a sentence names
    private static final Metric DONE =
            new Metric("done_s", "Done", Metric.Kind.SECONDS, Metric.Sense.LESS);

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
        if (Double.isNaN(most) || isOfCampaignsAlone()) {
            boolean isDue =
                    study.scenario().campaigns().stream().anyMatch(one -> one.deadline() != null);
            return isDue ? "campaigns_late" : "campaign_goodput";
        }
        return most == 0 ? "wait_mean_s" : WAIT;
    }

    /** The sentences; none where nothing can be said. */
    List<String> sentences() {
        return told().stream().map(Told::english).toList();
    }

    /** The sentences as data. */
    List<Told> told() {
        List<String> others =
                study.policies().stream().filter(one -> !one.equals(baseline)).toList();
        List<Told> sentences = new ArrayList<>();
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
        if (!areEqual(judged)) {
            others(judged, chosen, sentences);
        }
        sentences.addAll(new Winners(study, chosen.policy(), deciding).sentences());
        if (isCut(chosen.policy())) {
            sentences.add(
                    Told.of(
                            "Some jobs still wait when a run ends, so their waits are known in"
                                    + " part only."));
        }
        return sentences;
    }

    /** A policy and how it compares. */
    private record Judged(String policy, Verdict verdict) {}

    private static boolean areEqual(List<Judged> judged) {
        return judged.stream().allMatch(one -> one.verdict().sure() == Sure.EQUAL);
    }

    private Verdict verdict(String policy, Group group, Metric metric) {
        return new Verdict(metric, study.comparison(policy, group, metric.key()));
    }

    private Told first(List<Judged> judged, Judged chosen) {
        Verdict verdict = chosen.verdict();
        Told phrase = phrase(deciding);
        Told rest = second(chosen.policy());
        if (verdict.sure() == Sure.EQUAL) {
            return areEqual(judged) // and all are named
                    ? Told.of(
                            "{0} and {1} do not differ in the {2}{3}.",
                            list(judged), baseline, phrase, rest)
                    : Told.of("No policy is better than {0} for the {1}.", baseline, phrase);
        }
        if (verdict.sure() == Sure.UNCLEAR) {
            return Told.of(
                    "{0} and {1} differ by less than {2} of runs can tell{3}: {4} {5}{6}.",
                    chosen.policy(),
                    baseline,
                    pairs(verdict),
                    Told.of(verdict.isAheadInEachPair() ? ", though it is ahead in each" : ""),
                    phrase,
                    verdict.amount().signed(),
                    rest);
        }
        return Told.of(
                verdict.isBetter()
                        ? "{0}{1} is better than {2}: {3} {4}{5}{6}"
                        : "{0}{1} is worse than {2}: {3} {4}{5}{6}",
                begin(verdict),
                chosen.policy(),
                baseline,
                phrase,
                size(verdict),
                rest,
                end(verdict));
    }

    private static Told phrase(Metric metric) {
        return Told.of(Metrics.phrase(metric.key()));
    }

    private static Told size(Verdict verdict) {
        Amount amount = verdict.amount();
        Told half = amount.plusMinus();
        return Told.of(
                "{0} {1}{2}",
                amount.size(),
                amount.direction(),
                half == null ? Told.NOTHING : Told.of(" ({0}, 95 %, {1})", half, pairs(verdict)));
    }

    private Told begin(Verdict verdict) {
        boolean isOne = verdict.pairs().difference().count() == 1;
        return Told.of(isOne && !isDrawn() ? "On these jobs " : "");
    }

    /** How far to trust it, where there is no interval. */
    private Told end(Verdict verdict) {
        return Told.of(endWords(verdict));
    }

    private String endWords(Verdict verdict) {
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

    private static Told pairs(Verdict verdict) {
        int count = verdict.pairs().difference().count();
        return count == 1 ? Told.of("one pair") : Told.of("{0} pairs", "" + count);
    }

    /** What the second metric says of the same policy, behind a semicolon; or nothing. */
    private Told second(String policy) {
        Verdict verdict = verdict(policy, Group.ALL, second);
        Told phrase = phrase(second);
        return switch (verdict.sure()) {
            case NOTHING -> Told.NOTHING;
            case EQUAL -> Told.of("; {0} is the same", phrase);
            case CLEAR -> Told.of("; {0} {1}", phrase, verdict.words());
            case UNCLEAR ->
                    Told.of(
                            "; {0} differs by less than can be told ({1})",
                            phrase, verdict.amount().signed());
        };
    }

    /** What there is to say of the other policies. */
    private void others(List<Judged> judged, Judged chosen, List<Told> sentences) {
        List<Judged> rest = judged.stream().filter(one -> one != chosen).toList();
        List<Judged> better = rest.stream().filter(one -> one.verdict().isBetter()).toList();
        List<Judged> worse = rest.stream().filter(one -> one.verdict().isWorse()).toList();
        List<Judged> unclear =
                rest.stream().filter(one -> !better.contains(one) && !worse.contains(one)).toList();
        List<Told> parts = new ArrayList<>();
        add(parts, better, chosen.verdict().isBetter() ? "{0} better too" : "{0} better");
        add(parts, worse, chosen.verdict().isWorse() ? "{0} worse still" : "{0} worse");
        if (!rest.isEmpty()) {
            add(parts, unclear, "{0}: no difference that can be told");
        }
        if (!parts.isEmpty()) {
            sentences.add(
                    Told.of("Of the others, by the same measure: {0}.", Told.list("; ", parts)));
        }
    }

    private static void add(List<Told> parts, List<Judged> judged, String form) {
        if (!judged.isEmpty()) {
            parts.add(Told.of(form, list(judged)));
        }
    }

    /** {@code a (5.4 h shorter)}, as many as there are; only names where many. */
    private static Told list(List<Judged> judged) {
        List<String> names = judged.stream().map(Judged::policy).toList();
        return names.size() > 6
                ? Told.of(
                        "{0} and {1} more",
                        Told.list(", ", names.subList(0, 5)), "" + (names.size() - 5))
                : Told.list(", ", names);
    }

    private boolean isCut(String policy) {
        return study.spread(policy, Group.ALL, deciding.key()).atLeast()
                || study.spread(baseline, Group.ALL, deciding.key()).atLeast();
    }

    /** Whether nobody submits jobs beside campaigns. */
    private boolean isOfCampaignsAlone() {
        return study.scenario().workload().streams().isEmpty();
    }

    /** What there is to say where there is one policy only. */
    private void alone(List<Told> sentences) {
        List<Told> parts = new ArrayList<>();
        if (isOfCampaignsAlone()) {
            campaigns(parts);
        }
        List<Metric> told = isOfCampaignsAlone() ? List.of() : List.of(deciding, second);
        for (Metric metric : told) {
            Spread spread = study.spread(baseline, Group.ALL, metric.key());
            if (spread.count() > 0) {
                parts.add(Told.of("{0} {1}", phrase(metric), value(metric, spread)));
            }
        }
        if (!parts.isEmpty()) {
            sentences.add(Told.of("Under {0}: {1}.", baseline, Told.list("; ", parts)));
        }
    }

    /** When campaigns are done, the first few of them. */
    private void campaigns(List<Told> parts) {
        List<Group> campaigns = study.groups(Group.Kind.CAMPAIGN);
        for (Group campaign : campaigns.subList(0, Math.min(CAMPAIGNS, campaigns.size()))) {
            Spread days =
                    Comparison.of(
                                    study.figures(baseline, campaign, "done_s"),
                                    study.figures(baseline, campaign, "submit_s"))
                            .difference();
            parts.add(
                    days.count() < study.of(baseline).size()
                            ? Told.of("{0} is not done in every run", campaign.name())
                            : Told.of("{0} is done after {1}", campaign.name(), value(DONE, days)));
        }
        if (campaigns.size() > CAMPAIGNS) {
            parts.add(Told.of("{0} more campaigns below", "" + (campaigns.size() - CAMPAIGNS)));
        }
    }

    private static Told value(Metric metric, Spread spread) {
        Scale scale = Scale.of(metric.kind(), spread.mean());
        double half = spread.count() > 2 ? spread.halfWidth() : Double.NaN;
        Entry entry =
                Digits.entry(
                        spread.mean() / scale.factor(),
                        half / scale.factor(),
                        spread.atLeast(),
                        "");
        String form = scale.unit().isEmpty() ? "{0}" : "{0} " + scale.unit();
        Told amount = Told.of(form, entry.plain());
        return Double.isNaN(half)
                ? amount
                : Told.of("{0} (95 %, {1} seeds)", amount, "" + spread.count());
    }
}
