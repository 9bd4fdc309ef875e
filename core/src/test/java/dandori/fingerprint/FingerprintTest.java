package dandori.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.metric.JobLog;
import dandori.reference.CoreRun;
import dandori.reference.Setting;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Conventions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Schedules that must not change without somebody's saying why: whoever changes a line of {@code
 * fingerprints.csv} explains it in the commit. Equal on every JDK and any number of threads.
 */
class FingerprintTest {

    private static final String FILE = "/fingerprints.csv";

    @Test
    void noScheduleHasChanged() throws IOException {
        List<String> lines = lines();
        List<String> now = new ArrayList<>();
        for (String line : lines) {
            now.add(again(line));
        }
        assertThat(String.join("\n", now)).isEqualTo(String.join("\n", lines));
        assertThat(lines).hasSizeGreaterThan(80);
    }

    @Test
    void threadsChangeNothing() throws Exception {
        List<String> lines = lines();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> runs = new ArrayList<>();
            lines.forEach(line -> runs.add(() -> again(line)));
            List<String> now = new ArrayList<>();
            for (Future<String> run : threads.invokeAll(runs)) {
                now.add(run.get());
            }
            assertThat(now).isEqualTo(lines);
        } finally {
            threads.shutdown();
        }
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = FingerprintTest.class.getResourceAsStream(FILE)) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).toList();
        }
    }

    /** The line with the fingerprint of the schedule as it is now. */
    private static String again(String line) {
        String[] field = line.split(",");
        long seed = Long.parseLong(field[4]);
        World world = Worlds.random(seed, 400);
        if (field[0].equals("outages")) {
            world = Worlds.withOutages(world, seed);
        }
        Setting setting = Setting.of(field[1], field[2]);
        if (field[0].equals("limits")) {
            setting = setting.userLimit(2);
        }
        if (field[3].equals("sc15")) {
            world = Worlds.ofThePaper(world);
        }
        setting = setting.conventions(Conventions.named(field[3]).orElseThrow());
        JobLog log = CoreRun.play(world, setting).log();
        StringBuilder table = new StringBuilder();
        for (int job = 0; job < log.jobs().count(); job++) {
            table.append(log.jobs().id(job)).append(',').append(log.state(job).text());
            if (log.hasStarted(job)) {
                table.append(',')
                        .append(log.startMillis(job))
                        .append(',')
                        .append(log.endMillis(job));
            }
            table.append('\n');
        }
        field[5] = sha256(table.toString());
        return String.join(",", field);
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
