package dandori.scenario;

import dandori.network.Fidelity;
import dandori.sim.Conventions;
import dandori.sim.OnFailure;
import dandori.sim.Overrun;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long, how often, under which conventions.
 *
 * @param lengthMillis jobs come from 0 up to this time; null: as long as the traces do
 * @param warmUpMillis jobs submitted before are not measured; 0 where it is to be found
 * @param seeds one run a policy for each, each once
 * @param certainty what is done so that figures can be trusted
 * @param start the date of time 0; null: the first trace's own
 * @param conventions how simultaneous events and odd jobs are treated
 * @param overrun what becomes of a job that would run beyond its time limit
 * @param network what the network does to jobs that communicate
 * @param onFailure what becomes of an ordinary job whose node fails
 * @param explains whether it is written down why jobs wait
 * @param keep what stays of each simulation
 */
public record RunPlan(
        @Nullable Long lengthMillis,
        long warmUpMillis,
        List<Integer> seeds,
        Certainty certainty,
        @Nullable ZonedDateTime start,
        Conventions conventions,
        Overrun overrun,
        Fidelity network,
        OnFailure onFailure,
        boolean explains,
        Keep keep) {

    /** Keeps the seeds. */
    public RunPlan {
        seeds = List.copyOf(seeds);
    }
}
