package dandori.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Slurm on this machine with two nodes of one processor, without accounting: munged, slurmctld and
 * two slurmd, with files and ports of their own. {@link #close} ends all.
 */
final class SmallSlurm implements AutoCloseable {

    private final Path folder;
    private final List<Process> daemons = new ArrayList<>();

    SmallSlurm(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        try {
            Files.write(conf(), lines(freePorts(3)));
            Files.createDirectory(folder.resolve("state"));
            beginMunge();
            begin("slurmctld", "-D", "-c");
            for (String node : List.of("n0", "n1")) {
                Files.createDirectory(folder.resolve("spool-" + node));
                begin("slurmd", "-D", "-N", node);
            }
            awaitIdle();
        } catch (IOException | InterruptedException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** Whether the programs are here. */
    static boolean isInstalled() {
        return !Boolean.getBoolean("dandori.alone")
                && Stream.of("munged", "slurmctld", "slurmd", "sbatch", "squeue")
                        .noneMatch(name -> program(name).isEmpty());
    }

    /** The file that SLURM_CONF is to name. */
    Path conf() {
        return folder.resolve("slurm.conf");
    }

    private static String program(String name) {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/bin";
        return Stream.of(path.split(":", -1))
                .map(one -> Path.of(one, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
    }

    private List<String> lines(List<Integer> ports) throws IOException {
        String host = InetAddress.getLocalHost().getHostName().replaceFirst("\\..*", "");
        String user = System.getProperty("user.name");
        return List.of(
                "ClusterName=small",
                "SlurmctldHost=%s(127.0.0.1)".formatted(host),
                "SlurmctldPort=" + ports.get(0),
                "AuthType=auth/munge",
                "AuthInfo=socket=" + folder.resolve("munge.sock"),
                "CredType=cred/munge",
                "SlurmUser=" + user,
                "SlurmdUser=" + user,
                "StateSaveLocation=" + folder.resolve("state"),
                "SlurmdSpoolDir=" + folder.resolve("spool-%n"),
                "SlurmctldPidFile=" + folder.resolve("slurmctld.pid"),
                "SlurmdPidFile=" + folder.resolve("slurmd-%n.pid"),
                "SlurmctldLogFile=" + folder.resolve("slurmctld.log"),
                "SlurmdLogFile=" + folder.resolve("slurmd-%n.log"),
                "SlurmdTimeout=0",
                "ProctrackType=proctrack/linuxproc",
                "TaskPlugin=task/none",
                "MpiDefault=none",
                "SelectType=select/linear",
                "SlurmdParameters=config_overrides",
                "SchedulerType=sched/backfill",
                "SchedulerParameters=bf_interval=1,batch_sched_delay=0,sched_interval=1",
                "AccountingStorageType=accounting_storage/none",
                "NodeName=n[0-1] NodeHostname=%s NodeAddr=127.0.0.1 Port=[%d,%d] CPUs=1 RealMemory=2000 State=UNKNOWN"
                        .formatted(host, ports.get(1), ports.get(2)),
                "PartitionName=main Nodes=n[0-1] Default=YES State=UP");
    }

    private static List<Integer> freePorts(int count) throws IOException {
        int first = 11_000 + (int) (ProcessHandle.current().pid() % 500) * 2;
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
        Path socket = folder.resolve("munge.sock");
        begin(
                "munged",
                "--foreground",
                "--force",
                "--key-file=" + key,
                "--socket=" + socket,
                "--pid-file=" + folder.resolve("munged.pid"),
                "--log-file=" + folder.resolve("munged.log"),
                "--seed-file=" + folder.resolve("munge.seed"));
        for (int i = 0; i < 100 && !Files.exists(socket); i++) {
            Thread.sleep(100);
        }
    }

    private void begin(String daemon, String... arguments) throws IOException {
        Path said = folder.resolve("%s-%d.said".formatted(daemon, daemons.size()));
        daemons.add(builder(daemon, arguments).redirectOutput(said.toFile()).start());
    }

    private ProcessBuilder builder(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program(program)));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("SLURM_CONF", conf().toString());
        return builder.redirectErrorStream(true);
    }

    /** What a program of Slurm's says. */
    String run(String program, String... arguments) throws IOException, InterruptedException {
        Process process = builder(program, arguments).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("%s failed: %s".formatted(program, said));
        }
        return said;
    }

    private void awaitIdle() throws InterruptedException, IOException {
        for (int i = 0; i < 150; i++) {
            Thread.sleep(200);
            try {
                if (run("sinfo", "-h", "-t", "idle", "-o", "%D").strip().equals("2")) {
                    return;
                }
            } catch (IOException notYet) {
                // slurmctld is not there yet
            }
        }
        throw new IOException(
                "No idle nodes.\n" + Files.readString(folder.resolve("slurmctld.log")));
    }

    @Override
    public void close() {
        try {
            run("scancel", "--user=" + System.getProperty("user.name"));
            Thread.sleep(300);
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
