package dandori.job;

import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Jobs in order of submission, with the truth about their run times and the names behind their
 * numbers.
 *
 * <p>Immutable, and safe to share between runs and threads: a run keeps its own state. About 50
 * bytes a job. Built by {@link #of(String, List)} or, row by row, by {@link WorkloadBuilder}.
 */
public final class Workload {

    private final String name;
    private final JobTable jobs;
    private final long[] runMillis; // ≥ 0
    private final @Nullable BitSet endedByUser; // rows; null: there are none; never changed
    private final int @Nullable []
            inputOrder; // rows in the order of the input; null: rows are in that order
    private final List<String> users;
    private final List<String> organizations;
    private final List<String> partitions;
    private final @Nullable ZonedDateTime origin;
    private final @Nullable Dependencies dependencies; // null: there are none
    private final @Nullable Standing standing; // null: nobody is there when a run begins

    Workload(
            String name,
            JobTable jobs,
            long[] runMillis,
            @Nullable BitSet endedByUser,
            int @Nullable [] inputOrder,
            List<String> users,
            List<String> organizations,
            List<String> partitions,
            @Nullable ZonedDateTime origin,
            @Nullable Dependencies dependencies,
            @Nullable Standing standing) {
        this.name = name;
        this.jobs = jobs;
        this.runMillis = runMillis;
        this.endedByUser = endedByUser;
        this.inputOrder = inputOrder;
        this.users = List.copyOf(users);
        this.organizations = List.copyOf(organizations);
        this.partitions = List.copyOf(partitions);
        this.origin = origin;
        this.dependencies = dependencies;
        this.standing = standing;
    }

    /** A workload of the given jobs, sorted by submit time (stably). */
    public static Workload of(String name, List<Job> jobs) {
        WorkloadBuilder builder = new WorkloadBuilder(name);
        for (Job job : jobs) {
            builder.add(job);
        }
        return builder.build();
    }

    /** What it is called, for titles and results. */
    public String name() {
        return name;
    }

    /** What policies may know of the jobs. */
    public Jobs jobs() {
        return jobs;
    }

    /** How many jobs there are. */
    public int count() {
        return jobs.count();
    }

    /**
     * How long the job would run if nothing stopped it, in milliseconds: the truth, which no policy
     * sees.
     */
    public long runMillis(int job) {
        return runMillis[job];
    }

    /**
     * Whether it is its user who ends the job at its run time, if it is not killed before: it then
     * counts as cancelled. No policy sees that either.
     */
    public boolean isEndedByUser(int job) {
        return endedByUser != null && endedByUser.get(job);
    }

    /** Whether the log's own waits were kept. */
    public boolean hasLoggedWaits() {
        return jobs.hasLoggedWaits();
    }

    /**
     * The row that stood at the given place among the rows of the input, before they were sorted.
     */
    public int rowOfInput(int place) {
        return inputOrder == null ? place : inputOrder[place];
    }

    /** The names of users, by {@link Jobs#user}. */
    public List<String> users() {
        return users;
    }

    /** The names of organizations, by {@link Jobs#organization}. */
    public List<String> organizations() {
        return organizations;
    }

    /** The names of partitions, by {@link Jobs#partition}. */
    public List<String> partitions() {
        return partitions;
    }

    /** The name of a job's user; empty if it is not known. */
    public String userName(int job) {
        return name(users, jobs.user(job));
    }

    /** The name of a job's organization; empty if it is not known. */
    public String organizationName(int job) {
        return name(organizations, jobs.organization(job));
    }

    /** The name of a job's partition; empty if it is not known. */
    public String partitionName(int job) {
        return name(partitions, jobs.partition(job));
    }

    private static String name(List<String> names, int index) {
        return index < 0 ? "" : names.get(index);
    }

    /** The date of time 0, or null if the input does not say. */
    public @Nullable ZonedDateTime origin() {
        return origin;
    }

    /** Which jobs wait for which, or null if none do. */
    public @Nullable Dependencies dependencies() {
        return dependencies;
    }

    /** Who is there when a run begins, or null if nobody is. */
    public @Nullable Standing standing() {
        return standing;
    }

    /** The jobs in the order in which they come, for one run. */
    public JobSource source() {
        JobSource plain = new Cursor(this);
        JobSource linked =
                dependencies == null && standing == null
                        ? plain
                        : new LinkedSource(this, plain, dependencies, standing);
        return jobs.hasElastic() ? new ResizedSource(this, linked) : linked;
    }

    /**
     * The same jobs with every time limit raised to the run time where that is longer, as most
     * published trace studies have it; this workload itself if no limit is too short.
     */
    public Workload withWalltimesRaisedToRunTimes() {
        long[] raised = new long[count()];
        boolean changed = false;
        for (int job = 0; job < raised.length; job++) {
            raised[job] = Math.max(jobs.walltimeMillis(job), runMillis[job]);
            changed |= raised[job] != jobs.walltimeMillis(job);
        }
        return changed ? withJobs(jobs.withWalltimeMillis(raised)) : this;
    }

    /**
     * The same jobs with other time limits. Cost: O(n), and eight bytes a job.
     *
     * @param walltimeMillisOf the time limit of a job, by its row; at least 0; asked once a job
     */
    public Workload withWalltimes(IntToLongFunction walltimeMillisOf) {
        long[] other = new long[count()];
        for (int job = 0; job < other.length; job++) {
            other[job] = walltimeMillisOf.applyAsLong(job);
            if (other[job] < 0) {
                throw new IllegalArgumentException(
                        "The time limit of job %d must be at least 0, but is %d ms."
                                .formatted(jobs.id(job), other[job]));
            }
        }
        return withJobs(jobs.withWalltimeMillis(other));
    }

    /**
     * The same jobs, which ask for other things beyond nodes and time. Cost: O(n), and a reference
     * a job.
     *
     * @param requestOf what a job asks for, by its row; asked once a job
     */
    public Workload withRequests(IntFunction<Request> requestOf) {
        Request[] requests = new Request[count()];
        for (int job = 0; job < requests.length; job++) {
            requests[job] = requestOf.apply(job);
        }
        return withJobs(jobs.withRequests(requests));
    }

    /**
     * The same jobs, of which more wait for others.
     *
     * @param more adds who waits for whom, by rows
     */
    public Workload withDependencies(Consumer<Dependencies.Builder> more) {
        Dependencies.Builder all = new Dependencies.Builder();
        if (dependencies != null) {
            dependencies.copyTo(all, IntStream.range(0, count()).toArray());
        }
        more.accept(all);
        return with(jobs, all.build(count(), null));
    }

    private Workload withJobs(JobTable other) {
        return with(other, dependencies);
    }

    private Workload with(JobTable other, @Nullable Dependencies links) {
        return new Workload(
                name,
                other,
                runMillis,
                endedByUser,
                inputOrder,
                users,
                organizations,
                partitions,
                origin,
                links,
                standing);
    }

    @Override
    public String toString() {
        return name + " (" + count() + " jobs)";
    }

    private static final class Cursor implements JobSource {

        private final Workload workload;
        private int next;
        private long nextSubmitMillis; // asked for several times an instant

        Cursor(Workload workload) {
            this.workload = workload;
            nextSubmitMillis = submitMillis(0);
        }

        @Override
        public boolean staysWithinWalltimes() {
            for (int job = 0; job < workload.count(); job++) {
                if (workload.runMillis(job) > workload.jobs.walltimeMillis(job)) {
                    return false;
                }
            }
            return true;
        }

        private long submitMillis(int job) {
            return job < workload.count() ? workload.jobs.submitMillis(job) : Long.MAX_VALUE;
        }

        @Override
        public List<String> users() {
            return workload.users();
        }

        @Override
        public List<String> organizations() {
            return workload.organizations();
        }

        @Override
        public List<String> partitions() {
            return workload.partitions();
        }

        @Override
        public boolean knowsAll() {
            return true;
        }

        @Override
        public Jobs jobs() {
            return workload.jobs;
        }

        @Override
        public long runMillis(int job) {
            return workload.runMillis[job];
        }

        @Override
        public boolean isEndedByUser(int job) {
            return workload.isEndedByUser(job);
        }

        @Override
        public long nextSubmitMillis() {
            return nextSubmitMillis;
        }

        @Override
        public int next() {
            int job = next++;
            nextSubmitMillis = submitMillis(next);
            return job;
        }
    }
}
