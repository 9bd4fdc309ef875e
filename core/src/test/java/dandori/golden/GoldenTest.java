package dandori.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.Shared;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.Backfill;
import dandori.policy.Estimates;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.sim.Conventions;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published schedules and those of correct peers, start by start. */
class GoldenTest {

    @ParameterizedTest
    @CsvSource({
        "KTH-SP2, KTH-SP2-1996-2, 100, easy, REQUESTED, start_easy_s, 92.5765",
        "KTH-SP2, KTH-SP2-1996-2, 100, easy, EXACT, start_easy_exact_s, 71.7224",
        "KTH-SP2, KTH-SP2-1996-2, 100, sjbf, EXACT, start_sjbf_exact_s, 49.8477",
        "SDSC-BLUE, SDSC-BLUE-2000-4.1-cln, 1152, easy, REQUESTED, start_easy_s, 36.5234",
        "SDSC-BLUE, SDSC-BLUE-2000-4.1-cln, 1152, easy, EXACT, start_easy_exact_s, 30.6215",
        "SDSC-BLUE, SDSC-BLUE-2000-4.1-cln, 1152, sjbf, EXACT, start_sjbf_exact_s, 13.1776"
    })
    void everyStartOfSc15IsEqual(
            String name,
            String log,
            int processors,
            String backfill,
            Estimates estimates,
            String column,
            String slowdown)
            throws IOException {
        Workload jobs = PlainSwf.sc15(Shared.file("traces/swf/" + log + ".swf.gz"), processors);
        Map<Long, Long> golden =
                PlainSwf.starts(Shared.file("golden/sc15-" + name + ".csv.gz"), column);
        Outcome outcome = run(jobs, processors, backfill, estimates, Conventions.SC15);
        assertStarts(jobs, outcome, golden);
        double mean = meanBoundedSlowdown(jobs, outcome);
        assertThat(String.format(Locale.ROOT, "%.4f", mean)).isEqualTo(slowdown);
    }

    @ParameterizedTest
    @CsvSource({
        "endfirst, fcfs, none, hpc2n3k, 240",
        "endfirst, easy, easy, hpc2n3k, 240",
        "endfirst, cons, conservative, hpc2n3k, 240",
        "endfirst, fcfs, none, sdsc5k, 128",
        "endfirst, easy, easy, sdsc5k, 128",
        "endfirst, cons, conservative, sdsc5k, 128",
        "pyss, easy, easy, hpc2n3k, 240",
        "pyss, cons, conservative, hpc2n3k, 240",
        "pyss, easy, easy, sdsc5k, 128",
        "pyss, cons, conservative, sdsc5k, 128"
    })
    void everyStartOfAPeerIsEqual(
            String peer, String schedule, String backfill, String log, int processors)
            throws IOException {
        Workload jobs = PlainSwf.read(Shared.file("golden/peer/" + log + ".swf"));
        Map<Long, Long> golden =
                PlainSwf.starts(
                        Shared.file(
                                "golden/peer/ref-%s-%s-%s.csv.gz".formatted(peer, schedule, log)),
                        "start");
        Conventions conventions = peer.equals("pyss") ? Conventions.SC15 : Conventions.DANDORI;
        Outcome outcome = run(jobs, processors, backfill, Estimates.REQUESTED, conventions);
        assertStarts(jobs, outcome, golden);
    }

    private static Outcome run(
            Workload jobs,
            int processors,
            String backfill,
            Estimates estimates,
            Conventions conventions) {
        Backfill part =
                switch (backfill) {
                    case "none" -> Backfills.none();
                    case "easy" -> Backfills.easy();
                    case "sjbf" -> Backfills.shortest();
                    default -> Backfills.conservative();
                };
        Policy policy =
                Policy.named(backfill)
                        .order(Orders.fcfs())
                        .backfill(part)
                        .estimates(estimates)
                        .build();
        return Simulation.of(Machine.flat("golden", processors), jobs)
                .policy(policy)
                .conventions(conventions)
                .run();
    }

    private static void assertStarts(Workload jobs, Outcome outcome, Map<Long, Long> golden) {
        assertThat(jobs.count()).isEqualTo(golden.size());
        int different = 0;
        String first = "";
        for (int job = 0; job < jobs.count(); job++) {
            long start = outcome.log().startMillis(job);
            long expected = golden.get(jobs.jobs().id(job));
            if (start != expected && different++ == 0) {
                first =
                        "job %d starts at %d, golden %d"
                                .formatted(jobs.jobs().id(job), start, expected);
            }
        }
        assertThat(different).as(first).isZero();
    }

    private static double meanBoundedSlowdown(Workload jobs, Outcome outcome) {
        double sum = 0;
        for (int job = 0; job < jobs.count(); job++) {
            double run = outcome.log().executedMillis(job);
            sum += Math.max(1, (outcome.log().waitMillis(job) + run) / Math.max(run, 10_000));
        }
        return sum / jobs.count();
    }

    @Test
    void theGoldenFilesAreThere() {
        assertThat(Shared.file("golden/README.md")).isRegularFile();
    }
}
