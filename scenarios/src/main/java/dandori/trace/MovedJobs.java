package dandori.trace;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of a trace that stand below others submitted later, sorted by submit time, stably. Where
 * they are many, sorted parts of them lie in temporary files, which are gone when this is closed.
 */
final class MovedJobs implements AutoCloseable {

    private static final int IN_MEMORY = 1 << 18; // jobs; some 25 MB

    private final int inMemory;
    private final List<Part> parts = new ArrayList<>();
    private final PriorityQueue<Part> byHead =
            new PriorityQueue<>((one, other) -> one.head().isBefore(other.head()) ? -1 : 1);
    private List<UsedJob> latest = new ArrayList<>();

    MovedJobs() {
        this(IN_MEMORY);
    }

    /**
     * @param inMemory as many are sorted at once
     */
    MovedJobs(int inMemory) {
        this.inMemory = inMemory;
    }

    /** Of a trace in order of submission. */
    static MovedJobs none() {
        return new MovedJobs();
    }

    /** Takes the next one in the order of the file. */
    void add(UsedJob job) throws IOException {
        if (latest.size() == inMemory) {
            sortLatest();
            parts.add(new Part(written()));
            latest = new ArrayList<>();
        }
        latest.add(job);
    }

    private void sortLatest() {
        latest.sort(Comparator.comparingLong(UsedJob::submitMillis)); // stable
    }

    /** Ends the taking. */
    void sort() throws IOException {
        sortLatest();
        parts.add(new Part(latest.iterator()));
        for (Part part : parts) {
            part.advance();
            if (part.head != null) {
                byHead.add(part);
            }
        }
    }

    /** The first of those that are left; null if there is none. */
    @Nullable UsedJob head() {
        Part first = byHead.peek();
        return first == null ? null : first.head();
    }

    /** Goes on to the next. */
    void advance() throws IOException {
        Part first = byHead.remove();
        first.advance();
        if (first.head != null) {
            byHead.add(first);
        }
    }

    private DataInputStream written() throws IOException {
        Path file = Files.createTempFile("dandori-sorted", ".part");
        try (DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            out.writeInt(latest.size());
            for (UsedJob job : latest) {
                write(job, out);
            }
        } catch (IOException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
        return new DataInputStream(
                new BufferedInputStream(
                        Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), 1 << 16));
    }

    private static void write(UsedJob job, DataOutputStream out) throws IOException {
        out.writeInt(job.place());
        out.writeLong(job.id());
        out.writeLong(job.submitMillis());
        out.writeInt(job.nodes());
        out.writeLong(job.walltimeMillis());
        out.writeLong(job.runMillis());
        out.writeInt(job.user());
        out.writeInt(job.organization());
        out.writeInt(job.partition());
        out.writeLong(job.loggedWaitMillis());
    }

    private static UsedJob read(DataInputStream in) throws IOException {
        return new UsedJob(
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readLong());
    }

    @Override
    public void close() throws IOException {
        for (Part part : parts) {
            if (part.file != null) {
                part.file.close();
            }
        }
    }

    /** A sorted part: in memory, or in a file. */
    private static final class Part {

        private final @Nullable Iterator<UsedJob> jobs;
        private final @Nullable DataInputStream file;
        private int left; // in the file
        private @Nullable UsedJob head;

        Part(Iterator<UsedJob> jobs) {
            this.jobs = jobs;
            file = null;
        }

        Part(DataInputStream file) throws IOException {
            jobs = null;
            this.file = file;
            left = file.readInt();
        }

        UsedJob head() {
            return Objects.requireNonNull(head);
        }

        void advance() throws IOException {
            if (file != null) {
                head = left-- > 0 ? read(file) : null;
            } else {
                head = jobs != null && jobs.hasNext() ? jobs.next() : null;
            }
        }
    }
}
