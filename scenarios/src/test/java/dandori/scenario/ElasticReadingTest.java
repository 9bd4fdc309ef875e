package dandori.scenario;

import static dandori.scenario.Reading.PARTS;
import static dandori.scenario.Reading.issues;
import static dandori.scenario.Reading.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Amdahl;
import dandori.job.Workload;
import dandori.policy.Order;
import dandori.policy.order.LeastAttained;
import dandori.policy.spi.Options;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams of elastic jobs, and the options of training clusters' schedulers. */
class ElasticReadingTest {

    private static final String ONE =
            """
            scenario: one
            machines:
              hokkaido: {from: catalogue/sakura-hokkaido, nodes: 64}
            organizations:
              us: {}
            workload:
              streams:
                - {organization: us, elastic: {shrink: 2.5, grow: 3, serial: 0.01}, generate: {jobsPerDay: 40, nodes: {max: 32}}}
            policies:
              afs: {backfill: afs, estimates: exact}
            run: {length: 3d}
            """;

    @Test
    void eachJobHasSizesAroundItsOwn() {
        Workload jobs = new Workloads(scenario(ONE), (read, all) -> {}).forSeed(1).workload();
        assertThat(jobs.count()).isPositive();
        for (int job = 0; job < jobs.count(); job++) {
            int nodes = jobs.jobs().nodes(job);
            int least = (int) Math.ceil(nodes / 2.5);
            assertThat(jobs.jobs().elasticity(job)).isEqualTo(new Amdahl(least, 3 * nodes, 0.01));
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Scenario read = scenario(ONE);
        String text = ScenarioText.of(read, PARTS);
        assertThat(text).contains("elastic:", "shrink: 2.5", "grow: 3", "serial: 0.01");
        assertThat(scenario(text).workload()).isEqualTo(read.workload());
        assertThat(ScenarioText.of(scenario(text), PARTS)).isEqualTo(text);
    }

    @Test
    void thresholdsEndAtTheFirstThatIsNone() {
        Map<String, Double> values = new TreeMap<>();
        values.put("threshold1", 57_600.0);
        values.put("threshold2", 0.0);
        values.put("threshold3", 9.0);
        values.put("threshold4", 0.0);
        values.put("perNode", 8.0);
        values.put("promote", 2.0);
        Order order = new LeastAttained.Provider().create(new Options(values));
        assertThat(order).isEqualTo(new LeastAttained(List.of(57_600.0), 8, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    workload.streams[0].elastic={shrink: 0.5} # workload.streams[0].elastic.shrink (--set): must be
                    workload.streams[0].elastic={serial: 2} # workload.streams[0].elastic.serial (--set): must be
                    workload.streams[0].elastic={grwo: 2} # workload.streams[0].elastic.grwo (--set):
                    workload.streams[0].minimumElapse=4h # workload.streams[0].elastic (line 8): jobs with 'minimumElapse' cannot be elastic: it is meant for one size./Maybe leave 'minimumElapse' or 'elastic' out.
                    policies.afs.backfill={use: gavel, round: 0s} # policies.afs.backfill.round (--set): must be
                    policies.afs.order={use: las, threshold1: 57600} # policies.afs.order (--set): the thresholds of 'las' must ascend from above 0, but are [57600.0, 7200.0]./Maybe 0 for the first that is not wanted.
                    policies.afs.order={use: las, treshold1: 5} # policies.afs.order.treshold1 (--set):
                    """)
    void mistakesAreSaid(String setting, String issue) {
        assertThat(issues(ONE, setting))
                .singleElement()
                .asString()
                .contains(issue.strip().replace('/', '\n'));
    }
}
