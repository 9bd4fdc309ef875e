package dandori.trace.batsim;

import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.TraceFormat;
import dandori.trace.TraceInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Workloads of Batsim in JSON: jobs that name profiles, and profiles that say what jobs do. A job
 * whose profile waits has a run time; how long one computes or communicates only a platform says.
 *
 * <p>Dutot, Mercier, Poquet, Richard, "Batsim: a Realistic Language-Independent Resources and Jobs
 * Management Systems Simulator", JSSPP 2016; Batsim documentation, "Workload".
 *
 * <p>Cost: O(1) a byte; jobs and profiles are kept, since profiles may stand behind the jobs.
 */
public final class Batsim implements TraceFormat {

    /** For {@link java.util.ServiceLoader}. */
    public Batsim() {}

    @Override
    public String name() {
        return "batsim";
    }

    @Override
    public String title() {
        return "a workload of Batsim";
    }

    /** True of a JSON object with one of the keys that only such workloads have. */
    @Override
    public boolean recognizes(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        boolean hasKey =
                text.contains("\"nb_res\"")
                        || text.contains("\"subtime\"")
                        || text.contains("\"profiles\"");
        return text.stripLeading().startsWith("{") && hasKey;
    }

    @Override
    public JobLog open(TraceInput input, Findings findings) throws IOException {
        return new BatsimLog(BatsimDocument.read(input), findings);
    }
}
