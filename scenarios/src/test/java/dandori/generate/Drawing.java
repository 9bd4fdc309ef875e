package dandori.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.engine.RandomStreams;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.policy.spi.Options;
import dandori.scenario.key.OptionValues;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.TreeReader;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Jobs drawn for a test, and their figures by name. */
record Drawing(Workload jobs, Map<String, Figure> figures) {

    static final long DAY_MILLIS = 86_400_000;

    /** A model's jobs at so many a day, from the first of April. */
    static Drawing of(Generator model, String options, int nodes, double jobsPerDay, long days) {
        Demand.Measure measure = Demand.Measure.JOBS_PER_DAY;
        return of(model, options, demand(nodes, measure, jobsPerDay, days, 1));
    }

    static Drawing of(Generator model, String options, Demand demand) {
        WorkloadBuilder builder = new WorkloadBuilder("drawn");
        Map<String, Figure> figures = new LinkedHashMap<>();
        model.generate(options(model, options), demand, builder)
                .forEach(figure -> figures.put(figure.name(), figure));
        return new Drawing(builder.build(), figures);
    }

    static Demand demand(int nodes, Demand.Measure measure, double amount, long days, long seed) {
        ZonedDateTime april = ZonedDateTime.of(2026, 4, 1, 0, 0, 0, 0, ZoneOffset.ofHours(9));
        return new Demand(
                "us", 0, nodes, april, days * DAY_MILLIS, measure, amount, new RandomStreams(seed));
    }

    static Options options(Generator model, String yaml) {
        Issues issues = new Issues();
        Mapping mapping = (Mapping) TreeReader.read(yaml, "", 0, issues);
        Options options = OptionValues.read("model", model.options(), mapping, List.of(), issues);
        assertThat(issues.list()).isEmpty();
        return options;
    }

    /** What was executed of a job, in node-milliseconds. */
    double area(int job) {
        long executed = Math.min(jobs.runMillis(job), jobs.jobs().walltimeMillis(job));
        return (double) jobs.jobs().nodes(job) * executed;
    }

    /** The standard error of the mean area over that mean. */
    double relativeErrorOfArea() {
        double sum = 0;
        double squares = 0;
        for (int job = 0; job < jobs.count(); job++) {
            sum += area(job);
            squares += area(job) * area(job);
        }
        double mean = sum / jobs.count();
        double variance = squares / jobs.count() - mean * mean;
        return StrictMath.sqrt(variance / jobs.count()) / mean;
    }

    /** One number for all that was drawn. */
    String fingerprint() {
        long hash = jobs.count();
        for (int job = 0; job < jobs.count(); job++) {
            hash = 31 * hash + jobs.jobs().submitMillis(job);
            hash = 31 * hash + jobs.jobs().nodes(job);
            hash = 31 * hash + jobs.jobs().walltimeMillis(job);
            hash = 31 * hash + jobs.runMillis(job);
            hash = 31 * hash + jobs.jobs().user(job);
            hash = 31 * hash + (jobs.isEndedByUser(job) ? 1 : 0);
        }
        return jobs.count() + " jobs, " + Long.toHexString(hash);
    }
}
