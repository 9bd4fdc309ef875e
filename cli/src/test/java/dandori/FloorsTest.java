package dandori;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No arrow runs up: every import of the program agrees with {@link Floors}, and a bad one would be
 * seen.
 */
class FloorsTest {

    @Test
    void noArrowRunsUp() {
        List<JavaSource> sources = Repository.mainSources();
        assertThat(sources).hasSizeGreaterThan(10);
        assertThat(sources.stream().flatMap(source -> Floors.findings(source).stream())).isEmpty();
    }

    @Test
    void theArrowsOfThePlanAreAllowed() {
        assertThat(findings("core", "sim", "import dandori.policy.backfill.Easy;")).isEmpty();
        assertThat(findings("core", "sim", "import dandori.metric.Recorder;")).isEmpty();
        assertThat(findings("core", "policy.order", "import dandori.policy.spi.Option;")).isEmpty();
        assertThat(findings("core", "machine", "import dandori.interconnect.*;")).isEmpty();
        assertThat(findings("scenarios", "trace", "import dandori.job.Workload;")).isEmpty();
        assertThat(findings("scenarios", "report", "import dandori.experiment.Cell;")).isEmpty();
        assertThat(findings("scenarios", "trace", "import java.nio.file.Path;")).isEmpty();
        assertThat(findings("cli", "cli", "import dandori.web.Server;")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import dandori.sim.Run;",
                "import dandori.policy.order.*;",
                "import dandori.policy.order.Fcfs.Provider;",
                "import static dandori.sim.Run.of;",
                "import dandori.metric.Recorder;",
                "class A { dandori.sim.Run run; }",
                "class A { Object run = dandori.sim.Run.of(1); }",
                "class A extends java.util.ArrayList<dandori.sim.Run> {}",
            })
    void anArrowUpIsSeen(String code) {
        assertThat(findings("core", "policy", code))
                .hasSize(1)
                .first()
                .asString()
                .contains("X.java:2: ");
    }

    @Test
    void neighboursDoNotKnowEachOther() {
        assertThat(findings("core", "metric", "import dandori.policy.Policy;")).hasSize(1);
        assertThat(findings("core", "policy.order", "import dandori.metric.Metric;")).hasSize(1);
        assertThat(findings("core", "job", "import dandori.engine.EventQueue;")).hasSize(1);
        assertThat(findings("web", "web", "import dandori.job.Job;")).hasSize(1);
    }

    @Test
    void aPackageWithoutAFloorIsSeen() {
        assertThat(findings("core", "misc", "")).hasSize(1);
        assertThat(findings("core", "sim", "import dandori.misc.Things;")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import tools.jackson.databind.ObjectMapper;",
                "import java.io.*;",
                "import java.nio.file.Path;",
                "import java.time.Clock;",
                "class A { long at = System.currentTimeMillis(); }",
                "class A { long at = System.nanoTime(); }",
                "class A { Object at = java.time.Instant.now(); }",
                "import java.time.Instant; class A { Object at = Instant.now(); }",
                "class A { double chance = Math.random(); }",
                "import java.util.concurrent.ThreadLocalRandom;",
            })
    void filesAndClocksInCoreAreSeen(String code) {
        assertThat(findings("core", "sim", code)).hasSize(1);
        assertThat(findings("cli", "cli", code)).isEmpty();
    }

    private static List<String> findings(String module, String room, String code) {
        String name = "dandori." + room;
        String path = module + "/src/main/java/" + name.replace('.', '/') + "/X.java";
        return Floors.findings(JavaSource.of(path, "package " + name + ";\n" + code));
    }
}
