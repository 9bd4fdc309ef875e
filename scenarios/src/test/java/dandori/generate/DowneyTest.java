package dandori.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dandori.job.DowneySpeedup;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Downey's model draws, against its formulas, at fixed seeds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DowneyTest {

    private static final Downey MODEL = new Downey();
    private static final double LEAST_P = 0.01;

    private final Drawing drawn = Drawing.of(MODEL, "{}", 512, 1_000, 30);

    private DowneySpeedup speedup(int job) {
        return (DowneySpeedup) drawn.jobs().jobs().elasticity(job);
    }

    private double[] each(java.util.function.IntToDoubleFunction of) {
        return IntStream.range(0, drawn.jobs().count()).mapToDouble(of).toArray();
    }

    private static double p(double least, double most, double[] drawn) {
        return new KolmogorovSmirnovTest()
                .kolmogorovSmirnovTest(new UniformRealDistribution(null, least, most), drawn);
    }

    @Test
    void theFirstJobsAreTheSameOnEveryJava() {
        assertThat(drawn.fingerprint()).isEqualTo("29713 jobs, 574346245b458af0");
    }

    @Test
    void logarithmsOfParallelismAndVariancesAreUniform() {
        assertThat(p(0, Math.log(512), each(job -> Math.log(speedup(job).parallelism()))))
                .isGreaterThan(LEAST_P);
        assertThat(p(0, 2, each(job -> speedup(job).sigma()))).isGreaterThan(LEAST_P);
    }

    /** The work is the run time times the speed; rounding to seconds spoils that of short jobs. */
    @Test
    void theLogarithmOfTheWorkIsUniform() {
        double[] work =
                each(job -> {
                    DowneySpeedup its = speedup(job);
                    int nodes = drawn.jobs().jobs().nodes(job);
                    double speed = DowneySpeedup.overOne(nodes, its.parallelism(), its.sigma());
                    return Math.log(drawn.jobs().runMillis(job) / 1e3 * speed);
                });
        double[] large = java.util.Arrays.stream(work).filter(log -> log > 11).toArray();

        assertThat((double) large.length / work.length)
                .isCloseTo((Math.log(1_036_800) - 11) / Math.log(103_680), within(0.01));
        assertThat(p(11, Math.log(1_036_800), large)).isGreaterThan(LEAST_P);
    }

    @Test
    void jobsAskForTheirParallelismAndCanHaveOtherSizes() {
        for (int job = 0; job < drawn.jobs().count(); job++) {
            DowneySpeedup its = speedup(job);
            int nodes = drawn.jobs().jobs().nodes(job);
            assertThat(nodes).isEqualTo((int) Math.round(its.parallelism()));
            assertThat(its.leastNodes()).isEqualTo(1);
            assertThat(its.mostNodes()).isBetween(nodes, 512);
        }
        Drawing rigid = Drawing.of(MODEL, "{rigid: true}", 512, 1_000, 30);
        assertThat(rigid.fingerprint()).isEqualTo(drawn.fingerprint());
        assertThat(rigid.jobs().jobs().elasticity(0).isRigid()).isTrue();
    }

    @Test
    void theLoadIsMetWithinChance() {
        Demand demand = Drawing.demand(512, Demand.Measure.LOAD, 0.7, 700, 1);
        Drawing loaded = Drawing.of(MODEL, "{}", demand);

        double error = loaded.relativeErrorOfArea();
        assertThat(error).isLessThan(0.02);
        assertThat(loaded.figures().get("load").asked()).isCloseTo(0.7, within(1e-12));
        assertThat(loaded.figures().get("load").achieved())
                .isCloseTo(
                        0.7, within(0.7 * 3 * error + 0.7 * 3 / Math.sqrt(loaded.jobs().count())));
        assertThat(loaded.figures().get("mean nodes").achieved())
                .isCloseTo(loaded.figures().get("mean nodes").asked(), within(2.0));
    }

    /** On a large machine many jobs take the least, a second, and more node time than work. */
    @ParameterizedTest
    @CsvSource({"10000, 10s, 1h", "10000, 10s, 12d", "64, 1h, 1h", "3, 12d, 13d"})
    void theMeanNodeTimeIsThatOfJobsInWholeSeconds(int nodes, String least, String most) {
        String options = "{work: {least: %s, most: %s}}".formatted(least, most);
        Drawing many = Drawing.of(MODEL, options, nodes, 10_000, 30);
        Figure nodeHours = many.figures().get("mean node hours");

        double error = many.relativeErrorOfArea();
        assertThat(error).isLessThan(0.02);
        assertThat(nodeHours.achieved())
                .isCloseTo(nodeHours.asked(), within(3 * error * nodeHours.asked()));
    }

    @Test
    void limitsTheWrongWayRoundAreTold() {
        assertThat(
                        MODEL.conflicts(
                                Drawing.options(MODEL, "{work: {most: 5s}, sigma: {least: 3}}"),
                                512))
                .containsOnly(
                        entry("work.most", "must be at least 'work.least'."),
                        entry("sigma.most", "must be at least 'sigma.least'."));
    }
}
