package dandori.fuzz;

import dandori.trace.ImportRules;
import dandori.trace.LogOptions;
import dandori.trace.TraceFormat;
import dandori.trace.TraceProfile;
import dandori.trace.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Traces: of each format that is installed, and of whichever the content looks like. */
final class TraceTargets {

    private static final int LARGEST_SEED = 100_000;

    private static final String SWF =
            """
            ; Version: 2.2
            ; MaxNodes: 64
            ; MaxProcs: 128
            ; UnixStartTime: 1000000000
            1 0 5 600 2 590 -1 2 900 -1 1 1 1 1 1 1 -1 -1
            2 60 0 6000 128 -1 -1 128 7200 -1 0 2 1 1 1 1 1 10
            3 60.5 -1 0 -1 -1 -1 1 -1 -1 5 3 2 -1 2 1 -1 -1
            """;

    private TraceTargets() {}

    static List<Target> of(Path folder) throws IOException {
        List<byte[]> samples = samples();
        List<Target> targets = new ArrayList<>();
        targets.add(target(folder, "trace", samples, LogOptions.none()));
        for (TraceFormat format : Traces.formats()) {
            List<byte[]> own =
                    samples.stream()
                            .filter(bytes -> format.recognizes(Arrays.copyOf(bytes, 4096)))
                            .toList();
            LogOptions options = new LogOptions(format.name(), null, null, null);
            targets.add(
                    target(
                            folder,
                            "trace-" + format.name(),
                            own.isEmpty() ? samples : own,
                            options));
        }
        return targets;
    }

    private static Target target(Path folder, String name, List<byte[]> seeds, LogOptions options) {
        Path file = folder.resolve(name);
        ImportRules rules = ImportRules.dandori().withLog(options);
        return new Target(
                name,
                seeds,
                bytes -> {
                    Files.write(file, bytes);
                    Traces.readBeginning(file, options);
                    TraceProfile.of(Traces.read(file, rules, (read, all) -> {}), rules);
                });
    }

    /** The small files of the importers' tests, and one that is always there. */
    private static List<byte[]> samples() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        samples.add(Target.bytes(SWF));
        Path resources = Sources.file("scenarios/src/test/resources/dandori/trace");
        try (Stream<Path> files = Files.walk(resources)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) <= LARGEST_SEED) {
                    samples.add(Files.readAllBytes(file));
                }
            }
        }
        return samples;
    }
}
