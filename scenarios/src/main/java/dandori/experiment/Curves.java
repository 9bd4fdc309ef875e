package dandori.experiment;

import dandori.engine.Durations;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.metric.JobLog;
import dandori.metric.Window;
import dandori.sim.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * What figures of a study are drawn from: lists of numbers of a run, in so few classes that those
 * of many runs can be kept and added up.
 *
 * <p>Of each machine or pool {@link #BUSY} and {@link #BACKLOG}, means over equal parts of the
 * window; of all jobs {@link #STARTED_WITHIN}, {@link #CLASS_JOBS} and {@link #CLASS_SLOWDOWN}.
 * Cost: O(jobs + parts).
 */
public final class Curves {

    /** Nodes that were busy, in each part of the window. */
    public static final String BUSY = "nodes_busy";

    /** Node hours that waited, in each part of the window: nodes · time limit of the queue. */
    public static final String BACKLOG = "backlog_node_hours";

    /** How many jobs submitted in the window started within each of {@link #waitBoundsSeconds}. */
    public static final String STARTED_WITHIN = "started_within_jobs";

    /**
     * How many jobs submitted in the window have ended, by class of nodes (in rows) and {@link
     * #runTimeClass} (in columns), row after row.
     */
    public static final String CLASS_JOBS = "class_jobs";

    /** The sum of their bounded slowdowns, in the same order. */
    public static final String CLASS_SLOWDOWN = "class_slowdown_sum";

    private static final long BOUND_MILLIS = 10_000; // of the bounded slowdown
    private static final int[] WAIT_BOUNDS = {
        0, 1, 2, 5, 10, 20, 30, 60, 120, 180, 300, 600, 900, 1_200, 1_800, 2_700, 3_600, 5_400,
        7_200, 10_800, 14_400, 21_600, 28_800, 43_200, 64_800, 86_400, 129_600, 172_800, 259_200,
        345_600, 432_000, 604_800, 864_000, 1_209_600, 1_814_400, 2_592_000, 3_888_000, 5_184_000,
        7_776_000, 15_552_000, 31_536_000
    };
    private static final int[] RUN_BOUNDS = {60, 600, 3_600, 6 * 3_600, 86_400};
    private static final List<String> RUN_NAMES =
            List.of("≤ 1 min", "≤ 10 min", "≤ 1 h", "≤ 6 h", "≤ 1 d", "> 1 d");

    private final Outcome outcome;
    private final NodesClasses classes;
    private final Map<Group, Map<String, List<Double>>> curves = new LinkedHashMap<>();

    private Curves(Outcome outcome, NodesClasses classes) {
        this.outcome = outcome;
        this.classes = classes;
    }

    /** Those of a run. */
    static Map<Group, Map<String, List<Double>>> of(Outcome outcome, NodesClasses classes) {
        Curves curves = new Curves(outcome, classes);
        curves.machines();
        curves.jobs();
        return curves.curves;
    }

    /** How many jobs waited, on average, in equal parts of the window. */
    static List<Double> queue(Outcome outcome) {
        return list(queue(outcome, Measurement.QUEUE_PARTS));
    }

    /** The same in as many parts as are asked for. */
    static double[] queue(Outcome outcome, int parts) {
        JobLog log = outcome.log();
        JobSpans spans = new JobSpans(log);
        PartAverages queue = new PartAverages(outcome.window(), parts);
        for (int job = 0; job < log.jobs().count(); job++) {
            spans.waits(job, (from, to, nodes) -> queue.add(from, to, 1));
        }
        return queue.averages();
    }

    /** The waits at which it is counted who has started, in seconds, from 0 to a year. */
    public static List<Integer> waitBoundsSeconds() {
        return Arrays.stream(WAIT_BOUNDS).boxed().toList();
    }

    /** The names of the classes of run times, from the shortest. */
    public static List<String> runTimeClasses() {
        return RUN_NAMES;
    }

    /** The class of a run time, an index of {@link #runTimeClasses}. */
    static int runTimeClass(long millis) {
        return below(RUN_BOUNDS, millis);
    }

    /** How many bounds, in seconds, are below a time. */
    private static int below(int[] bounds, long millis) {
        int count = 0;
        while (count < bounds.length && bounds[count] * 1000L < millis) {
            count++;
        }
        return count;
    }

    private void machines() {
        JobLog log = outcome.log();
        Window window = outcome.window();
        JobSpans spans = new JobSpans(log);
        List<PartAverages> busy = new ArrayList<>();
        List<PartAverages> backlog = new ArrayList<>();
        outcome.pools().forEach(pool -> {
            busy.add(new PartAverages(window, Measurement.QUEUE_PARTS));
            backlog.add(new PartAverages(window, Measurement.QUEUE_PARTS));
        });
        for (int job = 0; job < log.jobs().count(); job++) {
            if (spans.counts(job)) {
                double hours = log.jobs().walltimeMillis(job) / (double) Durations.HOUR_MILLIS;
                PartAverages its = backlog.get(log.pool(job));
                spans.waits(job, (from, to, nodes) -> its.add(from, to, nodes * hours));
                spans.stays(job, busy.get(log.pool(job))::add);
            }
        }
        for (int i = 0; i < busy.size(); i++) {
            Map<String, List<Double>> its = new LinkedHashMap<>();
            its.put(BUSY, list(busy.get(i).averages()));
            its.put(BACKLOG, list(backlog.get(i).averages()));
            curves.put(Group.ofPool(outcome.pools().get(i)), its);
        }
    }

    private void jobs() {
        JobLog log = outcome.log();
        Jobs jobs = log.jobs();
        JobSpans spans = new JobSpans(log);
        double[] started = new double[WAIT_BOUNDS.length];
        double[] ended = new double[classes.count() * RUN_NAMES.size()];
        double[] slowdowns = new double[ended.length];
        for (int job = 0; job < jobs.count(); job++) {
            if (!spans.counts(job) || !outcome.window().contains(jobs.submitMillis(job))) {
                continue;
            }
            boolean isWaiting = log.state(job) == JobState.WAITING;
            int bound = below(WAIT_BOUNDS, log.waitMillis(job));
            if (!isWaiting && bound < started.length) {
                started[bound]++;
            }
            int size = classes.classOf(jobs.nodes(job));
            if (log.hasEnded(job) && size >= 0) {
                long ran = log.executedMillis(job);
                int its = size * RUN_NAMES.size() + runTimeClass(ran);
                ended[its]++;
                double bounded = Math.max(ran, BOUND_MILLIS);
                slowdowns[its] += Math.max(1, (log.waitMillis(job) + ran) / bounded);
            }
        }
        for (int i = 1; i < started.length; i++) {
            started[i] += started[i - 1];
        }
        Map<String, List<Double>> all = new LinkedHashMap<>();
        all.put(STARTED_WITHIN, list(started));
        all.put(CLASS_JOBS, list(ended));
        all.put(CLASS_SLOWDOWN, list(slowdowns));
        curves.put(Group.ALL, all);
    }

    private static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
