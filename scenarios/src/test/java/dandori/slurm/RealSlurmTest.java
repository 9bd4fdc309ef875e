package dandori.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Slurm starts and when, against what {@code slurm} and {@code multifactor} say. All trials
 * run at once, each on daemons of its own: a minute and a half, most of it asleep.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealSlurmTest {

    private final Map<String, Future<List<Stay>>> stays = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeAll
    void begin(@TempDir Path folder) throws IOException {
        if (!SlurmCluster.isInstalled()) {
            String skipped = "Skipped: there is no Slurm here (apt-get install slurm-wlm munge).";
            System.out.println("RealSlurmTest: " + skipped);
            abort(skipped);
        }
        for (Trial trial : Stream.concat(trials(), Stream.of(Trials.concreteNodes())).toList()) {
            Path own = Files.createDirectory(folder.resolve("trial-" + stays.size()));
            // Below the ports that the system gives to outgoing connections, and apart.
            int port = 12_000 + (int) (ProcessHandle.current().pid() % 20) * 1_000;
            int first = port + 100 * stays.size();
            stays.put(trial.name(), threads.submit(() -> run(trial, own, first)));
        }
    }

    private static List<Stay> run(Trial trial, Path folder, int firstPort)
            throws IOException, InterruptedException {
        try (SlurmCluster cluster =
                new SlurmCluster(folder, trial.slurmConf(), firstPort, trial.accounts())) {
            return cluster.run(trial.jobs());
        }
    }

    @AfterAll
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    static Stream<Trial> trials() {
        return Trials.all().stream();
    }

    @ParameterizedTest
    @MethodSource("trials")
    @Timeout(300)
    void whoStartsWhenIsAsInSlurm(Trial trial) throws Exception {
        List<Stay> real = stays.get(trial.name()).get();
        Replay replay = new Replay(trial, real);
        assertThat(replay.contradictions(real)).isEmpty();
        assertThat(replay.decided()).isGreaterThan(0.8);
    }

    /** Else the spans would be so wide that anything would do. */
    @ParameterizedTest
    @MethodSource("trials")
    @Timeout(300)
    void otherRulesAreRefuted(Trial trial) throws Exception {
        List<Stay> real = stays.get(trial.name()).get();
        boolean isFcfs = trial.order().equals(Orders.fcfs());
        Replay other =
                isFcfs
                        ? new Replay(trial, trial.order(), Backfills.none(), real)
                        : new Replay(trial, Orders.fcfs(), trial.backfill(), real);
        assertThat(other.contradictions(real)).isNotEmpty();
    }

    /**
     * What {@code slurm} does not do: Slurm keeps certain nodes for whoever waits, so that another
     * may not have them although as many others would be left over.
     */
    @Test
    @Timeout(300)
    void slurmKeepsConcreteNodes() throws Exception {
        Trial trial = Trials.concreteNodes();
        List<Stay> real = stays.get(trial.name()).get();
        assertThat(new Replay(trial, real).contradictions(real)).isEmpty();
        var byCount = new Replay(trial, trial.order(), Trials.slurm(), real);
        assertThat(byCount.contradictions(real)).as("by count").isNotEmpty();
    }
}
