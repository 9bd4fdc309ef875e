package dandori.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of the guide do what they say. */
class ProgramsTest {

    @TempDir private Path folder;
    private Path trace = Path.of("");

    /**
     * On 4 processors: a wide job of group 1 keeps a long one of 1 and a short one of 2 waiting.
     */
    @BeforeEach
    void writeTrace() throws IOException {
        trace = folder.resolve("tiny.swf");
        Files.writeString(
                trace,
                """
                ; MaxProcs: 4
                1  0 -1 100 4 -1 -1 4 100 -1 1 1 1 -1 1 1 -1 -1
                2 10 -1 100 4 -1 -1 4 100 -1 1 1 1 -1 1 1 -1 -1
                3 20 -1  50 4 -1 -1 4  50 -1 1 2 2 -1 1 1 -1 -1
                4 100 -1 10 1 -1 -1 1  10 -1 1 2 2 -1 1 1 -1 -1
                """);
    }

    @Test
    void helloPrintsTwoFigures() {
        assertThat(printed(() -> HelloSupercomputer.main(new String[] {trace.toString(), "4"})))
                .isEqualTo("utilization  100.0 %\nmean wait    105 s\n");
    }

    @Test
    void theSecondGroupGainsIfShortJobsComeFirst() {
        assertThat(WhoWaits.of(trace, 4))
                .containsExactly(
                        "1                2 jobs       45 s       75 s",
                        "2                2 jobs      165 s       45 s");
    }

    @Test
    void aStudyWithoutAFilePrintsWhoGains() throws IOException {
        try (InputStream text = ProgramsTest.class.getResourceAsStream("fair-enough.txt")) {
            assertThat(printed(ProgramsTest::study))
                    .isEqualTo(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void study() {
        try {
            FairEnough.main(new String[0]);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String printed(Runnable program) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            program.run();
        } finally {
            System.setOut(before);
            Locale.setDefault(locale);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
