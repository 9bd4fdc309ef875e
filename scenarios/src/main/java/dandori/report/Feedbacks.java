package dandori.report;

import dandori.experiment.Group;
import dandori.experiment.Study;
import dandori.scenario.Scenario;
import dandori.scenario.TraceStream;
import java.util.List;

/** What users who wait for their jobs make of a comparison: policies do not meet equal jobs. */
final class Feedbacks {

    private Feedbacks() {}

    /** Whether users of a stream wait for their jobs. */
    static boolean isIn(Scenario scenario) {
        return scenario.workload().streams().stream()
                .anyMatch(
                        stream -> stream instanceof TraceStream trace && trace.feedback() != null);
    }

    /** How many jobs came under each policy. */
    static String sentence(Study study) {
        List<String> jobs =
                study.policies().stream()
                        .map(policy ->
                                Digits.plain(study.spread(policy, Group.ALL, "jobs").mean(), 0)
                                        + " ("
                                        + policy
                                        + ")")
                        .toList();
        return "With feedback users submit when their jobs have left: how many jobs come is a"
                + " result, and waits under two policies are not those of the same jobs. Jobs"
                + " submitted a run: "
                + String.join(", ", jobs)
                + ".";
    }
}
