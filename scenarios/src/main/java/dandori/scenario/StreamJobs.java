package dandori.scenario;

import dandori.job.Dependencies;
import dandori.job.Jobs;
import dandori.job.Standing;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A cursor over the jobs of a stream that lie in a span of time. */
final class StreamJobs {

    private final int stream;
    private final Workload workload;
    private final Jobs jobs;
    private final long fromMillis; // of the stream's own clock, included
    private final long toMillis; // not included
    private final long shiftMillis; // what is added
    private final String[] organizationNames; // by the workload's organization + 1
    private final boolean prefixUsers;
    private final StreamRequest request;
    private final int[] placeOfRow; // among the jobs of all streams; -1 if it is not there
    private int next;

    /**
     * The jobs from {@code fromMillis} up to {@code toMillis} of their own clock.
     *
     * @param stream which stream it is
     * @param workload all jobs of the stream
     * @param fromMillis earlier jobs are left out
     * @param toMillis jobs then or later are left out
     * @param shiftMillis what is added to submit times
     * @param organizationOf the organization of a value, empty where the stream does not say
     * @param prefixUsers whether users get their organization's name before their own
     * @param request what all jobs ask for beyond nodes and time
     */
    StreamJobs(
            int stream,
            Workload workload,
            long fromMillis,
            long toMillis,
            long shiftMillis,
            UnaryOperator<String> organizationOf,
            boolean prefixUsers,
            StreamRequest request) {
        this.stream = stream;
        this.workload = workload;
        this.jobs = workload.jobs();
        this.fromMillis = fromMillis;
        this.toMillis = toMillis;
        this.shiftMillis = shiftMillis;
        this.prefixUsers = prefixUsers;
        this.request = request;
        organizationNames = new String[workload.organizations().size() + 1];
        organizationNames[0] = organizationOf.apply("");
        for (int i = 1; i < organizationNames.length; i++) {
            organizationNames[i] = organizationOf.apply(workload.organizations().get(i - 1));
        }
        placeOfRow = new int[workload.dependencies() == null ? 0 : jobs.count()];
        Arrays.fill(placeOfRow, -1);
        skip();
    }

    /** Adds who waits for whom, once all jobs are in. */
    void addDependencies(WorkloadBuilder into) {
        Dependencies its = workload.dependencies();
        if (its != null) {
            its.copyTo(into.dependencies(), placeOfRow);
        }
    }

    /** When the next job is submitted, or {@link Long#MAX_VALUE} after the last. */
    long nextSubmitMillis() {
        return next < jobs.count() ? jobs.submitMillis(next) + shiftMillis : Long.MAX_VALUE;
    }

    /** Which stream it is, from 0. */
    int stream() {
        return stream;
    }

    /** How many units the next job asks for. */
    int nextNodes() {
        return jobs.nodes(next);
    }

    /** Whose the next job is. */
    String nextOrganization() {
        return organizationNames[jobs.organization(next) + 1];
    }

    /** The number of the next job in its trace. */
    long nextId() {
        return jobs.id(next);
    }

    /** Adds the next job under the given number, and goes on. */
    void addNext(WorkloadBuilder into, long id) {
        String organization = nextOrganization();
        int user = jobs.user(next);
        String userName = workload.userName(next);
        into.add(
                id,
                nextSubmitMillis(),
                jobs.nodes(next),
                jobs.walltimeMillis(next),
                workload.runMillis(next),
                into.user(prefixUsers && user >= 0 ? organization + "-" + userName : userName),
                into.organization(organization),
                into.partition(partition()),
                jobs.loggedWaitMillis(next));
        Standing standing = workload.standing();
        if (standing != null) {
            into.standing(standing.arrivalMillis(next) + shiftMillis, standing.runs(next));
        }
        if (placeOfRow.length > 0) {
            placeOfRow[next] = into.count() - 1;
        }
        into.request(
                request.of(
                        jobs.request(next),
                        jobs.nodes(next),
                        jobs.walltimeMillis(next),
                        workload.runMillis(next)));
        if (workload.isEndedByUser(next)) {
            into.endedByUser();
        }
        next++;
        skip();
    }

    private String partition() {
        String named = request.partition();
        int partition = jobs.partition(next);
        return named != null ? named : partition < 0 ? "" : workload.partitions().get(partition);
    }

    private void skip() {
        while (next < jobs.count() && !isWanted(next)) {
            next++;
        }
    }

    private boolean isWanted(int job) {
        long submit = jobs.submitMillis(job);
        return submit >= fromMillis && submit < toMillis;
    }
}
