package dandori.cli;

import dandori.engine.Durations;
import dandori.job.Cause;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.job.Shape;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.sim.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Why jobs of the window were rejected, in words. */
final class Rejections {

    private Rejections() {}

    /** A line for each cause: how many, why and, where that is not plain, the first of them. */
    static List<String> of(Machine machine, Outcome outcome) {
        JobLog log = outcome.log();
        Jobs jobs = log.jobs();
        Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
        Map<Cause, Integer> firsts = new EnumMap<>(Cause.class);
        for (int job = 0; job < jobs.count(); job++) {
            if (log.state(job) == JobState.REJECTED
                    && outcome.window().contains(jobs.submitMillis(job))) {
                counts.merge(log.cause(job), 1, Integer::sum);
                firsts.putIfAbsent(log.cause(job), job);
            }
        }
        List<String> lines = new ArrayList<>();
        counts.forEach((cause, count) -> {
            String all = count == 1 ? "job" : "jobs";
            String line = String.format(Locale.ROOT, "%,d %s %s", count, all, cause.words());
            int first = firsts.getOrDefault(cause, 0);
            lines.add(
                    cause == Cause.TOO_LARGE
                            ? line
                            : "%s%s job %d (%s)"
                                    .formatted(
                                            line,
                                            count == 1 ? ":" : ", such as",
                                            jobs.id(first),
                                            asked(first, cause, jobs, machine)));
        });
        return lines;
    }

    /** What the job asked for that was not to be had. */
    private static String asked(int job, Cause cause, Jobs jobs, Machine machine) {
        Shape shape = jobs.request(job).shape();
        if (cause == Cause.GROUP_WALLTIME) {
            return Durations.text(jobs.walltimeMillis(job));
        }
        boolean isShape = cause == Cause.NO_ROOM || cause == Cause.GROUP_SHAPE;
        return isShape && shape != null
                ? shape.toString()
                : String.format(Locale.ROOT, "%,d %ss", jobs.nodes(job), machine.unit().text());
    }
}
