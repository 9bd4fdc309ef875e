package dandori.results;

import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.metric.JobReader;
import dandori.sim.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * The tables of jobs of a run that does not keep them: {@code jobs.csv.gz} and, if it is needed,
 * {@code segments.csv.gz}. Lines are made as jobs leave, and wait in {@link PiecesByPlace} for
 * those of jobs that stand before them in the input. The tables are the same as {@link CellFiles}
 * writes of a run that keeps its jobs.
 *
 * @param names the names behind the numbers of jobs
 * @param machine where they run
 * @param placeOf the place of a job in the input, by its row
 */
public record StreamedTables(JobList names, Machine machine, IntUnaryOperator placeOf) {

    /**
     * Has a run played, and writes its tables.
     *
     * @param folder where to; made if it is not there
     * @param play plays it, and has each job read by the one given
     */
    public Outcome write(Path folder, Function<JobReader, Outcome> play) throws IOException {
        AtomicReference<Outcome> outcome = new AtomicReference<>();
        try (Segments segments = new Segments()) {
            WholeFile.write(
                    folder.resolve("jobs.csv.gz"),
                    out -> outcome.set(writeJobs(out, play, segments)));
            segments.write(folder);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        return Objects.requireNonNull(outcome.get());
    }

    private Outcome writeJobs(
            OutputStream out, Function<JobReader, Outcome> play, Segments segments)
            throws IOException {
        List<PoolNames> pools = PoolNames.of(machine);
        CsvPieces pieces = new CsvPieces(JobsTable.COLUMNS);
        try (PiecesByPlace byPlace = new PiecesByPlace()) {
            Outcome outcome =
                    play.apply((job, log) -> {
                        int place = placeOf.applyAsInt(job);
                        JobsTable.line(pieces.lines(), job, log, names, pools);
                        try {
                            add(place, pieces, byPlace, out);
                            segments.read(place, job, log);
                        } catch (IOException broken) {
                            throw new UncheckedIOException(broken);
                        }
                    });
            byPlace.finish(out);
            return outcome;
        }
    }

    private static void add(int place, CsvPieces pieces, PiecesByPlace byPlace, OutputStream out)
            throws IOException {
        boolean isFirst = pieces.head().length == 0;
        byte[] line = pieces.next();
        if (isFirst) {
            out.write(pieces.head());
        }
        byPlace.add(place, line);
        byPlace.writeWhole(out);
    }

    /** The table of those who had several stays on nodes: nobody knows before the end if any. */
    private static final class Segments implements AutoCloseable {

        private final CsvPieces pieces = new CsvPieces(SegmentsTable.COLUMNS);
        private final PiecesByPlace byPlace = new PiecesByPlace();

        void read(int place, int job, JobLog log) throws IOException {
            if (!log.segmentsBefore(job).isEmpty()) {
                SegmentsTable.write(pieces.lines(), job, log);
                byPlace.add(place, pieces.next());
            }
        }

        void write(Path folder) throws IOException {
            if (!byPlace.isEmpty()) {
                WholeFile.write(
                        folder.resolve("segments.csv.gz"),
                        out -> {
                            out.write(pieces.head());
                            byPlace.finish(out);
                        });
            } else {
                Files.deleteIfExists(folder.resolve("segments.csv.gz")); // of a run before
            }
        }

        @Override
        public void close() throws IOException {
            byPlace.close();
        }
    }
}
