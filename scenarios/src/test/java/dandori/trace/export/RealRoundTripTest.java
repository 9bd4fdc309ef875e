package dandori.trace.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dandori.trace.LogFile;
import dandori.trace.LogOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs of real machines, written once more: every number of every line is the same. */
class RealRoundTripTest {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    @TempDir private Path folder;

    private static Path shared(String name) {
        String given = System.getProperty("dandori.shared", "");
        Path place = Path.of("").toAbsolutePath();
        while (given.isEmpty() && place != null && !Files.exists(place.resolve("shared/traces"))) {
            place = place.getParent();
        }
        Path folder =
                !given.isEmpty()
                        ? Path.of(given)
                        : place == null ? Path.of("shared") : place.resolve("shared");
        Path file = folder.resolve("traces/swf").resolve(name + ".swf.gz");
        assumeTrue(Files.exists(file), () -> "Skipped: there is no " + file);
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CEA-Curie-2011-2.1-cln",
                "HPC2N-2002-2.2-cln",
                "KTH-SP2-1996-2",
                "NASA-iPSC-1993-3.1-cln",
                "RICC-2010-2",
                "SDSC-BLUE-2000-4.1-cln",
                "UniLu-Gaia-2014-1"
            })
    void noNumberIsLost(String name) throws IOException {
        Path log = shared(name);
        Path copy = folder.resolve("copy.swf.gz");
        try (LogFile open = LogFile.open(log, LogOptions.none(), null, (read, all) -> {})) {
            TraceExport.write(
                    new JoinedLogs(List.of(open), new SubmitLimits(null, null)),
                    new SwfOutput(),
                    copy,
                    new OutputWishes(false, 0, "a test"),
                    () -> {});
        }
        try (BufferedReader before = lines(log);
                BufferedReader after = lines(copy)) {
            String line = job(before);
            while (line != null) {
                String its = job(after);
                if (!line.equals(its)) { // a million assertions would take a minute
                    assertThat(its).isEqualTo(line);
                }
                line = job(before);
            }
            assertThat(job(after)).isNull();
        }
    }

    private static BufferedReader lines(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    /** The next line of a job, its numbers without what says nothing: 49.50 is 49.5. */
    private static @Nullable String job(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && (line.isBlank() || line.stripLeading().startsWith(";"))) {
            line = lines.readLine();
        }
        if (line == null || line.indexOf('.') < 0) {
            return line == null ? null : BLANKS.matcher(line.strip()).replaceAll(" ");
        }
        return line.strip()
                .replaceAll("(\\.[0-9]*?)0+(?=\\s|$)", "$1")
                .replaceAll("\\.(?=\\s|$)", "")
                .replaceAll("\\s+", " ");
    }
}
