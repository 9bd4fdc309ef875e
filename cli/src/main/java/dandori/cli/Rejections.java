package dandori.cli;

import dandori.engine.Durations;
import dandori.job.Cause;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.job.Shape;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.metric.JobReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Why jobs were rejected, in words. */
final class Rejections implements JobReader {

    private final Machine machine;
    private final Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
    private final Map<Cause, First> firsts = new EnumMap<>(Cause.class);

    /** The first of those that were rejected for one reason, in the order of arrival. */
    private record First(long sequence, String text) {}

    Rejections(Machine machine) {
        this.machine = machine;
    }

    @Override
    public void read(int job, JobLog log) {
        if (log.state(job) == JobState.REJECTED) {
            Cause cause = log.cause(job);
            counts.merge(cause, 1, Integer::sum);
            Jobs jobs = log.jobs();
            First first = firsts.get(cause);
            if (first == null || jobs.sequence(job) < first.sequence()) {
                String text = "job %d (%s)".formatted(jobs.id(job), asked(job, cause, jobs));
                firsts.put(cause, new First(jobs.sequence(job), text));
            }
        }
    }

    /** A line for each cause: how many, why and, where that is not plain, the first of them. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        counts.forEach((cause, count) -> {
            String all = count == 1 ? "job" : "jobs";
            String line = String.format(Locale.ROOT, "%,d %s %s", count, all, cause.words());
            String example =
                    (count == 1 ? ": " : ", such as ")
                            + Objects.requireNonNull(firsts.get(cause)).text();
            lines.add(cause == Cause.TOO_LARGE ? line : line + example);
        });
        return lines;
    }

    /** What the job asked for that was not to be had. */
    private String asked(int job, Cause cause, Jobs jobs) {
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
