package dandori.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dandori.engine.RandomStreams;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** Logs in which something is missing or always the same: a model that can be used, or a word. */
class SmallLogsTest {

    private static final int WORLDS = Integer.getInteger("dandori.worlds", 400);
    private static final long SECOND = 1_000;

    private final SplittableRandom random = new SplittableRandom(8);

    /** A way to draw a number: none at all, always the same, few, many, or with one far out. */
    private IntToLongFunction way(long most) {
        long one = random.nextLong(most + 1);
        return switch (random.nextInt(5)) {
            case 0 -> row -> 0;
            case 1 -> row -> one;
            case 2 -> row -> random.nextInt(2) * one;
            case 3 -> row -> random.nextLong(most + 1);
            default -> row -> row == 3 ? 1_000_000_000L * most : one % 7;
        };
    }

    private Workload world() {
        int count = random.nextInt(4) == 0 ? random.nextInt(14) : 10 + random.nextInt(120);
        IntToLongFunction gap = way(3_000);
        IntToLongFunction size = way(64);
        IntToLongFunction run = way(90_000);
        IntToLongFunction more = way(90_000);
        int users = random.nextInt(4);
        long unit = random.nextInt(5) == 0 ? 1 : SECOND;
        WorkloadBuilder log = new WorkloadBuilder("small");
        long at = 0;
        for (int row = 0; row < count; row++) {
            at += Math.min(gap.applyAsLong(row), 100_000_000) * unit;
            long runs = Math.min(run.applyAsLong(row), 1_000_000_000_000_000L) * unit;
            log.add(
                    row + 1,
                    at,
                    1 + (int) Math.min(size.applyAsLong(row), 1_000_000_000),
                    runs + Math.min(more.applyAsLong(row), 1_000_000_000_000L) * unit,
                    runs,
                    users == 0 ? -1 : log.user("u" + random.nextInt(users)),
                    -1,
                    -1,
                    -1);
        }
        return log.build();
    }

    @Test
    void aSmallLogGivesAModelThatCanBeUsedOrIsRefused() {
        int fitted = 0;
        for (int world = 0; world < WORLDS; world++) {
            Workload log = world();
            boolean hasLimits = random.nextBoolean();
            FittedModel model;
            try {
                model = Fitting.of(log, 0, hasLimits);
            } catch (IllegalArgumentException few) {
                assertThat(few.getMessage()).matches("(There are too few|No job comes) .*");
                continue;
            }
            fitted++;
            String text = ModelFile.text(model);
            assertThat(text).doesNotContain("null", "NaN", "Infinity");
            assertThat(ModelFile.read("m", text.getBytes(StandardCharsets.UTF_8))).isEqualTo(model);
            Workload drawn = new FittedJobs(model, new RandomStreams(1)).ofDays(model.days());
            assertThat(drawn.count()).isLessThan(100 * log.count());
            if (drawn.count() >= GoodnessOfFit.LEAST_JOBS) {
                GoodnessOfFit fit = GoodnessOfFit.of(log, drawn, hasLimits);
                assertThat(fit.marginals())
                        .allSatisfy(one -> {
                            assertThat(one.distance()).isBetween(0.0, 1.0);
                            assertThat(one.fit()).isNotEqualTo(Fit.UNKNOWN);
                            assertThat(one.meanDrawn()).isFinite();
                        });
                assertThat(GoodnessText.of(fit)).doesNotContain("NaN", "Infinity", "∞");
            }
        }
        assertThat(fitted).isBetween(WORLDS / 3, WORLDS);
    }

    /** A job each ten minutes for three days, and then 200 at once as the next hour begins. */
    @Test
    void manyJobsAtTheLastInstantComeInAnHour() {
        WorkloadBuilder log = new WorkloadBuilder("end");
        for (int job = 0; job < 432 + 200; job++) {
            long at = Math.min(job, 432) * 600_000L;
            log.add(job + 1, at, 1, 120_000, 60_000 + job, -1, -1, -1, -1);
        }
        FittedModel model = Fitting.of(log.build(), 0, false);

        assertThat(model.jobsPerDay() * model.days()).isCloseTo(632, offset(1e-9));
        // An hour has 632 / 73 jobs on average, and one more counts in each.
        assertThat(model.week().weights().get(72)).isCloseTo(201 / (632 / 73.0 + 1), offset(1e-9));
        assertThat(model.week().weights().get(71)).isCloseTo(7 / (632 / 73.0 + 1), offset(1e-9));
        assertThat(model.week().weights().get(80)).isEqualTo(1);
    }

    /** Three who take turns are three, whether or not one of them has a name. */
    @Test
    void jobsWithoutAUserAreThoseOfOneMore() {
        assertThat(habits(true)).isEqualTo(habits(false));
        assertThat(habits(true).users()).isEqualTo(3);
    }

    private static UserHabits habits(boolean isNamed) {
        WorkloadBuilder log = new WorkloadBuilder("turns");
        int[] users = {log.user("u"), log.user("v"), isNamed ? log.user("w") : -1};
        for (int job = 0; job < 300; job++) {
            log.add(job + 1, job * 60_000L, 1, 120_000, 60_000, users[job % 3], -1, -1, -1);
        }
        return Habits.of(log.build());
    }

    /** One gap of 400 days among gaps of a minute is no gap that a fit may lose. */
    @Test
    void whatIsFarOutIsNotLost() {
        double[] gaps = new double[2_000];
        java.util.Arrays.fill(gaps, 60);
        gaps[7] = 400 * 86_400.0;
        HyperExponential phases = HyperExponential.of(gaps, 3);
        double[] runs = gaps.clone();
        LogNormals parts = LogNormals.of(runs, 3);

        assertThat(sum(phases.weights()))
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(sum(parts.weights())).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
    }

    private static double sum(java.util.List<Double> values) {
        return values.stream().mapToDouble(one -> one).sum();
    }
}
