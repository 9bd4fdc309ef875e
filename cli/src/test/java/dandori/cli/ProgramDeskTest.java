package dandori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dandori.web.AskedStudy;
import dandori.web.Draft;
import dandori.web.DraftIssue;
import dandori.web.DraftReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program answers to the viewer: what is wrong with a draft, and how studies go. */
final class ProgramDeskTest {

    private static final String DRAWN =
            """
            scenario: drawn
            machines: {east: {nodes: 32}}
            organizations: {us: {shares: 3}}
            workload: {streams: [{organization: us, generate: {load: 0.8, nodes: {max: 32}}}]}
            policies: {plain: {backfill: none}, easy: {backfill: easy}}
            run: {length: 3d, seeds: 1..2}
            """;

    private static final String REPLAYED =
            """
            scenario: replayed
            machines: {east: {nodes: 4}}
            workload: {streams: [{organization: us, trace: {file: %s}}]}
            policies: {easy: {backfill: easy}}
            """;

    private static final String TRACE =
            "; MaxProcs: 4\n1 0 -1 60 2 -1 -1 2 60 -1 1 1 1 1 1 1 -1 -1\n";

    @TempDir Path folder;
    private Path served;

    @BeforeEach
    void write() throws IOException {
        Path real = folder.toRealPath();
        served = Files.createDirectory(real.resolve("served"));
        Files.writeString(served.resolve("near.swf"), TRACE);
        Files.writeString(real.resolve("far.swf"), TRACE);
    }

    private DraftReading read(String text, List<String> settings, String... known) {
        try (ProgramDesk desk = new ProgramDesk()) {
            return desk.read(new Draft(text, settings, served, served, List.of(known)));
        }
    }

    @Test
    void theSchemaIsTheOneThatEditorsGet() {
        try (ProgramDesk desk = new ProgramDesk()) {
            assertThat(desk.schema()).isEqualTo(Call.of("catalogue", "schema").out());
        }
    }

    @Test
    void allIssuesAreToldAtOnceWithTheirLinesAndTheTree() {
        DraftReading reading =
                read(DRAWN.replace("shares: 3", "shares: x"), List.of("run.length=never"));
        assertThat(reading.issues())
                .extracting(DraftIssue::path, DraftIssue::line)
                .containsExactly(tuple("run.length", -1), tuple("organizations.us.shares", 3));
        assertThat(reading.size()).isEmpty();
        assertThat(String.valueOf(reading.tree())).endsWith("run={length=never, seeds=1..2}}");
    }

    @Test
    void whatIsValidSaysWhatItWouldPlay() {
        DraftReading reading = read(DRAWN, List.of("run.seeds=1..5"));
        assertThat(reading.issues()).isEmpty();
        assertThat(reading.size()).isEqualTo("1 machine · 2 policies · 5 seeds · 3.0 d");
    }

    @Test
    void whatIsNoYamlHasNoTree() {
        DraftReading reading = read("scenario: [", List.of());
        assertThat(reading.tree()).isNull();
        assertThat(reading.issues()).hasSize(1);
    }

    @Test
    void filesOfTheServedFolderMayBeNamed() {
        assertThat(read(REPLAYED.formatted("near.swf"), List.of()).issues()).isEmpty();
        assertThat(read(REPLAYED.formatted(served.resolve("near.swf")), List.of()).issues())
                .isEmpty();
    }

