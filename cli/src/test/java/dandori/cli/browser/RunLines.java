package dandori.cli.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The lines of a jobs.csv.gz, read by no code of the viewer. */
final class RunLines {

    private RunLines() {}

    /**
     * A job of a file whose texts have no commas.
     *
     * @param cells its cells, as the file has them
     */
    record Line(List<String> cells) {

        String id() {
            return cells.get(0);
        }

        String organization() {
            return cells.get(1);
        }

        String user() {
            return cells.get(2);
        }

        String machine() {
            return cells.get(3);
        }

        double submit() {
            return Double.parseDouble(cells.get(5));
        }

        double start() {
            return cells.get(6).isEmpty() ? Double.NaN : Double.parseDouble(cells.get(6));
        }

        double end() {
            return cells.get(7).isEmpty() ? Double.NaN : Double.parseDouble(cells.get(7));
        }

        int nodes() {
            return Integer.parseInt(cells.get(8));
        }

        String state() {
            return cells.get(11);
        }

        double waitSeconds() {
            return Double.parseDouble(cells.get(12));
        }

        /** Up to when it waited or ran. */
        double last() {
            double ran = Double.parseDouble(cells.get(10).isEmpty() ? "0" : cells.get(10));
            double started = Double.isNaN(start()) ? submit() + waitSeconds() : start() + ran;
            return Double.isNaN(end()) ? started : end();
        }

        /** First and last node of its longest range. */
        int[] range() {
            return Arrays.stream(cells.get(16).split(" "))
                    .map(range -> range.split("-"))
                    .map(ends ->
                            new int[] {
                                Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])
                            })
                    .max((a, b) -> Integer.compare(a[1] - a[0], b[1] - b[0]))
                    .orElseThrow();
        }

        double middleTime() {
            return (start() + end()) / 2;
        }

        double middleNode() {
            return (range()[0] + range()[1] + 1) / 2.0;
        }

        /** A quarter into its longest range, where no name of it is written. */
        double quarterNode() {
            return range()[0] + (range()[1] + 1 - range()[0]) / 4.0;
        }
    }

    static List<Line> read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            in.readLine(); // the head
            in.lines().forEach(line -> lines.add(new Line(List.of(line.split(",", -1)))));
        }
        return lines;
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
