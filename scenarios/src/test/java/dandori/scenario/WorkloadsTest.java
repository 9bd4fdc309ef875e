package dandori.scenario;

import static dandori.scenario.Reading.RIGHT;
import static dandori.scenario.Reading.issues;
import static dandori.scenario.Reading.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.generate.Figure;
import dandori.job.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs of a scenario and a seed. */
class WorkloadsTest {

    /**
     * Jobs 11 to 16 of groups 1, 2 and none, users 7, 8, 9; time 0 is 09:00 on 2001-09-09 in UTC.
     */
    private static final String TRACE =
            """
            ; UnixStartTime: 1000026000
            ; TimeZoneString: UTC
            11 0 5 60 4 -1 -1 4 120 -1 1 7 1 -1 1 1 -1 -1
            12 30 0 60 4 -1 -1 2 120 -1 1 8 2 -1 1 1 -1 -1
            13 30 9 60 4 -1 -1 9 120 -1 1 9 -1 -1 1 1 -1 -1
            14 3600 0 60 4 -1 -1 8 120 -1 1 7 1 -1 1 1 -1 -1
            15 7200 0 60 4 -1 -1 8 120 -1 1 7 2 -1 1 1 -1 -1
            16 7260 0 60 4 -1 -1 100 120 -1 1 7 2 -1 1 1 -1 -1
            """;

    @TempDir Path folder;

    @BeforeEach
    void writeTrace() throws IOException {
        Files.writeString(folder.resolve("t.swf"), TRACE);
    }

    private Workload workload(String trace, String... settings) {
        return workloads(trace, settings).workload();
    }

    private SeedWorkload workloads(String trace, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add(0, "workload.streams[0]={trace: {file: '" + folder + "/t.swf', " + trace + "}}");
        Scenario scenario = scenario(RIGHT, all.toArray(String[]::new));
        return new Workloads(scenario, (read, total) -> {}).forSeed(1);
    }

    /** Jobs as {@code id submit organization user nodes}. */
    private static List<String> log(Workload workload) {
        List<String> log = new ArrayList<>();
        for (int job = 0; job < workload.count(); job++) {
            log.add(
                    "%d %d %s %s %d"
                            .formatted(
                                    workload.jobs().id(job),
                                    workload.jobs().submitMillis(job) / 1_000,
                                    workload.organizations().get(workload.jobs().organization(job)),
                                    workload.users().get(workload.jobs().user(job)),
                                    workload.jobs().nodes(job)));
        }
        return log;
    }

    /** Submit times, nodes and run times of an organization's jobs. */
    private static List<String> drawn(Workload workload, String organization) {
        int its = workload.organizations().indexOf(organization);
        return IntStream.range(0, workload.count())
                .filter(job -> workload.jobs().organization(job) == its)
                .mapToObj(job ->
                        "%d %d %d"
                                .formatted(
                                        workload.jobs().submitMillis(job),
                                        workload.jobs().nodes(job),
                                        workload.runMillis(job)))
                .toList();
    }

    @Test
    void whoDrawsAsAnotherHasTheSameJobsAtAnotherHome() {
        Scenario scenario =
                scenario(
                        """
                        scenario: twins
                        machines:
                          small: {nodes: 64}
                          large: {nodes: 256}
                        organizations:
                          us: {home: small}
                          twins: {home: large}
                          them: {home: large}
                        workload:
                          streams:
                            - {organization: us, generate: {jobsPerDay: 50, nodes: {max: 16}}}
                            - {organization: twins, generate: {jobsPerDay: 50, nodes: {max: 16}, drawnAs: us}}
                            - {organization: them, generate: {jobsPerDay: 50, nodes: {max: 16}}}
                        policies:
                          easy: {backfill: easy}
                        """);
        Workload workload = new Workloads(scenario, (read, all) -> {}).forSeed(1).workload();

        assertThat(drawn(workload, "us")).hasSizeGreaterThan(1_000);
        assertThat(drawn(workload, "twins")).isEqualTo(drawn(workload, "us"));
        assertThat(drawn(workload, "them")).isNotEqualTo(drawn(workload, "us"));
        assertThat(workload.users()).contains("us-u1", "twins-u1");
    }

