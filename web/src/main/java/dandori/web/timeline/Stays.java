package dandori.web.timeline;

import java.io.IOException;

/** Reads the stays of jobs that ran several times, in the order of the jobs. */
final class Stays {

    private final GrowingJobs jobs;
    private final Table lines;
    private final int id;
    private final int start;
    private final int end;
    private final int nodes;
    private final int state;
    private final int set;
    private boolean isThere; // a line that waits for its job

    Stays(GrowingJobs jobs, Table lines) throws IOException {
        this.jobs = jobs;
        this.lines = lines;
        id = lines.needed("job_id");
        start = lines.needed("start_s");
        end = lines.needed("end_s");
        nodes = lines.needed("nodes");
        state = lines.needed("end_state");
        set = lines.column("node_set");
        isThere = lines.next();
    }

    /** Puts the stays of the job that was added last in place of its single one. */
    void add(long job) throws IOException {
        for (int number = 0; isThere && lines.whole(id) == job; number++) {
            long units = lines.whole(nodes);
            if (units < 0 || units > Integer.MAX_VALUE) {
                throw lines.wrong(nodes);
            }
            long startMillis = lines.millis(start);
            State ended = State.of(lines, state);
            boolean isOpen = lines.isEmpty(end) || ended == State.RUNNING;
            Long endMillis = isOpen ? null : (Long) lines.millis(end);
            if (!lines.isEmpty(end)) {
                jobs.see(lines.millis(end));
            }
            int nodeSet = jobs.sets().of(lines, set);
            jobs.stay(number, (int) units, ended);
            jobs.ran(startMillis, endMillis, nodeSet);
            jobs.named(jobs.sets().highest());
            isThere = lines.next();
        }
    }

    /** What to tell if a stay was left that no job took; empty if none was. */
    String rest() {
        return isThere
                ? "segments.csv.gz: stays from job %s on belong to no line of jobs.csv.gz."
                        .formatted(lines.text(id))
                : "";
    }
}
