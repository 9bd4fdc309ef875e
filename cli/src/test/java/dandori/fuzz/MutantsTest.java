package dandori.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.web.Viewer;
import dandori.web.ViewerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Some hundred damaged files for everything that reads bytes from strangers, the same ones each
 * time, and those that once broke it: each is read, or refused in a sentence.
 */
@TestInstance(Lifecycle.PER_CLASS)
class MutantsTest {

    /** Formats that have no small file among the resources: files of others are tried on them. */
    private static final List<String> WITHOUT_SAMPLES =
            List.of(
                    "trace-acme",
                    "trace-alibaba-pai",
                    "trace-alibaba-pods",
                    "trace-csv",
                    "trace-fdata",
                    "trace-job-table",
                    "trace-parquet",
                    "trace-pm100",
                    "trace-tcs");

    private static final int REPETITIONS = 8_000; // some thousand are enough

    private Viewer viewer;
    private List<Target> targets;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        Path served = Files.createDirectory(folder.resolve("served"));
        Files.writeString(served.resolve("manifest.json"), "{}");
        viewer = Viewer.start(new ViewerOptions(served, ViewerOptions.LOOPBACK, 0, false));
        targets = new ArrayList<>(FileTargets.of(folder));
        targets.addAll(TraceTargets.of(folder));
        targets.add(ViewerTargets.requests(viewer.address()));
        targets.add(ResultsTarget.of(folder));
    }

    @AfterAll
    void close() {
        viewer.close();
    }

    @Test
    void whatIsWholeIsRead() {
        List<String> refused = new ArrayList<>();
        for (Target target : targets) {
            assertThat(target.seeds()).as(target.name()).isNotEmpty();
            if (target.seeds().stream().noneMatch(target::read)) {
                refused.add(target.name());
            }
        }

        assertThat(refused).containsExactlyInAnyOrderElementsOf(WITHOUT_SAMPLES);
    }

    @Test
    void damagedBytesAreReadOrRefusedInASentence() {
        List<String> broken = new ArrayList<>();
        for (Target target : targets) {
            try {
                for (int number = 0; number < target.turns(); number++) {
                    read(target, Mutants.of(target.seeds(), number), "mutant " + number);
                }
            } catch (AssertionError failure) {
                StringWriter text = new StringWriter();
                failure.printStackTrace(new PrintWriter(text, true));
                broken.add(text.toString());
            }
        }
        assertThat(broken).isEmpty();
    }

    /** Text that repeats overflows the stack of a reader that goes deeper with each repetition. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "(",
                "{\"a\":",
                "[{\"a\":[",
                "<a>",
                "<!ENTITY a 'b'>",
                "</a>",
                "<!--",
                "a: {",
                "a:\n ",
                "- ",
                "\n- ",
                "&a ",
                "? ",
                "*",
                "!!a ",
                "\"",
                "'",
                "\\",
                "/*",
                "graph g {",
                "a -- b; ",
                "n[0-",
                "[0-9],",
                "1-2,",
                "a=b ",
                "a=\"",
                "a.",
                ".1",
                "1:",
                "1,",
                "-1 ",
                " --",
                "|",
                ";",
                "\t",
                "\n\n",
                "\r",
                "1e9"
            })
    void whatRepeatsIsReadOrRefusedInASentence(String text) {
        byte[] run = Target.bytes(text.repeat(REPETITIONS));
        for (Target target : targets) {
            // results take long, and are read by what reads others
            if (!target.name().equals("results")) {
                byte[] seed = target.seeds().get(0);
                read(target, run, "repeated '" + text + "'");
                read(target, Mutants.spliced(seed, seed.length / 2, run, seed.length / 2), text);
            }
        }
    }

    @Test
    void whatOnceBrokeItDoesSoNoMore() throws IOException {
        Path found = Sources.file("cli/src/test/resources/dandori/fuzz/found");
        if (!Files.isDirectory(found)) {
            return;
        }
        try (Stream<Path> files = Files.list(found)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                byte[] bytes = Files.readAllBytes(file);
                targets.stream()
                        .filter(target -> name.startsWith(target.name() + "."))
                        .forEach(target -> read(target, bytes, name));
            }
        }
    }

    private static boolean read(Target target, byte[] bytes, String what) {
        try {
            return target.read(bytes);
        } catch (AssertionError broken) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            throw new AssertionError(
                    "%s of %s:%n%s%n%s%n"
                            .formatted(
                                    what,
                                    target.name(),
                                    text.substring(0, Math.min(text.length(), 2_000)),
                                    Base64.getEncoder().encodeToString(bytes)),
                    broken);
        }
    }
}