    @Test
    void aTraceOfASettingIsFoundFromTheServedFolder() {
        DraftReading reading =
                read(
                        REPLAYED.formatted("other.swf"),
                        List.of("workload.streams[0].trace.file=near.swf"));
        assertThat(reading.issues()).isEmpty();
        assertThat(reading.settings())
                .last()
                .isEqualTo(
                        "workload.streams[0].trace.file=\"%s\""
                                .formatted(served.resolve("near.swf")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workload.streams[0].trace.file=../far.swf",
                "workload.streams[0].trace.file={sweep: [near.swf, ../far.swf]}",
                "machines.east.from=../far.swf",
                "machines.east.from=catalogue/../../far.swf",
                "campaigns={big: {organization: us, model: ../far.yaml, nodes: 2, tokens: 1B}}",
                "sensitivity={change: {'workload.streams[0].trace.file': [near.swf, ../far.swf]}}"
            })
    void otherFilesMayNotAndNothingOfThemIsTold(String setting) throws IOException {
        String text = REPLAYED.formatted("near.swf");
        DraftReading there = read(text, List.of(setting));
        Files.delete(served.resolveSibling("far.swf"));
        DraftReading absent = read(text, List.of(setting));
        assertThat(there.issues())
                .hasSize(1)
                .allMatch(issue -> issue.message().contains("lies outside the served folder"));
        assertThat(absent.issues()).isEqualTo(there.issues());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Links need rights there.")
    void linksThatLeadOutMayNotBeNamed() throws IOException {
        Files.createSymbolicLink(served.resolve("link.swf"), served.resolveSibling("far.swf"));
        Files.createSymbolicLink(served.resolve("up"), served.getParent());
        Files.createSymbolicLink(served.resolve("gone"), served.resolveSibling("gone.swf"));
        for (String name : List.of("link.swf", "up/far.swf", "up/no/such.swf", "gone")) {
            assertThat(read(REPLAYED.formatted(name), List.of()).issues())
                    .hasSize(1)
                    .allMatch(issue -> issue.message().contains("lies outside"));
        }
    }

    @Test
    void whatAServedScenarioNamesMayBeNamed() {
        String far = REPLAYED.formatted(served.resolveSibling("far.swf"));
        assertThat(read(far, List.of(), far).issues()).isEmpty();
        assertThat(read(far, List.of("policies.plain={backfill: none}"), far).issues()).isEmpty();
    }

    private static AskedStudy await(ProgramDesk desk, Path study, Predicate<AskedStudy> wanted)
            throws InterruptedException {
        for (int look = 0; look < 6_000; look++) {
            Optional<AskedStudy> found =
                    desk.asked().stream().filter(one -> one.folder().equals(study)).findFirst();
            if (found.isPresent() && wanted.test(found.get())) {
                return found.get();
            }
            Thread.sleep(10);
        }
        throw new AssertionError("It does not come to that: " + desk.asked());
    }

    private static boolean hasEnded(AskedStudy study) {
        return study.state() != AskedStudy.State.QUEUED
                && study.state() != AskedStudy.State.RUNNING;
    }

    @Test
    void studiesArePlayedOneAfterTheOtherAndLeaveWhatTheCommandLeaves() throws Exception {
        Path file = Files.writeString(served.resolve("drawn.yaml"), DRAWN);
        Path first = served.resolve("first");
        Path second = served.resolve("second");
        try (ProgramDesk desk = new ProgramDesk()) {
            desk.start(file, List.of(), first, false);
            desk.start(file, List.of("organizations.us.shares=5"), second, false);
            assertThatThrownBy(() -> desk.start(file, List.of(), second, false))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("waits or runs already");
            assertThat(desk.asked()).extracting(AskedStudy::folder).containsExactly(second, first);
            await(desk, second, study -> study.state() == AskedStudy.State.RUNNING);
            assertThat(desk.asked().get(1).state()).isEqualTo(AskedStudy.State.DONE);
            assertThat(await(desk, second, ProgramDeskTest::hasEnded).state())
                    .isEqualTo(AskedStudy.State.DONE);
        }
        Path called = served.resolve("called");
        Call.of("run", file, "--out", called, "--progress", "none");
        assertThat(Folder.results(first)).isEqualTo(Folder.results(called));
        assertThat(Files.readString(second.resolve("scenario.yaml"))).contains("shares: 5");
    }

    @Test
    void aStudyThatFailsSaysWhy() throws Exception {
        Path file =
                Files.writeString(served.resolve("wrong.yaml"), DRAWN.replace("easy}", "eazy}"));
        Path study = served.resolve("wrong");
        try (ProgramDesk desk = new ProgramDesk()) {
            desk.start(file, List.of(), study, false);
            AskedStudy ended = await(desk, study, ProgramDeskTest::hasEnded);
            assertThat(ended.state()).isEqualTo(AskedStudy.State.FAILED);
            assertThat(ended.printed()).contains("has 1 problem", "'eazy'", "Maybe");
        }
    }

    @Test
    @DisabledOnOs(
            value = OS.WINDOWS,
            disabledReason = "Nothing is said to a process that is ended there.")
    void cancelledStudiesGoOnWhereTheyWere() throws Exception {
        Path file = Files.writeString(served.resolve("long.yaml"), DRAWN);
        List<String> many = List.of("run.seeds=1..100", "run.length=8w");
        Path study = served.resolve("long");
        Path waiting = served.resolve("waiting");
        try (ProgramDesk desk = new ProgramDesk()) {
            desk.start(file, many, study, false);
            desk.start(file, many, waiting, false);
            assertThat(desk.cancel(waiting)).isTrue();
            assertThat(desk.cancel(served)).isFalse();
            await(desk, study, one -> Files.exists(study.resolve("manifest.json")));
            assertThat(desk.cancel(study)).isTrue();
            assertThat(desk.cancel(study)).isFalse();
            assertThat(desk.asked())
                    .extracting(AskedStudy::state)
                    .containsOnly(AskedStudy.State.CANCELLED);
        } // waits until the process is gone
        assertThat(waiting).doesNotExist();
        assertThat(study.resolve("manifest.json")).content().contains("\"running\"");
        assertThat(study.resolve("summary.json")).doesNotExist();
        try (ProgramDesk desk = new ProgramDesk()) {
            desk.start(file, many, study, true);
            assertThat(await(desk, study, ProgramDeskTest::hasEnded).state())
                    .isEqualTo(AskedStudy.State.DONE);
        }
        assertThat(study.resolve("summary.json")).exists();
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    }
}
