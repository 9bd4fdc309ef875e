package dandori.experiment;

import dandori.job.Workload;
import dandori.metric.Window;
import dandori.scenario.RunPlan;
import dandori.scenario.Scenario;
import dandori.scenario.SeedWorkload;
import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which span of a run is measured: from the warm-up's end to that of the run. Where it has no
 * length, to the last submission or, if later, to when the campaigns would be done if nothing
 * failed and nobody waited.
 *
 * @param scenario the scenario
 * @param jobs the jobs and campaigns of the run
 * @param warmUpMillis when the warm-up ends
 */
record RunWindow(Scenario scenario, SeedWorkload jobs, long warmUpMillis) {

    /** The span; null where the run finds it itself: all submissions. */
    @Nullable Window window() {
        RunPlan plan = scenario.run();
        Long lengthMillis = plan.lengthMillis();
        if (lengthMillis != null) {
            return new Window(warmUpMillis, lengthMillis);
        }
        boolean isPlain = jobs.campaigns().isEmpty();
        if (warmUpMillis == 0 && isPlain) {
            return null;
        }
        Window whole = isPlain ? Window.ofSubmissions(jobs.workload().jobs()) : withCampaigns();
        if (warmUpMillis >= whole.toMillis()) {
            throw new ScenarioException(
                    scenario.name(),
                    List.of(
                            new Issue(
                                    "run.warmUp",
                                    0,
                                    "is longer than jobs come.",
                                    "a shorter one.")));
        }
        return new Window(Math.max(warmUpMillis, whole.fromMillis()), whole.toMillis());
    }

    private Window withCampaigns() {
        Workload workload = jobs.workload();
        long from = Long.MAX_VALUE;
        long to = 0;
        if (workload.count() > 0) {
            Window submissions = Window.ofSubmissions(workload.jobs());
            from = submissions.fromMillis();
            to = submissions.toMillis();
        }
        for (CampaignDemand one : CampaignDemand.of(jobs.campaigns())) {
            from = Math.min(from, one.fromMillis());
            to = Math.max(to, one.toMillis());
        }
        return new Window(from, to);
    }
}
