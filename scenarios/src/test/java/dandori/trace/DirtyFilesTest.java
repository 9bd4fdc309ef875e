package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What real files have that they should not, one small file for each: beside it stands what the
 * user is told, the report or the refusal.
 */
class DirtyFilesTest {

    private static Path folder() throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(DirtyFilesTest.class.getResource("/dandori/trace/dirty"))
                        .toURI());
    }

    static List<String> names() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isReadOrRefusedAsWritten(String name) throws IOException, URISyntaxException {
        Path told = folder().resolve(name.substring(0, name.lastIndexOf('.')) + ".txt");
        assertThat(told(folder().resolve(name))).isEqualTo(Files.readString(told));
    }

    @Test
    void thereIsOneForEachThingThatWasSeen() throws IOException, URISyntaxException {
        for (int item = 1; item <= 20; item++) {
            String begin = "%02d-".formatted(item);
            assertThat(names()).anyMatch(name -> name.startsWith(begin));
        }
    }

    private static String told(Path file) {
        try {
            ImportedTrace trace = Traces.read(file, ImportRules.dandori(), (read, all) -> {});
            return ImportReportText.of(trace.report());
        } catch (TraceException refused) {
            return refused.getMessage().replace(file.toString(), "FILE") + "\n";
        }
    }
}
