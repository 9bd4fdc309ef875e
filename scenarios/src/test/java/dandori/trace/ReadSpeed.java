package dandori.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How fast a trace is read whose jobs are not kept: {@code java -cp 'cli/target/dist/lib/*'
 * scenarios/src/test/java/dandori/trace/ReadSpeed.java FILE}; three times, in CPU seconds of the
 * process.
 */
final class ReadSpeed {

    private ReadSpeed() {}

    /** For the command line. */
    public static void main(String[] words) throws IOException {
        Path file = Path.of(words[0]);
        for (int time = 0; time < 3; time++) {
            long began = cpuNanos();
            KnownTrace trace =
                    Traces.readOrStream(file, ImportRules.dandori(), (read, total) -> {}, 0);
            long took = cpuNanos() - began;
            System.out.printf(
                    Locale.ROOT,
                    "%,d jobs, %.0f MB: %.2f s, %.0f MB/s%n",
                    trace.count(),
                    Files.size(file) / 1e6,
                    took / 1e9,
                    Files.size(file) * 1e3 / took);
        }
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
