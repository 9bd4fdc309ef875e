package dandori.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.engine.RandomStreams;
import dandori.generate.Demand;
import dandori.generate.Figure;
import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import dandori.policy.spi.Options;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs of a fitted model, as many as an organization is said to have. */
class FittedGeneratorTest {

    private static final FittedModel MODEL = Fitting.of(Habitual.log(4_000), 64, true);
    private static final long WEEKS = 7L * 86_400_000;

    private static Options processorsPerNode(int count) {
        return new Options(Map.of("processorsPerNode", (double) count));
    }

    private static Demand demand(double weeks, Demand.Measure measure, double amount, long seed) {
        return new Demand(
                "us",
                0,
                64,
                ZonedDateTime.of(2026, 1, 5, 0, 0, 0, 0, ZoneOffset.UTC),
                (long) (weeks * WEEKS),
                measure,
                amount,
                new RandomStreams(seed));
    }

    /** The longest runs are few: of 420,000 jobs the sum of areas is up to 2 % off. */
    @ParameterizedTest
    @CsvSource({"0, true", "0.5, true", "0.95, true", "0.5, false"})
    void theMeanJobIsThatOfManyDrawn(double sameJob, boolean hasLimits) {
        FittedModel fitted = Fitting.of(Habitual.log(4_000), 64, hasLimits);
        UserHabits habits = new UserHabits(12, 1, 0.3, sameJob);
        FittedModel model =
                new FittedModel(
                        fitted.like(),
                        fitted.machine(),
                        fitted.days(),
                        fitted.jobsPerDay(),
                        fitted.sameSecond(),
                        fitted.gaps(),
                        fitted.samePhase(),
                        fitted.week(),
                        fitted.sizes(),
                        fitted.runTimes(),
                        fitted.limits(),
                        habits);
        Demand demand = demand(100, Demand.Measure.JOBS_PER_DAY, 600, 5);
        List<Figure> figures =
                new FittedGenerator(model)
                        .generate(processorsPerNode(3), demand, new WorkloadBuilder("jobs"));

        assertThat(figures)
                .extracting(Figure::name)
                .containsExactly("jobs", "load", "mean nodes", "mean run time in s");
        for (Figure figure : figures) {
            assertThat(figure.achieved() / figure.asked())
                    .as(figure.name())
                    .isCloseTo(1, within(0.02));
        }
    }

    @ParameterizedTest
    @CsvSource({"LOAD, 0.7", "LOAD, 0.1", "JOBS_PER_DAY, 2500"})
    void asManyComeAsAreAskedFor(Demand.Measure measure, double amount) {
        Demand demand = demand(40.5, measure, amount, 2);
        List<Figure> figures =
                new FittedGenerator(MODEL)
                        .generate(processorsPerNode(1), demand, new WorkloadBuilder("jobs"));
        Figure asked = figures.get(measure == Demand.Measure.LOAD ? 1 : 0);

        assertThat(asked.asked())
                .isCloseTo(
                        measure == Demand.Measure.LOAD ? amount : amount * 7 * 40.5, within(1e-6));
        assertThat(asked.achieved() / asked.asked()).isCloseTo(1, within(0.1));
    }

    @Test
    void jobsAreThoseOfTheSeedAndTheOrganization() {
        Workload one = jobs(demand(2, Demand.Measure.LOAD, 0.7, 1));
        Workload again = jobs(demand(2, Demand.Measure.LOAD, 0.7, 1));
        Workload other = jobs(demand(2, Demand.Measure.LOAD, 0.7, 2));

        assertThat(text(one)).isEqualTo(text(again)).isNotEqualTo(text(other));
        assertThat(one.users())
                .allMatch(user -> user.matches("us-u([1-9]|1[0-2])"))
                .isSubsetOf(
                        new FittedGenerator(MODEL).users(processorsPerNode(1), "us").orElseThrow());
        assertThat(one.organizations()).containsExactly("us");
    }

    /** What one seed draws is the same but for when it comes: users do more, of the same kind. */
    @Test
    void aLargerLoadIsMoreOfTheSameJobs() {
        Jobs few = jobs(demand(2, Demand.Measure.LOAD, 0.2, 1)).jobs();
        Jobs many = jobs(demand(2, Demand.Measure.LOAD, 0.8, 1)).jobs();

        assertThat(many.count()).isGreaterThan(3 * few.count());
        for (int job = 0; job < few.count(); job++) {
            assertThat(many.nodes(job)).isEqualTo(few.nodes(job));
            assertThat(many.walltimeMillis(job)).isEqualTo(few.walltimeMillis(job));
        }
    }

    @Test
    void sizesAreRoundedUpAndNeverCut() {
        FittedGenerator generator = new FittedGenerator(MODEL);
        assertThat(generator.conflicts(processorsPerNode(1), 16)).isEmpty();
        assertThat(generator.conflicts(processorsPerNode(5), 4)).isEmpty();
        assertThat(generator.conflicts(processorsPerNode(1), 15))
                .containsExactly(
                        Map.entry("fit", "its largest jobs ask for 16, but the machine has 15."));
        assertThat(generator.conflicts(processorsPerNode(5), 3)).hasSize(1);
        assertThat(FittedGenerator.nodes(16, 5)).isEqualTo(4);
        assertThat(FittedGenerator.nodes(15, 5)).isEqualTo(3);
        assertThat(FittedGenerator.nodes(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(1);
    }

    private static Workload jobs(Demand demand) {
        WorkloadBuilder into = new WorkloadBuilder("jobs");
        new FittedGenerator(MODEL).generate(processorsPerNode(1), demand, into);
        return into.build();
    }

    private static String text(Workload workload) {
        StringBuilder text = new StringBuilder();
        for (int job = 0; job < workload.count(); job++) {
            text.append(workload.jobs().submitMillis(job))
                    .append(' ')
                    .append(workload.jobs().nodes(job))
                    .append(' ')
                    .append(workload.runMillis(job))
                    .append(' ')
                    .append(workload.userName(job))
                    .append('\n');
        }
        return text.toString();
    }
}
