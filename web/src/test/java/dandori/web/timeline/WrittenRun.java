package dandori.web.timeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes folders of runs for tests. */
public final class WrittenRun {

    /** The head of jobs.csv.gz. */
    public static final String HEAD =
            "job_id,organization,user,machine,partition,submit_s,start_s,end_s,nodes,walltime_s,"
                    + "runtime_s,state,wait_s,first_wait_s,restarts,lost_s,node_set,cause\n";

    /** The head of segments.csv.gz. */
    static final String STAYS =
            "job_id,segment,start_s,end_s,nodes,end_state,lost_s,node_set,cause\n";

    private WrittenRun() {}

    /** Writes a table, packed. */
    public static void table(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes machine.json of one machine. */
    public static void machine(Path folder, String name, int nodes) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("machine.json"),
                """
                {"machines": [{"name": "%s", "unit": "node", "nodes": %d, "interconnect": "flat",
                  "pools": [{"name": "%1$s", "first_node": 0, "nodes": %2$d}]}]}
                """
                        .formatted(name, nodes));
    }

    /** A line of jobs.csv.gz of a job that ran, on machine m. */
    public static String line(
            long id, String organization, long submit, long start, long end, String set) {
        return "%d,%s,%s-u1,m,,%d,%d,%d,%d,3600,%d,completed,%d,%d,0,0,%s,%n"
                .formatted(
                        id,
                        organization,
                        organization,
                        submit,
                        start,
                        end,
                        nodes(set),
                        end - start,
                        start - submit,
                        start - submit,
                        set)
                .replace("\r", "");
    }

    /** A line of a job that ran on some nodes without places. */
    static String unplaced(long id, long start, long end, int nodes) {
        return "%d,o,u,m,,%d,%d,%d,%d,3600,%d,completed,0,0,0,0,,\n"
                .formatted(id, start, start, end, nodes, end - start);
    }

    private static int nodes(String set) {
        int nodes = 0;
        for (String range : set.split(" ")) {
            String[] ends = range.split("-");
            nodes += Integer.parseInt(ends[ends.length - 1]) - Integer.parseInt(ends[0]) + 1;
        }
        return nodes;
    }

    /** Reads a run to its end, here and now. */
    public static Run read(Path folder) {
        Run run = new Run(folder, folder.getRoot(), FileStamp.of(folder));
        run.read();
        return run;
    }
}
