package dandori.trace.sacct;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.trace.Findings;
import dandori.trace.JobLog;
import dandori.trace.LoggedJob;
import dandori.trace.TraceInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader against one that splits lines into texts, on logs of columns in any order. */
class SacctTwinTest {

    private static final List<String> COLUMNS =
            List.of(
                    "JobID",
                    "JobName",
                    "User",
                    "Account",
                    "Submit",
                    "Start",
                    "End",
                    "Elapsed",
                    "TimelimitRaw",
                    "State",
                    "NNodes",
                    "AllocCPUS",
                    "AllocTRES",
                    "MaxRSS",
                    "WorkDir");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void bothReadTheSame(int seed) throws IOException {
        Random random = new Random(seed);
        List<String> columns = new ArrayList<>(COLUMNS);
        Collections.shuffle(columns, random);
        StringBuilder log = new StringBuilder(String.join("|", columns)).append('\n');
        for (int id = 1; id <= 3_000; id++) {
            log.append(line(columns, id, "", random));
            if (random.nextInt(3) == 0) {
                log.append(line(columns, id, ".batch", random));
            }
        }

        assertThat(fast(log.toString())).isEqualTo(slow(log.toString()));
    }

    private static String line(List<String> columns, int id, String step, Random random) {
        LocalDateTime submit =
                LocalDateTime.of(2024, 1, 1, 0, 0, 1).plusSeconds(random.nextInt(40_000_000));
        int run = random.nextInt(200_000);
        LocalDateTime start = submit.plusSeconds(random.nextInt(90_000));
        int nodes = 1 + random.nextInt(64);
        Map<String, String> values = new HashMap<>();
        values.put("JobID", id + step);
        values.put("JobName", "x".repeat(random.nextInt(12)));
        values.put("User", step.isEmpty() ? "user" + random.nextInt(40) : "");
        values.put("Account", "acct" + random.nextInt(9));
        values.put("Submit", text(submit));
        values.put("Start", text(start));
        values.put("End", text(start.plusSeconds(run)));
        values.put("Elapsed", text(run));
        values.put("TimelimitRaw", "" + (1 + random.nextInt(5_000)));
        values.put("State", random.nextBoolean() ? "COMPLETED" : "TIMEOUT");
        values.put("NNodes", "" + nodes);
        values.put("AllocCPUS", "" + 48 * nodes);
        values.put("AllocTRES", "cpu=" + 48 * nodes + ",gres/gpu=" + 4 * nodes + ",node=" + nodes);
        values.put("MaxRSS", step.isEmpty() ? "" : random.nextInt(9_000) + "K");
        values.put("WorkDir", "/home/a b/" + random.nextInt(5));
        return String.join("|", columns.stream().map(values::get).toList()) + "\n";
    }

    private static String text(LocalDateTime date) {
        return "%1$tFT%1$tT".formatted(date);
    }

    private static String text(int seconds) {
        String time =
                "%02d:%02d:%02d".formatted(seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
        return seconds < 86_400 ? time : seconds / 86_400 + "-" + time;
    }

    private static List<String> fast(String log) throws IOException {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        JobLog jobs =
                new Sacct()
                        .open(
                                new TraceInput("t", "t", new ByteArrayInputStream(bytes)),
                                new Findings());
        List<String> all = new ArrayList<>();
        LoggedJob job = new LoggedJob();
        while (jobs.next(job)) {
            all.add(
                    "%d %d %d %d %d %d %d %d %s %s %s"
                            .formatted(
                                    job.id,
                                    job.submitMillis,
                                    job.waitMillis,
                                    job.runMillis,
                                    job.walltimeMillis,
                                    job.allocatedNodes,
                                    job.allocatedProcessors,
                                    job.allocatedAccelerators,
                                    job.user,
                                    job.group,
                                    job.end));
        }
        return all;
    }

    private static List<String> slow(String log) {
        String[] lines = log.split("\n");
        List<String> columns = Arrays.asList(lines[0].split("\\|"));
        List<String> all = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            String[] fields = line.split("\\|", -1);
            Map<String, String> job = new HashMap<>();
            for (int i = 0; i < fields.length; i++) {
                job.put(columns.get(i), fields[i]);
            }
            if (!job.get("JobID").contains(".")) {
                long submit = millis(job.get("Submit"));
                long start = millis(job.get("Start"));
                all.add(
                        "%s %d %d %d %d %s %s %s %s %s %s"
                                .formatted(
                                        job.get("JobID"),
                                        submit,
                                        start - submit,
                                        millis(job.get("End")) - start,
                                        60_000 * Long.parseLong(job.get("TimelimitRaw")),
                                        job.get("NNodes"),
                                        job.get("AllocCPUS"),
                                        job.get("AllocTRES").split("gres/gpu=")[1].split(",")[0],
                                        job.get("User"),
                                        job.get("Account"),
                                        job.get("State")));
            }
        }
        return all;
    }

    private static long millis(String date) {
        return LocalDateTime.parse(date).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
