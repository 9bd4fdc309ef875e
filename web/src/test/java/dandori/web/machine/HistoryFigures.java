package dandori.web.machine;

import dandori.web.timeline.RunMachine;
import dandori.web.timeline.WrittenRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Measures how long the history of a machine of Fugaku's size and wiring takes, by how much of it
 * jobs hold: a folder for what is made up.
 */
final class HistoryFigures {

    private static final int NODES = 158_976;
    private static final int DAYS = 30;
    private static final int JOBS = 20_000;
    private static final int UNIT = 12; // nodes

    private HistoryFigures() {}

    /** Measures. */
    public static void main(String[] words) throws IOException {
        for (int tenths = 1; tenths <= 20; tenths += 3) {
            Path folder = Files.createDirectories(Path.of(words[0], "" + tenths));
            write(folder, tenths / 10.0);
            var run = WrittenRun.read(folder);
            RunMachine machine = Objects.requireNonNull(run.machine("m"));
            History.of(new MachineRun(run, machine)); // once to warm up
            MachineRun asked = new MachineRun(run, machine);
            long before = cpuMillis();
            History history = History.of(asked);
            System.out.printf(
                    "demand %.1f of the machine: history CPU %,6d ms, digest %08x%n",
                    tenths / 10.0, cpuMillis() - before, history.tree().hashCode());
        }
    }

    private static void write(Path folder, double demand) throws IOException {
        Files.writeString(
                folder.resolve("machine.json"),
                """
                {"machines": [{"name": "m", "unit": "node", "nodes": 158976, "pools": [
                  {"name": "m", "first_node": 0, "nodes": 158976}],
                  "torus": {"shape": [24, 23, 24], "nodes_per_unit": 12, "axes": [
                    {"name": "X", "length": 24, "wraps": true, "stride": 288},
                    {"name": "Y", "length": 23, "wraps": true, "stride": 6912},
                    {"name": "Z", "length": 24, "wraps": true, "stride": 12}]}}]}
                """);
        SplittableRandom random = new SplittableRandom(1);
        double mean = demand * NODES * DAYS * 86_400.0 / JOBS; // node-seconds
        StringBuilder table = new StringBuilder(WrittenRun.HEAD);
        for (int job = 1; job <= JOBS; job++) {
            int nodes = UNIT * (1 << random.nextInt(10));
            int first = random.nextInt((NODES - nodes) / UNIT) * UNIT;
            long start = random.nextLong(DAYS * 86_400L);
            long length = (long) (mean / nodes * 2 * random.nextDouble()) + 1;
            table.append(
                    WrittenRun.line(
                            job,
                            "o",
                            start,
                            start,
                            start + length,
                            first + "-" + (first + nodes - 1)));
        }
        WrittenRun.table(folder, "jobs.csv.gz", table.toString());
    }

    private static long cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }
}
