package dandori.trace.philly;

import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.TraceFormat;
import dandori.trace.TraceInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code cluster_job_log} of Philly (2017): a list of jobs in JSON, each with its attempts to run.
 *
 * <p>Jeon, Venkataraman, Phanishayee et al., "Analysis of Large-Scale Multi-Tenant GPU Clusters for
 * DNN Training Workloads", USENIX ATC 2019; {@code github.com/msr-fiddle/philly-traces}.
 */
public final class PhillyJobs implements TraceFormat {

    /** For {@link java.util.ServiceLoader}. */
    public PhillyJobs() {}

    @Override
    public String name() {
        return "philly-jobs";
    }

    @Override
    public String title() {
        return "Philly, Microsoft's log of jobs in JSON";
    }

    @Override
    public boolean recognizes(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.stripLeading().startsWith("[")
                && text.contains("\"vc\"")
                && text.contains("\"jobid\"")
                && text.contains("\"attempts\"");
    }

    @Override
    public JobLog open(TraceInput input, Findings findings) throws IOException {
        return new PhillyLog(input, findings);
    }
}
