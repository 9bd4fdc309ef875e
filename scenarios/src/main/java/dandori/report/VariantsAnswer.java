package dandori.report;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Group;
import dandori.experiment.Study;
import java.util.ArrayList;
import java.util.List;

/**
 * In how many variants a policy is better than the one with which it is compared, by the metric
 * that decides: the first of {@code report.metrics}, else the wait that 95 % do not exceed.
 *
 * @param result the experiment
 */
record VariantsAnswer(ExperimentResult result) {

    /** A sentence on each policy; none without another to compare with. */
    List<String> sentences() {
        Study first = result.first();
        String baseline = first.scenario().report().compareTo();
        Metric metric = metric(first);
        List<String> sentences = new ArrayList<>();
        for (String policy : first.policies()) {
            if (!policy.equals(baseline)) {
                sentences.add(sentence(policy, baseline, metric));
            }
        }
        return sentences;
    }

    private static Metric metric(Study study) {
        List<String> chosen = study.scenario().report().metrics();
        return Metrics.of(chosen.isEmpty() ? Metric.WAIT_P95.key() : chosen.get(0));
    }

    private String sentence(String policy, String baseline, Metric metric) {
        int better = 0;
        int worse = 0;
        for (Study study : result.studies()) {
            Verdict verdict =
                    new Verdict(metric, study.comparison(policy, Group.ALL, metric.key()));
            better += verdict.isBetter() ? 1 : 0;
            worse += verdict.isWorse() ? 1 : 0;
        }
        int all = result.studies().size();
        String words =
                "By %s, %s is better than %s in %s of %d variants"
                        .formatted(
                                Metrics.phrase(metric.key()),
                                policy,
                                baseline,
                                better == 0 ? "none" : String.valueOf(better),
                                all);
        String rest = worse == 0 ? "" : ", worse in %d".formatted(worse);
        int open = all - better - worse;
        return words
                + rest
                + (open == 0 ? "." : "; in %d no difference can be told.".formatted(open));
    }
}