    @Test
    void aTraceAloneKeepsItsNumbersAndTakesOrganizationsFromItsGroups() {
        Workload workload = workload("organizationFrom: group");

        assertThat(log(workload))
                .containsExactly(
                        "11 0 1 7 4",
                        "12 30 2 8 2",
                        "13 30 unknown 9 9",
                        "14 3600 1 7 8",
                        "15 7200 2 7 8",
                        "16 7260 2 7 100");
        assertThat(workload.origin()).isEqualTo(ZonedDateTime.parse("2001-09-09T09:00Z[UTC]"));
    }

    @Test
    void aFolderOfMonthsIsOneTrace() throws IOException {
        Path months = Files.createDirectory(folder.resolve("months"));
        Files.writeString(months.resolve("a.swf"), TRACE);
        String stream = "workload.streams[0]={trace: {file: '%s', organizationFrom: group}}";
        assertThat(issues(RIGHT, stream.formatted(folder.resolve("none")))).hasSize(1);
        Files.writeString(months.resolve("b.swf"), TRACE.replaceFirst("11 0", "17 0"));
        Scenario scenario = scenario(RIGHT, stream.formatted(months));
        Workloads workloads = new Workloads(scenario, (read, total) -> {});

        assertThat(log(workloads.forSeed(1).workload()))
                .hasSize(7)
                .contains("11 0 1 7 4", "17 0 1 7 4");
        assertThat(workloads.importReports().values())
                .singleElement()
                .satisfies(report -> assertThat(report.count("told-twice")).isEqualTo(5));
    }

    @Test
    void acceleratorsThatAreTakenForNodesAreToldAloud() throws IOException {
        Path log =
                Files.writeString(
                        folder.resolve("gpus.csv"),
                        """
                        job_id,submit_s,run_s,walltime_s,requested_accelerators,size_unit
                        1,0,60,60,8,accelerator
                        """);
        String stream = "workload.streams[0]={organization: us, trace: {file: '%s'}}";
        Scenario scenario = scenario(RIGHT, stream.formatted(log));
        assertThat(new Workloads(scenario, (read, total) -> {}).warnings())
                .containsExactly(
                        "Jobs of gpus.csv count accelerators, and one hands out nodes: each is taken as one."
                                + " 'count: nodes' counts those, where the log says them.");
        Scenario fitting = scenario(RIGHT, stream.formatted(log), "machines.one.unit=accelerator");
        assertThat(new Workloads(fitting, (read, total) -> {}).warnings()).isEmpty();
    }

    @Test
    void nodesThatAreTakenForProcessorsAreToldAloud() throws IOException {
        Path log =
                Files.writeString(
                        folder.resolve("nodes.csv"),
                        """
                        job_id,submit_s,run_s,walltime_s,requested_nodes,size_unit
                        1,0,60,60,8,node
                        """);
        String stream = "workload.streams[0]={organization: us, trace: {file: '%s'}}";
        Scenario scenario = scenario(RIGHT, stream.formatted(log), "machines.one.unit=processor");
        assertThat(new Workloads(scenario, (read, total) -> {}).warnings())
                .containsExactly(
                        "Jobs of nodes.csv count nodes, and one hands out processors: each is taken"
                                + " as one. 'count: processors' counts those, where the log says"
                                + " them.");
        Scenario fitting = scenario(RIGHT, stream.formatted(log));
        assertThat(new Workloads(fitting, (read, total) -> {}).warnings()).isEmpty();
    }

    @Test
    void valuesAreMappedAndOthersGoToTheOther() {
        assertThat(
                        log(
                                workload(
                                        "organizationFrom: group, organizations: {1: physics},"
                                                + " other: rest")))
                .extracting(line -> line.split(" ")[2])
                .containsExactly("physics", "rest", "rest", "physics", "rest", "rest");
        assertThat(log(workload("organizationFrom: user, organizations: {7: physics}")))
                .extracting(line -> line.split(" ")[2])
                .containsExactly("physics", "8", "9", "physics", "physics", "physics");
    }

