package dandori.web.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A run that is being read, or has been; any thread may look at what there is of it. */
public final class Run {

    private final Path folder;
    private final String stamp;
    private final RunAbout about;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Jobs jobs;
    private volatile double share; // of jobs.csv.gz
    private volatile boolean isUnwanted;
    private volatile List<String> problems = List.of();

    Run(Path folder, Path served, String stamp) {
        this.folder = folder;
        this.stamp = stamp;
        this.about = RunAbout.of(folder, served);
        this.jobs = new GrowingJobs(about.organizations(), about.machineNames()).soFar();
    }

    /** What its other files say. */
    public RunAbout about() {
        return about;
    }

    /** The jobs that have been read. */
    public Jobs jobs() {
        return jobs;
    }

    /** The share of the file of jobs that has been read, 0 to 1; 1 once there comes no more. */
    public double loaded() {
        return isOver() ? 1 : Math.min(0.999, share);
    }

    /** Whether all has been read, or what comes cannot be. */
    public boolean isOver() {
        return end.getCount() == 0;
    }

    /** The same text for the same state of the files. */
    public String stamp() {
        return stamp;
    }

    /** What is wrong with its files. */
    public List<String> problems() {
        List<String> all = new ArrayList<>(about.problems());
        all.addAll(problems);
        return all;
    }

    /** A machine by name; without pools where only jobs name it. */
    public @Nullable RunMachine machine(String name) {
        return machines().stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }

    /** All machines: those of the study, then those that only jobs name. */
    public List<RunMachine> machines() {
        Jobs now = jobs;
        List<RunMachine> machines = new ArrayList<>();
        for (String name : now.machines()) {
            int least = now.leastNodes(name);
            machines.add(
                    about.machines().stream()
                            .filter(one -> one.name().equals(name) && one.nodes() > 0)
                            .findFirst()
                            .orElse(new RunMachine(name, "", least, List.of())));
        }
        return machines;
    }

    /** Waits until it is over, or so long. */
    public void await(long millis) throws InterruptedException {
        end.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Lets the reading end soon. */
    void abandon() {
        isUnwanted = true;
    }

    /** Reads it all; however that ends, it is over then, and what was shown last stays. */
    void read() {
        List<String> found = new ArrayList<>();
        try {
            readTables(found);
        } catch (RuntimeException broken) {
            found.add("The jobs cannot be read.");
        } catch (OutOfMemoryError full) {
            found.add("The jobs do not fit into memory. What was read before is shown.");
        } finally {
            problems = List.copyOf(found);
            end.countDown();
        }
    }

    private void readTables(List<String> found) {
        GrowingJobs growing = new GrowingJobs(about.organizations(), about.machineNames());
        Path file = folder.resolve("jobs.csv.gz");
        Path segments = folder.resolve("segments.csv.gz");
        try (Table lines = Table.open(file);
                Table stays = Files.exists(segments) ? Table.open(segments) : null) {
            Stays of = stays == null ? null : new Stays(growing, stays);
            read(growing, new JobLines(growing, lines, of), lines, Files.size(file));
            if (of != null && !of.rest().isEmpty()) {
                found.add(of.rest());
            }
        } catch (NoSuchFileException absent) {
            found.add("There is no jobs.csv.gz here.");
        } catch (DamagedTableException damaged) {
            found.add(damaged.getMessage() + " What stands before is shown.");
        } catch (IOException broken) {
            found.add(
                    "jobs.csv.gz or segments.csv.gz cannot be read. What stands before is shown.");
        }
        growing.end();
        jobs = dealt(growing.soFar());
    }

    private void read(GrowingJobs growing, JobLines lines, Table table, long bytes)
            throws IOException {
        int shown = 0;
        while (!isUnwanted && lines.next()) {
            if ((growing.rows() & 0x3FFF) == 0) {
                share = table.packedBytes() / (double) Math.max(1, bytes);
                if (growing.rows() > shown + shown / 2) {
                    shown = growing.rows();
                    jobs = dealt(growing.soFar());
                }
            }
        }
    }

    private Jobs dealt(Jobs read) {
        Map<String, Integer> sizes = new HashMap<>();
        about.machines().forEach(machine -> sizes.put(machine.name(), machine.nodes()));
        return DealtRows.deal(read, sizes);
    }
}
