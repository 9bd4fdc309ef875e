package dandori.trace.sacct;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Writes large logs like those of sacct, to measure with: {@code SacctDump FILE MEGABYTES wide}
 * (jobs and two steps each, all columns of Slurm 20.11) or {@code narrow} (jobs alone, with the
 * columns that are used).
 */
final class SacctDump {

    private static final String NARROW =
            "JobID|JobIDRaw|Cluster|User|Account|Partition|QOS|Submit|Eligible|Start|End|ElapsedRaw"
                    + "|TimelimitRaw|State|ReqNodes|AllocNodes|ReqCPUS|AllocCPUS|ReqTRES|AllocTRES";

    private static final String WIDE =
            "Account|AdminComment|AllocCPUS|AllocNodes|AllocTRES|AssocID|AveCPU|AveRSS|Cluster"
                    + "|Comment|Constraints|CPUTime|CPUTimeRAW|DBIndex|DerivedExitCode|Elapsed"
                    + "|ElapsedRaw|Eligible|End|ExitCode|Flags|GID|Group|JobID|JobIDRaw|JobName"
                    + "|Layout|MaxDiskRead|MaxDiskReadNode|MaxRSS|MaxRSSNode|MaxVMSize|NCPUS|NNodes"
                    + "|NodeList|NTasks|Priority|Partition|QOS|Reason|ReqCPUS|ReqMem|ReqNodes|ReqTRES"
                    + "|Reservation|Reserved|Start|State|Submit|SubmitLine|Suspended|SystemCPU"
                    + "|Timelimit|TimelimitRaw|TotalCPU|TRESUsageInAve|TRESUsageInMax"
                    + "|TRESUsageInTot|UID|User|UserCPU|WorkDir";

    private static final String USAGE =
            "cpu=00:00:06,energy=0,fs/disk=27917899,mem=20012K,pages=0,vmem=253636K";

    private SacctDump() {}

    public static void main(String[] arguments) throws IOException {
        boolean wide = arguments[2].equals("wide");
        long wanted = 1_000_000L * Long.parseLong(arguments[1]);
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])), 1 << 16)) {
            long written = write(out, (wide ? WIDE : NARROW) + "\n");
            for (long id = 1; written < wanted; id++) {
                written += write(out, wide ? wide(id) : narrow(id));
            }
        }
    }

    private static long write(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes);
        return bytes.length;
    }

    private static String date(long second) {
        LocalDateTime date = LocalDateTime.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC);
        return date.toString().length() == 16 ? date + ":00" : date.toString();
    }

    private static String narrow(long id) {
        long submit = 1_600_000_000 + 13 * id;
        long start = submit + id % 7_919;
        long run = 60 + id * 37 % 86_000;
        long nodes = 1 + id % 16;
        String tres =
                "billing=%d,cpu=%d,mem=%dG,node=%d".formatted(48 * nodes, 48 * nodes, nodes, nodes);
        return "%d|%d|alpha|user%03d|acct%02d|main|normal|%s|%s|%s|%s|%d|1440|COMPLETED|%d|%d|%d|%d|%s|%s\n"
                .formatted(
                        id,
                        id,
                        id % 500,
                        id % 50,
                        date(submit),
                        date(submit),
                        date(start),
                        date(start + run),
                        run,
                        nodes,
                        nodes,
                        48 * nodes,
                        48 * nodes,
                        tres,
                        tres);
    }

    private static String wide(long id) {
        long submit = 1_600_000_000 + 13 * id;
        String start = date(submit + id % 7_919);
        long run = 60 + id * 37 % 86_000;
        String end = date(submit + id % 7_919 + run);
        long nodes = 1 + id % 16;
        String tres =
                "billing=%d,cpu=%d,mem=%dG,node=%d".formatted(48 * nodes, 48 * nodes, nodes, nodes);
        String user = "user%03d".formatted(id % 500);
        String account = "acct%02d".formatted(id % 50);
        StringBuilder text = new StringBuilder();
        text.append(account)
                .append(
                        "||%d|%d|%s|77|||alpha|||1-00:00:00|86400|%d|0:0|1-00:00:00"
                                .formatted(48 * nodes, nodes, tres, id + 1_000_000))
                .append(
                        "|%d|%s|%s|0:0|SchedMain|100|staff|%d|%d|solve_case_%d"
                                .formatted(run, date(submit), end, id, id, id % 97))
                .append(
                        "|||||||%d|%d|cpn-q06-04-[01-%02d]||219333|main|normal|None|%d|%dG|%d|%s"
                                .formatted(
                                        48 * nodes, nodes, nodes, 48 * nodes, nodes, nodes, tres))
                .append(
                        "|||%s|COMPLETED|%s|sbatch --nodes=%d --time=24:00:00 run.sh|00:00:00"
                                .formatted(start, date(submit), nodes))
                .append(
                        "|00:01.697|1-00:00:00|1440|00:07.925||||1000|%s|00:06.228|/home/%s/work\n"
                                .formatted(user, user));
        for (String step : new String[] {"batch", "0"}) {
            text.append(account)
                    .append(
                            "||%d|%d|%s|77|00:00:00|4408K|alpha|||1-00:00:00|86400|%d||1-00:00:00"
                                    .formatted(48 * nodes, nodes, tres, id + 1_000_000))
                    .append(
                            "|%d|%s|%s|0:0||||%d.%s|%d.%s|%s"
                                    .formatted(run, start, end, id, step, id, step, step))
                    .append(
                            "|Unknown|0.33M|cpn-q06-04-01|4408K|cpn-q06-04-01|183072K|%d|%d"
                                    .formatted(48 * nodes, nodes))
                    .append("|cpn-q06-04-[01-%02d]|1|||||%d||%d|||".formatted(nodes, nodes, nodes))
                    .append(
                            "|%s|COMPLETED|%s||00:00:00|00:00.148|||00:00.462|%s|%s|%s|||00:00.314|\n"
                                    .formatted(start, start, USAGE, USAGE, USAGE));
        }
        return text.toString();
    }
}
