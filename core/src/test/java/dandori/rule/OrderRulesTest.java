package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.policy.Order;
import dandori.policy.spi.Options;
import dandori.policy.spi.Parts;
import dandori.reference.CoreRun;
import dandori.reference.Setting;
import dandori.story.Play;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One test for each rule about queue orders. */
class OrderRulesTest {

    /**
     * A job submitted at 100 s that asks for 8 nodes and 400 s, looked at when it has waited 1,200
     * s.
     */
    @ParameterizedTest
    @CsvSource({
        "fcfs, 100000",
        "sjf, 400",
        "ljf, -400",
        "saf, 3200",
        "laf, -3200",
        "sqf, 8",
        "lxf, -4",
        "wfp3, -216",
        "unicef, -1",
        "f1, 1760.816479930623",
        "f2, 51360",
        "f3, 13723200",
        "f4, 1061131.3708498985"
    })
    void scoresAreThoseOfTheTable(String name, double expected) {
        Workload jobs = Workload.of("one", List.of(new Job(1, 100_000, 8, 400_000, 1)));
        FixedSituation now = new FixedSituation(1_300_000, jobs.jobs());
        double score = CoreRun.order(name).score(0, now);
        double unit = List.of("sjf", "ljf", "saf", "laf").contains(name) ? 1_000 : 1;
        assertThat(score / unit).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }

    @ParameterizedTest
    @CsvSource({"lxf, -5", "wfp3, -125", "unicef, -5", "f1, 0", "f2, 0", "f3, 0", "f4, 0"})
    void divisorsAndArgumentsOfLogarithmsAreAtLeastOne(String name, double expected) {
        Workload jobs = Workload.of("one", List.of(new Job(1, 0, 1, 0, 0))); // s, e = 0; n = 1
        FixedSituation now = new FixedSituation(5_000, jobs.jobs());
        assertThat(CoreRun.order(name).score(0, now)).isEqualTo(expected);
    }

    @Test
    void unicefTakesOneNodeAsTwo() {
        List<Job> two = List.of(new Job(1, 0, 1, 7_000, 1), new Job(2, 0, 2, 7_000, 1));
        FixedSituation now = new FixedSituation(60_000, Workload.of("two", two).jobs());
        Order unicef = CoreRun.order("unicef");
        assertThat(unicef.score(0, now)).isEqualTo(unicef.score(1, now));
    }

    @ParameterizedTest
    @CsvSource({
        "fcfs", "sjf", "ljf", "saf", "laf", "sqf", "lxf", "wfp3", "unicef", "f1", "f2", "f3", "f4"
    })
    void everyOrderIsKnownByItsName(String name) {
        Order made = Parts.named(Order.class, name).orElseThrow().create(Options.NONE);
        assertThat(made).isEqualTo(CoreRun.order(name));
    }

    @ParameterizedTest
    @CsvSource({"sjf", "ljf", "saf", "laf", "sqf"})
    void tiesGoBySubmitTimeThenByPlaceInTheInput(String order) {
        String log =
                Play.on(1, Setting.of(order, "none"))
                        .job("A", 0, 1, 10)
                        .job("C", 2, 1, 3)
                        .job("B", 1, 1, 3)
                        .job("D", 2, 1, 3)
                        .log();
        assertThat(log).isEqualTo("A 0-10 | B 10-13 | C 13-16 | D 16-19");
    }

    @Test
    void scoresThatChangeAreTakenAtTheBeginningOfEachPass() {
        // Expansion: at 100 B has waited 99 of 100 s (1.99), C 1 of 1 s (2): C first. At 101 B is
        // first of all that wait.
        String log =
                Play.on(1, Setting.of("lxf", "none"))
                        .job("A", 0, 1, 100)
                        .job("B", 1, 1, 100)
                        .job("C", 99, 1, 1)
                        .job("D", 100, 1, 100)
                        .log();
        assertThat(log).isEqualTo("A 0-100 | C 100-101 | B 101-201 | D 201-301");
    }
}
