package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Studies whose shards a real Slurm plays. */
class SubmitTest {

    private static final String SWEPT =
            """
            scenario: swept
            machines: {east: {nodes: 32}}
            organizations: {us: {home: east}}
            workload:
              streams:
                - {organization: us, generate: {load: {sweep: [0.6, 0.9]}, nodes: {max: 32}}}
            policies: {plain: {backfill: none}, easy: {backfill: easy}}
            run: {length: 40w, seeds: 1..2, keep: summaries}
            """;

    @TempDir Path folder;
    private Path scenario;
    private final List<Process> begun = new ArrayList<>();

    @AfterEach
    void end() {
        begun.forEach(Process::destroyForcibly);
    }

    private List<String> call(Path out, String... more) {
        List<String> words = Call.javaWords(List.of());
        words.addAll(List.of("run", scenario.toString(), "--out", out.toString()));
        words.addAll(List.of("--submit", "slurm", "--progress", "plain"));
        words.addAll(List.of(more));
        return words;
    }

    /** A call that goes on; its words on standard error go to a file. */
    private Process begin(SmallSlurm slurm, List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().put("SLURM_CONF", slurm.conf().toString());
        Process process =
                builder.redirectOutput(folder.resolve("out.txt").toFile())
                        .redirectError(folder.resolve("err.txt").toFile())
                        .start();
        begun.add(process);
        return process;
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("err.txt"));
    }

    /** The job that plays the shards, once one of them runs. */
    private static String awaitJob(SmallSlurm slurm) throws Exception {
        for (int i = 0; i < 600; i++) {
            String running = slurm.run("squeue", "-h", "-r", "-t", "RUNNING", "-o", "%F");
            if (!running.isBlank()) {
                return running.lines().findFirst().orElseThrow().strip();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Nothing runs.");
    }

    /** Kills the JVM that plays a shard, as a node does that runs out of memory. */
    private static boolean kill(String shard) {
        List<ProcessHandle> playing =
                ProcessHandle.allProcesses()
                        .filter(one -> words(one).contains("--shard " + shard + " --out"))
                        .toList();
        playing.forEach(ProcessHandle::destroyForcibly);
        return !playing.isEmpty();
    }

    /** The words of a process; of long ones a {@link ProcessHandle} does not tell them. */
    private static String words(ProcessHandle process) {
        try {
            Path file = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
            return Files.readString(file).replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void slurmPlaysTheShardsAndWhatIsKilledIsPlayedAgain() throws Exception {
        if (!SmallSlurm.isInstalled()) {
            String skipped = "Skipped: there is no Slurm here (apt-get install slurm-wlm munge).";
            System.out.println("SubmitTest: " + skipped);
            abort(skipped);
        }
        scenario = Files.writeString(folder.resolve("swept.yaml"), SWEPT);
        Path whole = folder.resolve("whole");
        assertThat(Call.of("run", scenario, "--out", whole, "--progress", "none").status())
                .isZero();
        Path out = folder.resolve("out");
        try (SmallSlurm slurm = new SmallSlurm(Files.createDirectory(folder.resolve("slurm")))) {
            refusesWhatSlurmRefuses(slurm);
            Process first = begin(slurm, call(out, "--shards", "3"));
            String job = awaitJob(slurm);
            slurm.run("scancel", job + "_3");
            awaitKilled("1/3");
            first.toHandle().destroy(); // as Ctrl-C does
            assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(said())
                    .contains("Slurm plays 3 shards as job ")
                    .contains("goes on without us. The same call with --resume follows it;");

            Process again = begin(slurm, call(out, "--resume"));
            assertThat(again.waitFor(4, TimeUnit.MINUTES)).isTrue();

            assertThat(said()).contains("Slurm plays 3 shards as job ");
            assertThat(again.exitValue()).isZero();
        }
        assertThat(folder.resolve("out.txt")).content().contains("Details: ");
        ArrayState state = ArrayState.read(out.resolve("shards")).orElseThrow();
        assertThat(state.jobs().get(1)).as("was killed").isNotEqualTo(state.jobs().get(2));
        assertThat(state.jobs().get(3)).as("was cancelled").isNotEqualTo(state.jobs().get(2));
        Map<String, String> results = Folder.results(out);
        results.keySet().removeIf(name -> name.startsWith("shards/"));
        assertThat(results).isEqualTo(Folder.results(whole));
    }

    private static void awaitKilled(String shard) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (kill(shard)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Nobody plays shard " + shard + ".");
    }

    private void refusesWhatSlurmRefuses(SmallSlurm slurm) throws Exception {
        Path out = folder.resolve("refused");
        Process refused = begin(slurm, call(out, "--slurm-options", "--partition=gpu"));
        assertThat(refused.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(refused.exitValue()).isEqualTo(1);
        assertThat(said())
                .contains("sbatch did not take the shards: invalid partition specified: gpu")
                .contains("Maybe other --slurm-options");
    }

    @Test
    void withoutSlurmNothingIsWritten() throws IOException {
        scenario = Files.writeString(folder.resolve("swept.yaml"), SWEPT);
        List<String> words = new ArrayList<>(List.of("/usr/bin/env", "PATH=" + folder));
        words.addAll(call(folder.resolve("out")));

        Call call = Call.ofProcess(folder, words);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err())
                .contains("--submit: there is no 'sbatch' on the PATH of this machine.")
                .contains("Maybe a login node of the cluster;");
        assertThat(folder.resolve("out/scenario.yaml")).doesNotExist();
    }

    @Test
    void wordsThatSayNothingAreRefused() throws IOException {
        scenario = Files.writeString(folder.resolve("swept.yaml"), SWEPT);
        refused("--shards: says nothing without --submit.", "--shards", "3");
        refused("--slurm-options: says nothing without", "--slurm-options", "--time=1");
        refused("--shard: what is submitted is all", "--submit", "slurm", "--shard", "1/2");
        refused(
                "--shards: must be from 1 to 10000, but is 0.",
                "--submit",
                "slurm",
                "--shards",
                "0");
        refused("--submit: there is no 'slurn'.\nMaybe 'slurm'", "--submit", "slurn");
        Files.writeString(
                scenario,
                SWEPT.replace(
                        "seeds: 1..2",
                        "seeds: 1..2, until: {figure: utilization, halfWidth: 8 %}"));
        refused("--shard: with 'run.until' the seeds follow from", "--shard", "1/2");
    }

    private void refused(String words, String... more) {
        List<Object> call = new ArrayList<>(List.of("run", scenario, "--out", folder.resolve("o")));
        call.addAll(List.of(more));
        Call refused = Call.of(call.toArray());
        assertThat(refused.err()).contains(words);
        assertThat(refused.status()).isEqualTo(2);
    }
}