    @Test
    void processorsBecomeNodes() {
        assertThat(log(workload("organizationFrom: group, processorsPerNode: 4")))
                .extracting(line -> line.split(" ")[4])
                .containsExactly("1", "1", "3", "2", "2", "25");
    }

    @Test
    void timeBeginsAtFromAndJobsMayComeLater() {
        assertThat(log(workload("organizationFrom: group, from: 30s, to: 2h, shift: 1min")))
                .containsExactly("12 60 2 8 2", "13 60 unknown 9 9", "14 3630 1 7 8");
        Workload dated =
                workload(
                        "organizationFrom: group, from: 2001-09-09T10:00Z, to:"
                                + " 2001-09-09T20:00+09:00");
        assertThat(log(dated)).containsExactly("14 0 1 7 8");
        assertThat(dated.origin()).isEqualTo(ZonedDateTime.parse("2001-09-09T10:00Z[UTC]"));
    }

    @Test
    void jobsAreCutAtTheLengthOfTheRun() {
        assertThat(workload("organizationFrom: group", "run.length=1h").count()).isEqualTo(3);
        assertThat(workload("organizationFrom: group", "run.length=3601s").count()).isEqualTo(4);
    }

    @Test
    void streamsMeetInOrderOfSubmissionAndAreNumberedAnew() {
        String second =
                "workload.streams[1]={organization: guests, trace: {file: '"
                        + folder
                        + "/t.swf', shift: 30s, to: 1min}}";
        Workload workload = workload("organizationFrom: group, to: 2min", second);

        assertThat(log(workload))
                .containsExactly(
                        "1 0 1 1-7 4",
                        "2 30 2 2-8 2",
                        "3 30 unknown unknown-9 9",
                        "4 30 guests guests-7 4",
                        "5 60 guests guests-8 2",
                        "6 60 guests guests-9 9");
    }

    @Test
    void jobsOfAllMachinesStandTogetherAndEachGoesHome() {
        SeedWorkload made =
                workloads(
                        "organizationFrom: group, organizations: {1: physics}, other: rest",
                        "machines.two={nodes: 200}",
                        "organizations={physics: {home: one}, rest: {home: two}}");

        assertThat(log(made.workload()))
                .extracting(line -> line.split(" ")[0] + " " + line.split(" ")[2])
                .containsExactly(
                        "11 physics", "12 rest", "13 rest", "14 physics", "15 rest", "16 rest");
        assertThat(IntStream.range(0, 6).map(job -> made.routing().pool(job, List.of())))
                .containsExactly(0, 1, 1, 0, 1, 1);
    }

    @Test
    void whatIsTooLargeIsJudgedByTheHomeMachine() {
        String[] machines = {
            "machines={one: {nodes: 64}, two: {nodes: 200}}",
            "organizations={physics: {home: one}, rest: {home: two}}",
            "workload.onTooLarge=error"
        };
        String other = "organizationFrom: group, organizations: {1: physics}, other: rest";
        assertThat(workload(other, machines).count()).isEqualTo(6);
        machines[1] = "organizations={physics: {home: two}, rest: {home: one}}";
        assertThatThrownBy(() -> workload(other, machines))
                .hasMessageContaining("job 16 asks for 100 nodes, but 'one' has 64.");
    }

    @Test
    void waitsOfTheLogAreKeptForThePolicyThatRepeatsIt() {
        assertThat(workload("organizationFrom: group").hasLoggedWaits()).isFalse();
        Workload kept = workload("organizationFrom: group", "policies.log={backfill: as-logged}");
        assertThat(kept.jobs().loggedWaitMillis(0)).isEqualTo(5_000);
    }

