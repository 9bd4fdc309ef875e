package dandori.web.timeline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the folder of a run of very many jobs on 158,976 nodes over half a year, to measure with.
 * Strips of nodes of one to three ranges have a job after the other, so no two meet.
 */
final class ManyJobs {

    /** The size of the machine. */
    static final int NODES = 158_976;

    /** How long the run is. */
    static final long SECONDS = 182 * 86_400L;

    private static final int STRIPS = 3_000;

    private ManyJobs() {}

    /**
     * A strip of nodes.
     *
     * @param number which
     * @param freeAt when its next job may start
     */
    private record Strip(int number, long freeAt) {}

    /** Writes so many jobs. */
    static void write(Path folder, int jobs) throws IOException {
        WrittenRun.machine(folder, "m", NODES);
        SplittableRandom random = new SplittableRandom(1);
        PriorityQueue<Strip> strips =
                new PriorityQueue<>((one, other) ->
                        one.freeAt() == other.freeAt()
                                ? Integer.compare(one.number(), other.number())
                                : Long.compare(one.freeAt(), other.freeAt()));
        int mean = (int) (SECONDS * STRIPS / jobs);
        for (int strip = 0; strip < STRIPS; strip++) {
            strips.add(new Strip(strip, random.nextInt(mean)));
        }
        try (Writer out = packed(folder.resolve("jobs.csv.gz"))) {
            out.write(WrittenRun.HEAD);
            for (int id = 1; id <= jobs; id++) {
                Strip strip = strips.remove();
                long runTime = 1L + random.nextInt(Math.max(1, 2 * mean * 9 / 10));
                long start = strip.freeAt();
                out.write(
                        WrittenRun.line(
                                id,
                                "institute-" + random.nextInt(9),
                                start - random.nextInt(1 + random.nextInt(200_000)),
                                start,
                                start + runTime,
                                set(strip.number())));
                strips.add(
                        new Strip(strip.number(), start + runTime + random.nextInt(1 + mean / 5)));
            }
        } catch (UncheckedIOException full) {
            throw full.getCause();
        }
    }

    private static Writer packed(Path file) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file), 1 << 16),
                        StandardCharsets.UTF_8),
                1 << 16);
    }

    /** The nodes of a strip: a third of it in each third of the machine, or all in one. */
    private static String set(int strip) {
        int width = NODES / STRIPS; // 52
        if (strip % 3 == 0) {
            return strip * width + "-" + (strip * width + width - 1);
        }
        // the two strips between those share their nodes by halves
        int pair = strip / 3 * 3 + 1;
        int first = pair * width + (strip == pair ? 0 : width / 2);
        int second = (pair + 1) * width + (strip == pair ? 0 : width / 2);
        return first
                + "-"
                + (first + width / 2 - 1)
                + " "
                + second
                + "-"
                + (second + width / 2 - 1);
    }
}
