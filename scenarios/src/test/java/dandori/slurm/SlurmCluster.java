package dandori.slurm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dandori.policy.share.Accounts;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slurm on this machine: munged, slurmctld, and a slurmd for each node of one processor, all with
 * files and ports of their own. Needs no systemd, cgroups or rights; {@link #close} ends all.
 *
 * <p>Slurm 22.05 of Debian 12 ({@code slurm-wlm}, {@code munge}). The nodes are given whole ({@code
 * select/linear}): where jobs share nodes, backfill keeps whole ones for those who wait.
 */
final class SlurmCluster implements AutoCloseable {

    private static final Pattern STAY =
            Pattern.compile(
                    "Name=job(\\d+) .*StartTime=(\\S+) EndTime=(\\S+) .*SubmitTime=(\\S+) ");

    private final Path folder;
    private final List<Process> daemons = new ArrayList<>();
    private Instant began =
            Instant.EPOCH; // the whole second in which slurmctld began, or its looks

    /**
     * Starts the daemons, and waits until all nodes are idle.
     *
     * @param folder for their files
     * @param slurmConf lines on partitions and priorities
     * @param firstPort they listen to the first free ports from this one on
     * @param accounts whose usage is kept in books; {@link Accounts#EQUAL} if there are no books
     */
    SlurmCluster(Path folder, List<String> slurmConf, int firstPort, Accounts accounts)
            throws IOException, InterruptedException {
        this.folder = folder;
        try {
            List<Integer> ports = freePorts(firstPort, Trial.NODES + 3);
            SlurmAccounting books = new SlurmAccounting(this, folder, ports.get(0), ports.get(1));
            boolean hasBooks = !accounts.organizations().isEmpty();
            List<String> conf = conf(slurmConf, ports.subList(2, ports.size()));
            conf.addAll(
                    hasBooks
                            ? books.conf()
                            : List.of("AccountingStorageType=accounting_storage/none"));
            Files.write(folder.resolve("slurm.conf"), conf);
            Files.createFile(folder.resolve("jobs.txt"));
            Files.createDirectory(folder.resolve("state"));
            beginMunge();
            if (hasBooks) {
                books.begin(accounts);
            }
            began = Instant.ofEpochSecond(Instant.now().getEpochSecond());
            begin("slurmctld", "-D", "-c");
            for (int node = 0; node < Trial.NODES; node++) {
                Files.createDirectory(folder.resolve("spool-n" + node));
                begin("slurmd", "-D", "-N", "n" + node);
            }
            awaitIdle();
            if (hasBooks) {
                began = usageBegan();
            }
        } catch (IOException | InterruptedException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** Whether the programs are here. */
    static boolean isInstalled() {
        return !Boolean.getBoolean("dandori.alone")
                && List.of("munged", "slurmctld", "slurmd", "sbatch").stream()
                        .noneMatch(name -> program(name).isEmpty());
    }

    static String program(String name) {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/bin";
        return Arrays.stream(path.split(":", -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
    }

    private List<String> conf(List<String> more, List<Integer> ports)
            throws IOException, InterruptedException {
        String host = host();
        String user = System.getProperty("user.name");
        List<String> lines = new ArrayList<>();
        lines.add("ClusterName=judge");
        lines.add("SlurmctldHost=%s(127.0.0.1)".formatted(host));
        lines.add("SlurmctldPort=" + ports.get(0));
        lines.add("AuthType=auth/munge");
        lines.add("AuthInfo=socket=" + folder.resolve("munge.sock"));
        lines.add("CredType=cred/munge");
        lines.add("SlurmUser=" + user);
        lines.add("SlurmdUser=" + user);
        lines.add("StateSaveLocation=" + folder.resolve("state"));
        lines.add("SlurmdSpoolDir=" + folder.resolve("spool-%n"));
        lines.add("SlurmctldPidFile=" + folder.resolve("slurmctld.pid"));
        lines.add("SlurmdPidFile=" + folder.resolve("slurmd-%n.pid"));
        lines.add("SlurmctldLogFile=" + folder.resolve("slurmctld.log"));
        lines.add("SlurmdLogFile=" + folder.resolve("slurmd-%n.log"));
        lines.add("SlurmdTimeout=0");
        lines.add("ProctrackType=proctrack/linuxproc");
        lines.add("TaskPlugin=task/none");
        lines.add("MpiDefault=none");
        lines.add("SelectType=select/linear");
        lines.add("JobCompType=jobcomp/filetxt");
        lines.add("JobCompLoc=" + folder.resolve("jobs.txt"));
        lines.add("SlurmdParameters=config_overrides");
        lines.add("SchedulerType=sched/backfill");
        lines.add(
                "SchedulerParameters=bf_interval=1,bf_resolution=1,bf_window=60,batch_sched_delay=0");
        lines.add("PriorityType=priority/multifactor");
        lines.add(
                "NodeName=n[0-%d] NodeHostname=%s NodeAddr=127.0.0.1 Port=%s CPUs=1 State=UNKNOWN"
                        .formatted(
                                Trial.NODES - 1,
                                host,
                                "[" + join(ports.subList(1, ports.size())) + "]"));
        lines.addAll(more);
        return lines;
    }

    String host() throws IOException, InterruptedException {
        return run("hostname", "-s").strip();
    }

    private static String join(List<Integer> ports) {
        return String.join(",", ports.stream().map(String::valueOf).toList());
    }

    /** The first so many free ports from one on. */
    private static List<Integer> freePorts(int first, int count) throws IOException {
        List<Integer> ports = new ArrayList<>();
        for (int port = first; ports.size() < count; port++) {
            try (ServerSocket free = new ServerSocket(port)) {
                ports.add(free.getLocalPort());
            } catch (IOException taken) {
                if (port > first + 80) {
                    throw taken;
                }
            }
        }
        return ports;
    }

    private void beginMunge() throws IOException, InterruptedException {
        Path key = folder.resolve("munge.key");
        byte[] secret = new byte[128];
        new SecureRandom().nextBytes(secret);
        Files.write(key, secret);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        begin(
                "munged",
                "--foreground",
                "--force",
                "--key-file=" + key,
                "--socket=" + folder.resolve("munge.sock"),
                "--pid-file=" + folder.resolve("munged.pid"),
                "--log-file=" + folder.resolve("munged.log"),
                "--seed-file=" + folder.resolve("munge.seed"));
        for (int i = 0; i < 100 && !Files.exists(folder.resolve("munge.sock")); i++) {
            Thread.sleep(100);
        }
    }

    void begin(String daemon, String... arguments) throws IOException {
        ProcessBuilder builder = builder(program(daemon), arguments);
        builder.redirectErrorStream(true);
        Path said = folder.resolve("%s-%d.said".formatted(daemon, daemons.size()));
        daemons.add(builder.redirectOutput(said.toFile()).start());
    }

    private ProcessBuilder builder(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("SLURM_CONF", folder.resolve("slurm.conf").toString());
        return builder;
    }

    /** Runs a program again and again, for half a minute at most: its daemon may not be there. */
    void runUntilItWorks(String program, String... arguments)
            throws IOException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            try {
                run(program, arguments);
                return;
            } catch (IOException notYet) {
                Thread.sleep(300);
            }
        }
        run(program, arguments);
    }

    /** What a program says. */
    String run(String program, String... arguments) throws IOException, InterruptedException {
        Process process = builder(program, arguments).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("%s failed: %s".formatted(program, said));
        }
        return said;
    }

    /** When slurmctld began to look at usage; it does so again every period. */
    private Instant usageBegan() throws IOException {
        String line =
                Files.readAllLines(folder.resolve("slurmctld.log")).stream()
                        .filter(one -> one.contains("No last decay"))
                        .findFirst()
                        .orElseThrow(() -> new IOException("slurmctld looks at no usage."));
        String date = line.substring(1, line.indexOf('.'));
        return LocalDateTime.parse(date).atZone(ZoneId.systemDefault()).toInstant();
    }

    private void awaitIdle() throws InterruptedException, IOException {
        long idle = 0;
        for (int i = 0; i < 300; i++) {
            Thread.sleep(200);
            try {
                String nodes = run("sinfo", "-h", "-N", "-o", "%N %t");
                idle = nodes.lines().distinct().filter(line -> line.endsWith(" idle")).count();
            } catch (IOException notYet) {
                continue;
            }
            if (idle == Trial.NODES) {
                return;
            }
        }
        throw new IOException(
                "Of %d nodes %d are idle after a minute.\n%s"
                        .formatted(
                                Trial.NODES,
                                idle,
                                Files.readString(folder.resolve("slurmctld.log"))));
    }

    /** Submits the jobs when they are due, and waits for the last to end. */
    List<Stay> run(List<Sleep> jobs) throws IOException, InterruptedException {
        submit(jobs, Instant.now());
        return await(jobs.size());
    }

    /** Submits the jobs when they are due, as seconds since slurmctld began. */
    void submit(List<Sleep> jobs) throws IOException, InterruptedException {
        submit(jobs, began);
    }

    private void submit(List<Sleep> jobs, Instant zero) throws IOException, InterruptedException {
        for (int i = 0; i < jobs.size(); i++) {
            Sleep job = jobs.get(i);
            sleepUntil(zero.plusSeconds(job.submitSeconds()));
            List<String> arguments =
                    new ArrayList<>(
                            List.of(
                                    "--job-name=job" + i,
                                    "--nodes=" + job.nodes(),
                                    "--time=" + job.limitMinutes(),
                                    "--partition=" + job.partition(),
                                    "--output=/dev/null",
                                    "--wrap=exec sleep " + job.runSeconds()));
            if (!job.account().isEmpty()) {
                arguments.add("--account=" + job.account());
            }
            run("sbatch", arguments.toArray(String[]::new));
        }
    }

    /** Waits until so many seconds after slurmctld began. */
    void sleepUntil(int seconds) throws InterruptedException {
        sleepUntil(began.plusSeconds(seconds));
    }

    private static void sleepUntil(Instant then) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), then).toMillis()));
    }

    /** Waits until so many jobs have ended. */
    List<Stay> await(int count) throws IOException, InterruptedException {
        Map<Integer, Stay> stays = stays();
        for (int i = 0; i < 600 && stays.size() < count; i++) {
            Thread.sleep(200);
            stays = stays();
        }
        if (stays.size() < count) {
            throw new IOException("Of %d jobs %d have ended.".formatted(count, stays.size()));
        }
        return List.copyOf(stays.values());
    }

    private Map<Integer, Stay> stays() throws IOException {
        Map<Integer, Stay> stays = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("jobs.txt"))) {
            Matcher stay = STAY.matcher(line);
            if (stay.find()) {
                stays.put(
                        Integer.valueOf(stay.group(1)),
                        new Stay(
                                second(stay.group(4)),
                                second(stay.group(2)),
                                second(stay.group(3))));
            }
        }
        return stays;
    }

    private long second(String date) {
        Instant at = LocalDateTime.parse(date).atZone(ZoneId.systemDefault()).toInstant();
        return Duration.between(began, at).toSeconds();
    }

    /** Ends all that has been begun, the jobs among it. */
    @Override
    public void close() {
        try {
            run("scancel", "--user=" + System.getProperty("user.name"));
            Thread.sleep(200);
        } catch (IOException none) {
            // no daemon to ask: there is nothing to cancel
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (Process daemon : daemons) {
            daemon.descendants().forEach(ProcessHandle::destroy);
            daemon.destroy();
        }
        for (Process daemon : daemons) {
            try {
                if (!daemon.waitFor(5, TimeUnit.SECONDS)) {
                    daemon.destroyForcibly();
                }
            } catch (InterruptedException interrupted) {
                daemon.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
