package dandori.story;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Outage;
import dandori.metric.JobLog;
import dandori.reference.CoreRun;
import dandori.reference.Setting;
import dandori.reference.World;
import dandori.sim.Checking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A few words for small stories: {@code on(4, "easy").job("A", 0, 2, 10).log()} is what became of
 * all jobs, in order of start. Times are in seconds.
 */
public final class Play {

    private final int nodes;
    private final Setting setting;
    private final List<String> names = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final List<Outage> outages = new ArrayList<>();

    private Play(int nodes, Setting setting) {
        this.nodes = nodes;
        this.setting = setting;
    }

    /** A machine under a backfill, first come, first served. */
    public static Play on(int nodes, String backfill) {
        return on(nodes, Setting.of("fcfs", backfill));
    }

    /** A machine under a setting. */
    public static Play on(int nodes, Setting setting) {
        return new Play(nodes, setting);
    }

    /** A job that runs as long as it said. */
    public Play job(String name, long submit, int wanted, long run) {
        return job(name, submit, wanted, run, run);
    }

    /** A job with a limit and a run time. Its user is the first letter of its name. */
    public Play job(String name, long submit, int wanted, long limit, long run) {
        long id = names.size();
        names.add(name);
        String user = name.substring(0, 1);
        jobs.add(new Job(id, submit * 1_000, wanted, limit * 1_000, run * 1_000, user, "", ""));
        return this;
    }

    /** Nodes that are known to leave. */
    public Play away(long from, long to, int leaving) {
        outages.add(new Outage(from * 1_000, to * 1_000, leaving));
        return this;
    }

    /** The whole log, such as {@code A 0-10 | C 2-10 | B 10-20}. */
    public String log() {
        World world = new World(nodes, jobs, outages);
        JobLog log = CoreRun.simulation(world, setting).checking(Checking.FULL).run().log();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < jobs.size(); row++) {
            rows.add(row);
        }
        rows.sort(Comparator.comparingLong(log::startMillis));
        return String.join(" | ", rows.stream().map(row -> told(row, log)).toList());
    }

    /** The jobs as a workload. */
    public Workload workload() {
        return Workload.of("story", jobs);
    }

    private String told(int row, JobLog log) {
        String name = names.get((int) log.jobs().id(row));
        if (!log.hasStarted(row)) {
            return name + " " + log.state(row).text();
        }
        return name
                + " %d-%d".formatted(log.startMillis(row) / 1_000, log.endMillis(row) / 1_000)
                + (log.state(row) == JobState.KILLED ? " killed" : "");
    }
}
