package dandori.trace;

import dandori.engine.Durations;
import dandori.job.Jobs;
import dandori.job.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A trace in figures: its machine, how long it lasts, how much work it holds, and how that is
 * spread.
 *
 * @param trace its name
 * @param header what the file says of itself
 * @param counts what sizes count: {@code nodes}, {@code processors} or {@code accelerators}
 * @param machineNodes the machine's size in these; 0 if unknown
 * @param jobs how many jobs
 * @param users how many users; 0 if the trace does not tell them apart
 * @param organizations how many organizations
 * @param partitions how many partitions (or queues)
 * @param firstSubmitMillis when the first job was submitted
 * @param lastSubmitMillis when the last job was submitted
 * @param nodeHours what sizes count × run time of all jobs, in hours
 * @param offeredLoad that work over what the machine can do between first and last submit (1: just
 *     all of it); null if the size is unknown or there is no time between
 * @param distributions the spread of size, run time, estimate, accuracy (run time over estimate),
 *     gap between submits, and the log's own wait where it is known
 * @param busiestUsers up to five users with most node hours, most first
 * @param busiestOrganizations up to five organizations with most node hours, most first
 * @param loggedSchedule the log's own schedule; null if the waits are unknown or were not kept
 * @param report what was odd
 */
public record TraceProfile(
        String trace,
        TraceHeader header,
        String counts,
        int machineNodes,
        int jobs,
        int users,
        int organizations,
        int partitions,
        long firstSubmitMillis,
        long lastSubmitMillis,
        double nodeHours,
        @Nullable Double offeredLoad,
        List<Distribution> distributions,
        List<Contributor> busiestUsers,
        List<Contributor> busiestOrganizations,
        @Nullable LoggedSchedule loggedSchedule,
        ImportReport report) {

    private static final int BUSIEST = 5;

    /** Copies the lists. */
    public TraceProfile {
        distributions = List.copyOf(distributions);
        busiestUsers = List.copyOf(busiestUsers);
        busiestOrganizations = List.copyOf(busiestOrganizations);
    }

    /**
     * The figures of a trace that was read by the given rules, best with {@link
     * ImportRules#keepLoggedWaits}. Cost: O(n log n).
     */
    public static TraceProfile of(ImportedTrace trace, ImportRules rules) {
        Workload workload = trace.workload();
        Jobs all = workload.jobs();
        int count = all.count();
        int given = rules.machineProcessors();
        int perNode = rules.processorsPerNode();
        int machineNodes =
                given == 0 ? trace.machineNodes() : (int) (((long) given + perNode - 1) / perNode);
        long first = all.submitMillis(0);
        long last = all.submitMillis(count - 1);
        double nodeMillis = 0;
        for (int job = 0; job < count; job++) {
            nodeMillis += (double) all.nodes(job) * workload.runMillis(job);
        }
        boolean loadKnown = machineNodes > 0 && last > first;
        return new TraceProfile(
                workload.name(),
                trace.header(),
                trace.unit().plural(),
                machineNodes,
                count,
                workload.users().size(),
                workload.organizations().size(),
                workload.partitions().size(),
                first,
                last,
                nodeMillis / Durations.HOUR_MILLIS,
                loadKnown ? nodeMillis / ((double) machineNodes * (last - first)) : null,
                distributions(trace),
                busiest(workload, workload.users(), all::user, nodeMillis),
                busiest(workload, workload.organizations(), all::organization, nodeMillis),
                LoggedSchedule.of(workload, machineNodes),
                trace.report());
    }

    private static List<Distribution> distributions(ImportedTrace trace) {
        Workload workload = trace.workload();
        Jobs all = workload.jobs();
        int count = all.count();
        double[] sizes = new double[count];
        double[] runs = new double[count];
        double[] estimates = new double[count];
        double[] gaps = new double[count - 1];
        for (int job = 0; job < count; job++) {
            sizes[job] = all.nodes(job);
            runs[job] = workload.runMillis(job) / 1e3;
            estimates[job] = all.walltimeMillis(job) / 1e3;
            if (job > 0) {
                gaps[job - 1] = (all.submitMillis(job) - all.submitMillis(job - 1)) / 1e3;
            }
        }
        List<Distribution> spread = new ArrayList<>();
        add(spread, "size", "", sizes);
        add(spread, "run time", "s", runs);
        if (trace.report().count(Finding.NO_ESTIMATES.key()) == 0) {
            add(spread, "estimate", "s", estimates);
            add(spread, "run ÷ estimate", "%", accuracies(workload));
        }
        add(spread, "between submits", "s", gaps);
        add(spread, "logged wait", "s", waits(workload));
        return spread;
    }

    private static void add(List<Distribution> to, String quantity, String unit, double[] values) {
        if (values.length > 0) {
            to.add(Distribution.of(quantity, unit, values));
        }
    }

    private static double[] accuracies(Workload workload) {
        double[] accuracies = new double[workload.count()];
        int known = 0;
        for (int job = 0; job < accuracies.length; job++) {
            long walltimeMillis = workload.jobs().walltimeMillis(job);
            if (walltimeMillis > 0) {
                accuracies[known++] = 100.0 * workload.runMillis(job) / walltimeMillis;
            }
        }
        return Arrays.copyOf(accuracies, known);
    }

    private static double[] waits(Workload workload) {
        double[] waits = new double[workload.count()];
        int known = 0;
        for (int job = 0; job < waits.length; job++) {
            if (workload.jobs().loggedWaitMillis(job) >= 0) {
                waits[known++] = workload.jobs().loggedWaitMillis(job) / 1e3;
            }
        }
        return Arrays.copyOf(waits, known);
    }

    private static List<Contributor> busiest(
            Workload workload, List<String> names, IntUnaryOperator of, double allNodeMillis) {
        double[] nodeMillis = new double[names.size()];
        int[] jobs = new int[names.size()];
        for (int job = 0; job < workload.count(); job++) {
            int who = of.applyAsInt(job);
            if (who >= 0) {
                nodeMillis[who] += (double) workload.jobs().nodes(job) * workload.runMillis(job);
                jobs[who]++;
            }
        }
        List<Contributor> contributors = new ArrayList<>();
        for (int who = 0; who < jobs.length; who++) {
            double share = allNodeMillis > 0 ? nodeMillis[who] / allNodeMillis : 0;
            contributors.add(
                    new Contributor(
                            names.get(who),
                            jobs[who],
                            nodeMillis[who] / Durations.HOUR_MILLIS,
                            share));
        }
        contributors.sort(Comparator.comparingDouble(Contributor::nodeHours).reversed());
        return contributors.subList(0, Math.min(BUSIEST, contributors.size()));
    }
}
