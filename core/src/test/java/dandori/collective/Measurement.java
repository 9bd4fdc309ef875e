package dandori.collective;

import dandori.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One row of the measurements on Fugaku.
 *
 * @param algorithm as in the file, without {@code default-}, which marks the library's own
 */
record Measurement(
        Collective what, LogicalShape shape, long bytes, String algorithm, double micros) {

    private static final String OWN = "default-";

    /** The rows of the library's own algorithms for the collectives that are modelled. */
    static List<Measurement> all() {
        try {
            return Files.readAllLines(Shared.file("facts/fugaku_collectives_measured.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .filter(row -> row[4].startsWith(OWN) && what(row[0]).isPresent())
                    .map(Measurement::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Measurement of(String[] row) {
        return new Measurement(
                what(row[0]).orElseThrow(),
                new LogicalShape(Arrays.stream(row[1].split("x")).map(Integer::parseInt).toList()),
                Long.parseLong(row[3]),
                row[4].substring(OWN.length()),
                Double.parseDouble(row[5]));
    }

    private static Optional<Collective> what(String word) {
        return switch (word) {
            case "ALLREDUCE" -> Optional.of(Collective.ALL_REDUCE);
            case "ALLGATHER" -> Optional.of(Collective.ALL_GATHER);
            case "REDUCE_SCATTER" -> Optional.of(Collective.REDUCE_SCATTER);
            case "ALLTOALL" -> Optional.of(Collective.ALL_TO_ALL);
            case "BCAST" -> Optional.of(Collective.BROADCAST);
            default -> Optional.empty();
        };
    }

    boolean isDefault() {
        return algorithm.equals("default");
    }

    SizeClass size() {
        return SizeClass.of(bytes);
    }

    /** How far a time is off, relatively. */
    double error(double modelMicros) {
        return modelMicros / micros - 1;
    }
}
