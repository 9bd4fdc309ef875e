package dandori.scenario.key;

import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.preemption.QosTable;
import java.util.Arrays;

/** The sections of qualities of service. */
public final class QosSections {

    /** The key of a policy behind which they stand. */
    static final Key KEY =
            Key.of(
                    "qos",
                    Kind.SECTIONS,
                    "Qualities of service, by name, for `preemption: qos`, `limits.qos`,"
                            + " `factors.qos` and `nice.qos`. `"
                            + QosTable.DEFAULT
                            + "` is that of jobs that are named nowhere; left out, it has priority"
                            + " 0, takes nothing and makes way for nobody.");

    /** One quality of service. */
    public static final Section QOS =
            Section.of(
                    "policies.NAME.qos.NAME",
                    "A class of jobs: what it may take, how it makes way, and whose jobs are of"
                            + " it. A job is of the class of its user, if that is named, else of"
                            + " its partition's, else of its organization's. Without"
                            + " `preemption: qos` it is a name, and only says whose jobs are of it.",
                    Key.of(
                                    "priority",
                                    Kind.COUNT,
                                    "Its jobs stand in the queue before all of smaller priority,"
                                            + " before any order; where there are resource groups,"
                                            + " behind the tiers of those.")
                            .or("0")
                            .atLeast(-Preemption.MOST_TIERS)
                            .atMost(Preemption.MOST_TIERS),
                    Key.of(
                            "preempts",
                            Kind.NAMES,
                            "Whose running jobs make way where one of its own is the first of the"
                                    + " queue and does not fit; of smaller priority."),
                    Key.of(
                                    "yields",
                                    Kind.FLAG,
                                    "Whether its running jobs make way for all of larger priority,"
                                            + " as spot work does.")
                            .or("false"),
                    Key.of(
                                    "mode",
                                    Kind.CHOICE,
                                    "What becomes of its jobs that make way. `kill`: they end."
                                            + " The others go back to the queue, with the time of"
                                            + " their submission: `requeue` to begin anew,"
                                            + " `checkpoint-requeue` to go on from the last"
                                            + " checkpoint, `suspend` to go on where they were,"
                                            + " with what is left of their time limit.")
                            .or(PreemptMode.REQUEUE.text())
                            .words(
                                    Arrays.stream(PreemptMode.values())
                                            .map(PreemptMode::text)
                                            .toArray(String[]::new)),
                    Key.of(
                                    "exempt",
                                    Kind.DURATION,
                                    "For how long from each start its jobs need not make way"
                                            + " (Slurm's `PreemptExemptTime`).")
                            .or("0s"),
                    Key.of(
                            "checkpointEvery",
                            Kind.DURATION,
                            "With `mode: checkpoint-requeue`: how often its jobs write a"
                                    + " checkpoint, at no cost. Left out: when they have to make"
                                    + " way, so that nothing is lost."),
                    Key.of(
                                    "restart",
                                    Kind.DURATION,
                                    "How long its jobs need to go on with what they have kept;"
                                            + " counts towards the time limit, and as lost.")
                            .or("0s"),
                    Key.of("organizations", Kind.NAMES, "Organizations whose jobs are of it."),
                    Key.of("users", Kind.NAMES, "Users whose jobs are of it."),
                    Key.of(
                            "partitions",
                            Kind.NAMES,
                            "Partitions, or resource groups, whose jobs are of it."));

    private QosSections() {}
}
