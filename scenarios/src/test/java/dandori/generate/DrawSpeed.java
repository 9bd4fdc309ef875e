package dandori.generate;

import dandori.engine.RandomStreams;
import dandori.job.WorkloadBuilder;
import dandori.policy.spi.Options;
import dandori.scenario.key.OptionValues;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How fast a model draws ten million jobs, as a stream of a scenario has them: {@code java
 * -XX:+UseSerialGC -cp 'cli/target/dist/lib/*'
 * scenarios/src/test/java/dandori/generate/DrawSpeed.java MODEL}; five times, in CPU seconds of the
 * process.
 */
final class DrawSpeed {

    private static final int DAYS = 1_000;
    private static final double JOBS_PER_DAY = 10_000;
    private static final int NODES = 128;

    private DrawSpeed() {}

    /** For the command line. */
    public static void main(String[] words) {
        Generator model = Generators.named(words[0]).orElseThrow();
        Mapping defaults = new Mapping("", 0, Map.of());
        Options options =
                OptionValues.read("model", model.options(), defaults, List.of(), new Issues());
        ZonedDateTime april = ZonedDateTime.of(2026, 4, 1, 0, 0, 0, 0, ZoneOffset.ofHours(9));
        for (int seed = 1; seed <= 5; seed++) {
            Demand demand =
                    new Demand(
                            "us",
                            0,
                            NODES,
                            april,
                            DAYS * 86_400_000L,
                            Demand.Measure.JOBS_PER_DAY,
                            JOBS_PER_DAY,
                            new RandomStreams(seed));
            long began = cpuNanos();
            WorkloadBuilder jobs = new WorkloadBuilder(model.name());
            model.generate(options, demand, jobs);
            int count = jobs.build().count();
            long took = cpuNanos() - began;
            System.out.printf(
                    Locale.ROOT,
                    "%,d jobs: %.2f s, %.1f million/s%n",
                    count,
                    took / 1e9,
                    count * 1e3 / took);
        }
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
