package dandori.cli;

import dandori.job.Communication;
import dandori.job.Request;
import dandori.job.Workload;
import dandori.network.Fidelity;
import dandori.policy.Policy;
import dandori.scenario.CommunicationRule;
import dandori.sim.Checking;
import dandori.sim.Conventions;
import dandori.sim.Overrun;
import org.jspecify.annotations.Nullable;

/**
 * Under which rules a replay runs.
 *
 * @param policy the policy
 * @param order the order's name
 * @param placement the placement's name
 * @param network what the network does to jobs that communicate
 * @param communication what all jobs send; null where nothing is known of that
 * @param conventions what happens first at one instant
 * @param overrun what becomes of jobs that run past their walltime
 * @param checking how much the run checks itself
 * @param explains whether it is written down why each job waited
 * @param seed the seed
 */
record ReplayRules(
        Policy policy,
        String order,
        String placement,
        Fidelity network,
        @Nullable CommunicationRule communication,
        Conventions conventions,
        Overrun overrun,
        Checking checking,
        boolean explains,
        long seed) {

    /** The jobs with what they send. */
    Workload told(Workload workload) {
        CommunicationRule rule = communication;
        if (rule == null) {
            return workload;
        }
        return workload.withRequests(job -> {
            Communication its = rule.of(workload.jobs().nodes(job), workload.runMillis(job));
            return its == null ? Request.PLAIN : new Request(null, its, 0);
        });
    }
}