    @Test
    void aJobThatIsTooLargeIsAnErrorIfWished() {
        assertThatThrownBy(() -> workload("organizationFrom: group", "workload.onTooLarge=error"))
                .hasMessage(
                        """
                        small has 1 problem.

                          workload.onTooLarge: job 16 asks for 100 nodes, but 'one' has 64.
                          Maybe leave 'onTooLarge' out: such jobs are then rejected, counted and listed.\
                        """);
    }

    @Test
    void noJobAtAllIsAnError() {
        assertThatThrownBy(() -> workload("organizationFrom: group, from: 9d"))
                .hasMessageContaining(
                        "workload: no job is submitted from the beginning of the run to its end.");
    }

    @Test
    void tracesAreSharedBySeedsAndGeneratedJobsAreNot() {
        Scenario traced =
                scenario(
                        RIGHT,
                        "workload.streams[0]={organization: us, trace: {file: '"
                                + folder
                                + "/t.swf'}}");
        Workloads shared = new Workloads(traced, (read, total) -> {});
        Workloads drawn = new Workloads(scenario(RIGHT), (read, total) -> {});

        assertThat(shared.forSeed(1)).isSameAs(shared.forSeed(2));
        assertThat(shared.importReports().keySet()).containsExactly("workload.streams[0]");
        assertThat(log(drawn.forSeed(1).workload()))
                .isEqualTo(log(drawn.forSeed(1).workload()))
                .isNotEqualTo(log(drawn.forSeed(2).workload()));
    }

    @Test
    void anOrganizationsJobsDoNotChangeWhenAnotherComes() {
        String more = "workload.streams[1]={organization: we, generate: {load: 0.2}}";
        Workload alone = new Workloads(scenario(RIGHT), (read, total) -> {}).forSeed(4).workload();
        Workload both =
                new Workloads(scenario(RIGHT, more), (read, total) -> {}).forSeed(4).workload();

        List<String> its = log(both).stream().filter(line -> line.contains(" us ")).toList();
        assertThat(its)
                .extracting(line -> line.substring(line.indexOf(' ')))
                .isEqualTo(
                        log(alone).stream()
                                .map(line -> line.substring(line.indexOf(' ')))
                                .toList());
    }

    @Test
    void generatedStreamsTellWhatTheyAchieved() {
        SeedWorkload made = new Workloads(scenario(RIGHT), (read, total) -> {}).forSeed(1);

        assertThat(made.figures().get("workload.streams[0]"))
                .extracting(Figure::name)
                .containsExactly(
                        "jobs", "load", "mean nodes", "median run time in s", "p95 run time in s");
        assertThat(made.workload().users()).allMatch(user -> user.matches("us-u[0-9]+"));
    }

    @Test
    void smallJobsAreThinnedAndWhoEndsJobsIsKept() {
        String model = "workload.streams[0].generate={model: development, load: 0.2}";
        String thin =
                "workload.streams[0].generate={model: development, load: 0.2, thin: {upTo: 1, by:"
                        + " 8}}";
        Workload all =
                new Workloads(scenario(RIGHT, model), (read, total) -> {}).forSeed(1).workload();
        SeedWorkload made = new Workloads(scenario(RIGHT, thin), (read, total) -> {}).forSeed(1);
        Workload thinned = made.workload();

        assertThat(thinned.count()).isBetween(all.count() / 8, all.count() / 5);
        assertThat(nodes(thinned)).containsOnly(2, 8);
        assertThat(nodes(all)).containsOnly(1, 2);
        assertThat(made.figures().get("workload.streams[0]"))
                .extracting(Figure::name)
                .contains("jobs, thinned 1:8 up to 1 node", "node hours, thinned");
        int cancelled = 0;
        for (int job = 0; job < thinned.count(); job++) {
            cancelled += thinned.isEndedByUser(job) ? 1 : 0;
        }
        assertThat(cancelled).isBetween(thinned.count() / 5, thinned.count() / 2);
    }

    private static List<Integer> nodes(Workload workload) {
        List<Integer> nodes = new ArrayList<>();
        for (int job = 0; job < workload.count(); job++) {
            nodes.add(workload.jobs().nodes(job));
        }
        return nodes;
    }
}
