package dandori.web.timeline;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of {@code jobs.csv.gz} into jobs, with the stays of {@code segments.csv.gz}, which
 * stand in the same order.
 */
final class JobLines {

    private static final int MOST_MACHINES = Character.MAX_VALUE;

    private final GrowingJobs jobs;
    private final Table lines;
    private final int id;
    private final int organization;
    private final int user;
    private final int machine;
    private final int submit;
    private final int start;
    private final int end;
    private final int nodes;
    private final int runTime;
    private final int state;
    private final int wait;
    private final int set;
    private final @Nullable Stays stays;

    JobLines(GrowingJobs jobs, Table lines, @Nullable Stays stays) throws DamagedTableException {
        this.jobs = jobs;
        this.lines = lines;
        this.stays = stays;
        id = lines.needed("job_id");
        organization = lines.column("organization");
        user = lines.column("user");
        machine = lines.column("machine");
        submit = lines.needed("submit_s");
        start = lines.needed("start_s");
        end = lines.needed("end_s");
        nodes = lines.needed("nodes");
        runTime = lines.column("runtime_s");
        state = lines.needed("state");
        wait = lines.column("wait_s");
        set = lines.column("node_set");
    }

    /** Reads the next job; false if there is none. */
    boolean next() throws IOException {
        if (!lines.next()) {
            return false;
        }
        long number = lines.whole(id);
        long units = lines.whole(nodes);
        long submitMillis = lines.millis(submit);
        boolean hasRun = !lines.isEmpty(start);
        long startMillis = hasRun ? lines.millis(start) : 0;
        Long endMillis = lines.isEmpty(end) ? null : (Long) lines.millis(end);
        int nodeSet = jobs.sets().of(lines, set);
        int on = jobs.machines().of(lines, machine);
        if (units < 0 || units > Integer.MAX_VALUE) {
            throw lines.wrong(nodes);
        }
        if (on > MOST_MACHINES) {
            throw lines.wrong(machine);
        }
        jobs.job(
                number,
                jobs.organizations().of(lines, organization),
                jobs.users().of(lines, user),
                on,
                (int) units,
                State.of(lines, state));
        jobs.waited(submitMillis, waitMillis(hasRun, startMillis - submitMillis));
        if (hasRun) {
            jobs.ran(startMillis, endMillis, nodeSet);
            jobs.named(jobs.sets().highest());
            if (endMillis == null && !lines.isEmpty(runTime)) {
                jobs.see(startMillis + lines.millis(runTime));
            }
            if (stays != null) {
                stays.add(number);
            }
        }
        return true;
    }

    private long waitMillis(boolean hasRun, long untilStart) throws DamagedTableException {
        return !lines.isEmpty(wait) ? lines.millis(wait) : hasRun ? untilStart : 0;
    }
}
