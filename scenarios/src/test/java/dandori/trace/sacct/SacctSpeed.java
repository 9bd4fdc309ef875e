package dandori.trace.sacct;

import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.LoggedJob;
import dandori.trace.TraceInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Reads a log and says what that took of the processor: {@code SacctSpeed FILE TIMES}. */
final class SacctSpeed {

    private SacctSpeed() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        for (int time = Integer.parseInt(arguments[1]); time > 0; time--) {
            try (InputStream in = Files.newInputStream(file)) {
                long begin = cpuNanos();
                JobLog log = new Sacct().open(new TraceInput("log", "log", in), new Findings());
                LoggedJob job = new LoggedJob();
                long jobs = 0;
                while (log.next(job)) {
                    jobs++;
                }
                double seconds = (cpuNanos() - begin) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "%d jobs in %.2f s, %.0f MB/s%n",
                        jobs,
                        seconds,
                        Files.size(file) / 1e6 / seconds);
            }
        }
    }

    /** What the process took of the processor, all threads. */
    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }
}
