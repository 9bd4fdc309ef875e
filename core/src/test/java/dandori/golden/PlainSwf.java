package dandori.golden;

import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads logs and golden schedules the obvious way, a line at a time. */
final class PlainSwf {

    private PlainSwf() {}

    static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        if (file.toString().endsWith(".gz")) {
            bytes = new GZIPInputStream(bytes);
        }
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.ISO_8859_1));
    }

    /** A cleaned log: processors = field 8 or else 5, estimate = field 9 or else the run time. */
    static Workload read(Path file) throws IOException {
        return read(file, Integer.MAX_VALUE, false);
    }

    /** A log under the filter of the preset sc15. */
    static Workload sc15(Path file, int processors) throws IOException {
        return read(file, processors, true);
    }

    private static Workload read(Path file, int machine, boolean sc15) throws IOException {
        WorkloadBuilder jobs = new WorkloadBuilder(file.getFileName().toString());
        try (BufferedReader lines = open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.strip().startsWith(";")) {
                    continue;
                }
                String[] field = line.strip().split("\\s+");
                int allocated = Integer.parseInt(field[4]);
                int requested = Integer.parseInt(field[7]);
                int nodes = requested > 0 ? requested : allocated;
                long submit = Long.parseLong(field[1]);
                long run = Long.parseLong(field[3]);
                long estimate = Long.parseLong(field[8]);
                boolean dropped =
                        sc15
                                ? nodes <= 0
                                        || Math.max(allocated, requested) > machine
                                        || run <= 0
                                        || estimate <= 0
                                        || submit < 0
                                : nodes <= 0 || run < 0;
                if (!dropped) {
                    long walltime = estimate > 0 ? estimate : run;
                    jobs.add(
                            Long.parseLong(field[0]),
                            submit * 1000,
                            nodes,
                            walltime * 1000,
                            run * 1000,
                            -1,
                            -1,
                            -1,
                            -1);
                }
            }
        }
        return jobs.build();
    }

    /** A column of start times by job number, in milliseconds. */
    static Map<Long, Long> starts(Path file, String column) throws IOException {
        Map<Long, Long> starts = new HashMap<>();
        try (BufferedReader lines = open(file)) {
            String[] head = lines.readLine().split(",");
            int at = 0;
            while (!head[at].equals(column)) {
                at++;
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] field = line.split(",");
                starts.put(Long.parseLong(field[0]), Long.parseLong(field[at]) * 1000);
            }
        }
        return starts;
    }
}
