package dandori.fuzz;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.SilentCloseable;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dandori.web.Viewer;
import dandori.web.ViewerOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jazzer's search for bytes that break something: {@code .ci/fuzz} plays one method after the
 * other, each in a JVM of its own. Its name keeps it out of {@code mvn verify}.
 *
 * <p>The first byte says which of the targets of a method reads the others.
 */
@TestInstance(Lifecycle.PER_CLASS)
class JazzerFuzz {

    private Viewer viewer;
    private List<Target> traces;
    private List<Target> files;
    private List<Target> requests;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        Path served = Files.createDirectory(folder.resolve("served"));
        traces = TraceTargets.of(folder);
        files = FileTargets.of(folder);
        viewer = Viewer.start(new ViewerOptions(served, ViewerOptions.LOOPBACK, 0, false));
        requests = List.of(ViewerTargets.requests(viewer.address()));
    }

    @AfterAll
    void close() {
        viewer.close();
    }

    Stream<byte[]> traceSeeds() {
        return seeds(traces);
    }

    Stream<byte[]> fileSeeds() {
        return seeds(files);
    }

    Stream<byte[]> requestSeeds() {
        return seeds(requests);
    }

    @MethodSource("traceSeeds")
    @FuzzTest(maxDuration = "24h")
    void traces(byte[] bytes) {
        read(traces, bytes);
    }

    @MethodSource("fileSeeds")
    @FuzzTest(maxDuration = "24h")
    void files(byte[] bytes) {
        read(files, bytes);
    }

    @SuppressWarnings("try") // closed, not used
    @MethodSource("requestSeeds")
    @FuzzTest(maxDuration = "24h")
    void requests(byte[] bytes) {
        URI server = viewer.address();
        // what else is called up is a finding
        try (SilentCloseable toServer =
                BugDetectors.allowNetworkConnections((host, port) ->
                        host.equals(server.getHost()) && port == server.getPort())) {
            read(requests, bytes);
        }
    }

    private static Stream<byte[]> seeds(List<Target> targets) {
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            for (byte[] seed : targets.get(i).seeds()) {
                byte[] chosen = new byte[seed.length + 1];
                chosen[0] = (byte) i;
                System.arraycopy(seed, 0, chosen, 1, seed.length);
                seeds.add(chosen);
            }
        }
        return seeds.stream();
    }

    private static void read(List<Target> targets, byte[] bytes) {
        if (bytes.length > 0) {
            byte[] rest = new byte[bytes.length - 1];
            System.arraycopy(bytes, 1, rest, 0, rest.length);
            targets.get(Math.floorMod(bytes[0], targets.size())).read(rest);
        }
    }
}
