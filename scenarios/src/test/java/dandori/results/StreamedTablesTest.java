package dandori.results;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.Window;
import dandori.policy.Policy;
import dandori.policy.backfill.Easy;
import dandori.policy.order.Orders;
import dandori.sim.Simulation;
import dandori.trace.ImportRules;
import dandori.trace.StreamedJobs;
import dandori.trace.StreamedTrace;
import dandori.trace.TraceNames;
import dandori.trace.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that are sent back to the queue have the same lines whether jobs are kept or not. */
class StreamedTablesTest {

    private static final Machine MACHINE = Machine.flat("m", 20);

    @TempDir Path folder;

    private static Policy largerFirst() {
        return Policy.named("larger jobs take the nodes of smaller ones")
                .order(Orders.fcfs())
                .backfill(new Easy())
                .preemption((job, victim, now) -> now.jobs().nodes(job) > now.jobs().nodes(victim))
                .build();
    }

    @Test
    void theSameBytesThoughOneJobStaysToTheEnd() throws IOException {
        for (int seed = 0; seed < 4; seed++) {
            Path trace = Files.writeString(folder.resolve(seed + ".swf"), trace(seed));
            Path kept = folder.resolve(seed + "-kept");
            Path streamed = folder.resolve(seed + "-streamed");
            keep(trace, largerFirst(), kept);
            stream(trace, largerFirst(), streamed);
            for (String table : List.of("jobs.csv.gz", "segments.csv.gz")) {
                assertThat(unpacked(streamed.resolve(table)))
                        .isEqualTo(unpacked(kept.resolve(table)));
            }
            assertThat(unpacked(kept.resolve("segments.csv.gz")).lines().count())
                    .isGreaterThan(500);
        }
    }

    @Test
    void segmentsOfARunBeforeGoAway() throws IOException {
        Path trace = Files.writeString(folder.resolve("short.swf"), trace(0));
        Policy inOrder =
                Policy.named("nobody is sent back")
                        .order(Orders.fcfs())
                        .backfill(new Easy())
                        .build();
        for (Path out : List.of(folder.resolve("kept"), folder.resolve("streamed"))) {
            keep(trace, largerFirst(), out);
            assertThat(out.resolve("segments.csv.gz")).exists();
            if (out.endsWith("kept")) {
                keep(trace, inOrder, out);
            } else {
                stream(trace, inOrder, out);
            }
            assertThat(out.resolve("segments.csv.gz")).doesNotExist();
        }
    }

    private static void keep(Path trace, Policy policy, Path out) throws IOException {
        Workload workload = Traces.read(trace, ImportRules.dandori(), (a, b) -> {}).workload();
        Simulation simulation = Simulation.of(MACHINE, workload).policy(policy);
        new CellFiles(workload, simulation.run()).writeTables(out, false);
    }

    private static void stream(Path trace, Policy policy, Path out) throws IOException {
        StreamedTrace known =
                (StreamedTrace)
                        Traces.readOrStream(trace, ImportRules.dandori(), (a, b) -> {}, 100);
        TraceNames names = known.names();
        JobList list = JobList.ofNames(names.organizations(), names.users(), names.partitions());
        try (StreamedJobs jobs = known.jobs(false)) {
            Simulation simulation =
                    Simulation.of(List.of(MACHINE), () -> jobs)
                            .window(new Window(known.firstSubmitMillis(), known.lastSubmitMillis()))
                            .policy(policy);
            new StreamedTables(list, MACHINE, jobs::place)
                    .write(out, reader -> simulation.read(reader).run());
        }
    }

    private static String unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String trace(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("; MaxProcs: 20\n");
        String line = "%d %d -1 %d %d -1 -1 -1 -1 -1 1 %d -1 1 -1 -1 -1 -1\n";
        text.append(line.formatted(1, 0, 10_000_000, 3, 1));
        text.append(line.formatted(2, 0, 10_000_000, 1, 1)); // sent back, again and again
        int clock = 0;
        for (int id = 3; id <= 6_000; id++) {
            clock += random.nextInt(200);
            int submit = seed % 2 == 0 ? clock : Math.max(0, clock - random.nextInt(1_000));
            int nodes = random.nextInt(5) == 0 ? 1 + random.nextInt(20) : 1;
            text.append(line.formatted(id, submit, random.nextInt(300), nodes, id % 7));
        }
        return text.toString();
    }
}
