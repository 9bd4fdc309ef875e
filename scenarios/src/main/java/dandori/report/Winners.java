package dandori.report;

import dandori.experiment.Group;
import dandori.experiment.Study;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which organization gains most and which loses most under a policy, by the metric that decides
 * where organizations have it, else by their mean wait.
 *
 * @param study the study
 * @param policy the policy, compared with that of {@code report.compareTo}
 * @param deciding the metric that decides
 */
record Winners(Study study, String policy, Metric deciding) {

    private record Its(String organization, Verdict verdict) {}

    /** One sentence; none where there are fewer than two organizations. */
    List<Told> sentences() {
        List<Group> organizations = study.groups(Group.Kind.ORGANIZATION);
        if (organizations.size() < 2) {
            return List.of();
        }
        boolean isKnown = study.figureNames(organizations.get(0)).contains(deciding.key());
        Metric metric = isKnown ? deciding : Metrics.of("wait_mean_s");
        List<Its> sorted =
                organizations.stream()
                        .map(group ->
                                new Its(
                                        group.name(),
                                        new Verdict(
                                                metric,
                                                study.comparison(policy, group, metric.key()))))
                        .filter(one -> Double.isFinite(one.verdict.gain()))
                        .sorted(Comparator.comparingDouble(one -> -one.verdict.gain()))
                        .toList();
        List<Its> gain = sorted.stream().filter(one -> one.verdict.isBetter()).toList();
        List<Its> lose = sorted.stream().filter(one -> one.verdict.isWorse()).toList();
        Told phrase = Told.of(Metrics.phrase(metric.key()));
        if (gain.isEmpty() && lose.isEmpty()) {
            return List.of(
                    Told.of(
                            "No organization gains or loses so much in the {0} that it can be"
                                    + " told.",
                            phrase));
        }
        List<Told> parts = new ArrayList<>();
        if (!gain.isEmpty()) {
            Its most = gain.get(0);
            parts.add(
                    Told.of(
                            "{0} gains most: {1} {2}",
                            most.organization, phrase, most.verdict.words()));
        }
        if (lose.isEmpty()) {
            parts.add(Told.of("none loses so much that it can be told"));
        } else {
            Its most = lose.get(lose.size() - 1);
            parts.add(
                    gain.isEmpty()
                            ? Told.of(
                                    "{0} loses most: {1} {2}",
                                    most.organization, phrase, most.verdict.words())
                            : Told.of(
                                    "{0} loses most: {1}",
                                    most.organization, most.verdict.words()));
        }
        if (gain.isEmpty()) {
            parts.add(Told.of("none gains so much that it can be told"));
        }
        return List.of(Told.of("Of the organizations, {0}.", Told.list("; ", parts)));
    }
}
