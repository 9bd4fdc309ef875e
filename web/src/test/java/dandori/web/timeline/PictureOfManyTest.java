package dandori.web.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures in which stays are not each seen, pixel by pixel: random worlds of three machines, with
 * stays of several ranges, some without an end, in windows of every scale; drawn by one thread and
 * by two, with sets looked at once and for each stay.
 */
final class PictureOfManyTest {

    private static final int NODES = 40;

    private final SplittableRandom random = new SplittableRandom(31);

    @TempDir Path folder;

    /** Two machines, and one without a stay. */
    private final Map<String, List<ObviousPicture.Stay>> machines = new TreeMap<>();

    @Test
    void whatManyStaysHoldIsShownAtEachCentre() throws IOException {
        for (int round = 0; round < 80; round++) {
            machines.put("a", RandomStays.of(random, 1 + random.nextInt(120), NODES));
            machines.put("b", RandomStays.of(random, 1 + random.nextInt(2_500), 3));
            machines.put("c", List.of());
            Jobs jobs = written();
            for (String name : machines.keySet()) {
                for (int i = 0; i < 6; i++) {
                    compare(jobs, name, window());
                }
            }
        }
    }

    private void compare(Jobs jobs, String name, Window window) {
        int width = 1 << random.nextInt(8); // so that centres are exact
        int height = 1 << random.nextInt(7);
        byte[] expected = ObviousPicture.centres(machines.get(name), window, width, height);
        for (int many : new int[] {0, Integer.MAX_VALUE}) {
            assertThat(
                            new Picture(
                                            jobs,
                                            new RunMachine(name, "node", NODES, List.of()),
                                            window,
                                            width,
                                            height,
                                            Paint.by(Colouring.ORGANIZATION))
                                    .drawn(new Picture.Crowd(0, many)))
                    .as("%s, %s, %d x %d, from %d", name, window, width, height, many)
                    .isEqualTo(expected);
        }
    }

    private Window window() {
        double from = random.nextInt(-50, 3000) + random.nextInt(4) / 4.0;
        double length = Math.scalb((double) random.nextInt(1, 64), random.nextInt(-4, 12));
        int first = random.nextInt(NODES);
        return new Window(from, from + length, first, 1 + random.nextInt(2 * NODES));
    }

    /** The jobs of all machines, mixed; what ends when the run does has no end in the table. */
    private Jobs written() throws IOException {
        long last =
                machines.values().stream()
                        .flatMap(List::stream)
                        .mapToLong(ObviousPicture.Stay::end)
                        .max()
                        .orElseThrow();
        List<String> lines = new ArrayList<>();
        machines.forEach((name, stays) -> {
            for (ObviousPicture.Stay stay : List.copyOf(stays)) {
                String line =
                        WrittenRun.line(
                                        1,
                                        "o" + (stay.colour() - 1),
                                        0,
                                        stay.start(),
                                        stay.end(),
                                        RandomStays.set(stay))
                                .replace(",m,", "," + name + ",");
                boolean isOpen = stay.end() == last && last - stay.start() > 0;
                lines.add(
                        random.nextInt(lines.size() + 1),
                        isOpen
                                ? line.replaceFirst("," + last + ",", ",,")
                                        .replace("completed", "running")
                                : line);
            }
        });
        StringBuilder table = new StringBuilder(WrittenRun.HEAD);
        for (int organization = 0; organization < 8; organization++) { // so that all are known
            table.append("0,o%d,u,c,,0,,,1,9,0,waiting,0,0,0,0,,\n".formatted(organization));
        }
        lines.forEach(table::append);
        WrittenRun.table(folder, "jobs.csv.gz", table.toString());
        return WrittenRun.read(folder).jobs();
    }
}
