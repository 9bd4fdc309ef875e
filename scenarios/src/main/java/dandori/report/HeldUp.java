package dandori.report;

import dandori.experiment.Group;
import dandori.experiment.Study;
import dandori.scenario.campaign.CampaignPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What held a campaign up under a policy, on average over the seeds.
 *
 * <p>Failures count with the work that they lost and the restarts that followed; the restarts of
 * other jobs of the chain stand apart.
 *
 * @param study the study
 * @param policy the policy
 * @param plan the campaign
 */
record HeldUp(Study study, String policy, CampaignPlan plan) {

    private static final int SAID = 2;
    private static final double LEAST_SECONDS = 1_800;

    private record Cause(String words, double seconds) {}

    /** The two that took longest: {@code waiting 11 d, failures 2.1 d (31 restarts)}. */
    String words() {
        List<String> words =
                causes().stream()
                        .filter(cause -> cause.seconds >= LEAST_SECONDS)
                        .sorted(Comparator.comparingDouble(Cause::seconds).reversed())
                        .limit(SAID)
                        .map(cause -> cause.words.formatted(RunDates.span(cause.seconds)))
                        .toList();
        return words.isEmpty() ? "–" : String.join(", ", words);
    }

    private List<Cause> causes() {
        double failures = mean("failures");
        double each = plan.venues().get(0).restartMillis() / 1000.0;
        double restarts = 3_600 * mean("restart_h");
        double afterFailures = Math.min(restarts, failures * each);
        String count = Digits.plain(failures, failures < 9.5 && failures % 1 > 0 ? 1 : 0);
        List<Cause> causes = new ArrayList<>();
        causes.add(new Cause("waiting %s", 3_600 * mean("wait_h")));
        causes.add(
                new Cause(
                        "failures %s (" + count + (failures == 1 ? " restart)" : " restarts)"),
                        3_600 * mean("rework_h") + afterFailures));
        causes.add(new Cause("starts of jobs %s", restarts - afterFailures));
        causes.add(new Cause("checkpoints %s", 3_600 * mean("checkpoint_h")));
        causes.add(new Cause("worse places %s", 3_600 * mean("stalled_h")));
        return causes;
    }

    private double mean(String key) {
        return study.spread(policy, new Group(Group.Kind.CAMPAIGN, plan.name()), key).mean();
    }
}
