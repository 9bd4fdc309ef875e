package dandori.scenario;

import static dandori.scenario.Reading.PARTS;
import static dandori.scenario.Reading.issues;
import static dandori.scenario.Reading.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Communication;
import dandori.job.Consumption;
import dandori.job.Pattern;
import dandori.job.Shape;
import dandori.job.Workload;
import dandori.network.Fidelity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that say where jobs run, and what that does to them. */
class PlacesTest {

    /** Two machines of the catalogue; on the first, resource groups hold. */
    private static final String TWO =
            """
            scenario: two
            machines:
              fugaku: {from: catalogue/fugaku, groups: true}
              hokkaido: {from: catalogue/sakura-hokkaido}
            organizations:
              us: {home: fugaku}
              gpu: {home: hokkaido}
            workload:
              streams:
                - {organization: us, generate: {jobsPerDay: 40, nodes: {min: 500, max: 4000}}}
                - {organization: gpu, generate: {jobsPerDay: 40, nodes: {max: 64}}}
            policies:
              easy: {backfill: easy}
            run: {length: 3d}
            """;

    private static Workload jobs(String... settings) {
        return new Workloads(scenario(TWO, settings), (read, all) -> {}).forSeed(1).workload();
    }

    private static List<String> placements(String text, String... settings) {
        return scenario(text, settings).policies().get(0).placements().values().stream()
                .map(Part::use)
                .toList();
    }

    private static void assertRoundTrip(String contained, String... settings) {
        Scenario read = scenario(TWO, settings);
        String text = ScenarioText.of(read, PARTS);
        assertThat(text).contains(contained);
        Scenario again = scenario(text);
        assertThat(again.workload()).isEqualTo(read.workload());
        assertThat(again.policies()).isEqualTo(read.policies());
        assertThat(again.run()).isEqualTo(read.run());
        assertThat(again.choices()).isEqualTo(read.choices());
        assertThat(ScenarioText.of(again, PARTS)).isEqualTo(text);
    }

    @Test
    void withoutAPlacementTheMachineHasItsOwn() {
        assertThat(placements(TWO)).containsExactly("torus:shelf", "count");
        assertThat(placements(TWO, "run.network=static"))
                .containsExactly("torus:shelf", "rail-packing");
        assertThat(placements(TWO, "machines.fugaku.groups=false"))
                .containsExactly("torus:shelf", "count");
        assertThat(placements(TWO, "machines.hokkaido={from: catalogue/abci-3, groups: true}"))
                .containsExactly("torus:shelf", "rail-packing");
        assertThat(placements(Reading.RIGHT)).containsExactly("count");
    }

    @Test
    void everyMachineMayHaveItsOwn() {
        String setting = "policies.easy.placement={fugaku: torus:unit, hokkaido: {use: random}}";
        assertThat(placements(TWO, setting)).containsExactly("torus:unit", "random");
        assertThat(placements(TWO, "policies.easy.placement={hokkaido: random:7}"))
                .containsExactly("torus:shelf", "random");
        assertThat(placements(TWO, "policies.easy.placement=best-fit"))
                .containsExactly("best-fit", "best-fit");
        assertRoundTrip(
                "      fugaku:\n        use: torus:unit\n        small: 100\n",
                "policies.easy.placement={fugaku: torus:unit:100, hokkaido: random:7}");
        assertRoundTrip("        use: random\n        seed: 1\n", setting);
    }

    @Test
    void groupsAndNetworksAreDescribed() {
        assertRoundTrip("    from: catalogue/fugaku\n    groups: true\n");
        assertRoundTrip("  network: max-min\n", "run.network=max-min");
        assertThat(scenario(TWO, "run.network=static").run().network()).isEqualTo(Fidelity.STATIC);
        assertThat(scenario(TWO).run().network()).isEqualTo(Fidelity.NONE);
        assertThat(scenario(TWO).machine("fugaku").orElseThrow().pools()).hasSize(3);
    }

    @Test
    void allJobsOfAStreamNameItsGroup() {
        Workload jobs = jobs("workload.streams[0].partition=f-pt-large");
        assertThat(jobs.partitions()).containsExactly("f-pt-large");
        for (int job = 0; job < jobs.count(); job++) {
            boolean isOurs = jobs.jobs().organization(job) == jobs.organizations().indexOf("us");
            assertThat(jobs.jobs().partition(job)).isEqualTo(isOurs ? 0 : -1);
        }
        assertRoundTrip("      partition: large\n", "workload.streams[0].partition=large");
    }

    @Test
    void aBoxSaysHowManyNodes() {
        String stream =
                "workload.streams[0]={organization: us, shape: 48x6x48:torus:strict, generate:"
                        + " {jobsPerDay: 20}}";
        Workload jobs = jobs(stream);
        int ours = 0;
        for (int job = 0; job < jobs.count(); job++) {
            Shape shape = jobs.jobs().request(job).shape();
            if (shape != null) {
                ours++;
                assertThat(jobs.jobs().nodes(job)).isEqualTo(48 * 6 * 48);
                assertThat(shape).hasToString("48x6x48:torus:strict");
            }
        }
        assertThat(ours).isBetween(30, 100);
        assertRoundTrip("      shape: 48x6x48:torus:strict\n", stream);
    }

    @Test
    void aModeIsEachJobsOwnShape() {
        Workload jobs = jobs("workload.streams[0].shape=torus");
        Shape shape = jobs.jobs().request(0).shape();
        assertThat(shape == null ? 0 : shape.nodes()).isIn(0, jobs.jobs().nodes(0));
        assertRoundTrip("      shape: torus\n", "workload.streams[0].shape=torus");
    }

    @ParameterizedTest
    @CsvSource({
        "bytesPerNode: 10 GB, 1e10, false",
        "bytesPerNode: 1.5 kB, 1500, false",
        "bytesPerSecond: 2.5 GB/s, 2.5e9, true",
        "bytesPerSecond: 100 Gbit/s, 12.5e9, true"
    })
    void jobsSendByTheRunOrByTheSecond(String amount, double bytes, boolean isPerSecond) {
        String stream =
                "workload.streams[1]={organization: gpu, communication: {pattern: all-to-all, "
                        + amount
                        + "}, generate: {jobsPerDay: 40, nodes: {max: 64}}}";
        Workload jobs = jobs(stream, "run.network=static");
        for (int job = 0; job < jobs.count(); job++) {
            boolean sends =
                    jobs.jobs().organization(job) == jobs.organizations().indexOf("gpu")
                            && jobs.jobs().nodes(job) > 1;
            Communication its = jobs.jobs().request(job).communication();
            double sent = isPerSecond ? bytes * (jobs.runMillis(job) / 1000.0) : bytes;
            assertThat(its).isEqualTo(sends ? new Communication(Pattern.ALL_TO_ALL, sent) : null);
        }
        assertRoundTrip("        pattern: all-to-all\n", stream);
    }

    @Test
    void jobsSayWhatTheyUseOfTheirNodes() {
        String setting = "workload.streams[0].uses={accelerators: 2, memory: 1.5 GB}";
        Workload jobs = jobs(setting);
        for (int job = 0; job < jobs.count(); job++) {
            boolean isOurs = jobs.jobs().organization(job) == jobs.organizations().indexOf("us");
            assertThat(jobs.jobs().request(job).consumption())
                    .isEqualTo(
                            isOurs
                                    ? new Consumption(2, 1.5e9, Consumption.ALL)
                                    : Consumption.WHOLE);
        }
        assertRoundTrip("        memory: 1500000000 B\n", setting);
    }

    @ParameterizedTest
    @CsvSource({"4h, 14400000, 0", "50 %, 0, 0.5", "0.25, 0, 0.25"})
    void jobsAreSureOfAPartOfTheirTime(String text, long millis, double share) {
        String setting = "workload.streams[0].minimumElapse=" + text;
        Workload jobs = jobs(setting);
        for (int job = 0; job < jobs.count(); job++) {
            long limit = jobs.jobs().walltimeMillis(job);
            long minimum = jobs.jobs().request(job).minimumMillis();
            boolean isOurs = jobs.jobs().organization(job) == jobs.organizations().indexOf("us");
            long wanted = millis > 0 ? (limit > millis ? millis : 0) : (long) (share * limit);
            assertThat(minimum).isEqualTo(isOurs ? wanted : 0);
        }
        assertRoundTrip("      minimumElapse: ", setting);
    }

    @Test
    void whatChangesNothingIsSaid() {
        assertThat(new Workloads(scenario(TWO, "run.network=static"), (a, b) -> {}).warnings())
                .containsExactly(
                        "'run.network: static' changes nothing: no stream has a"
                                + " 'communication'.");
        String talk = "workload.streams[1].communication={pattern: all-to-all, bytesPerNode: 1 GB}";
        assertThat(new Workloads(scenario(TWO, talk), (a, b) -> {}).warnings())
                .containsExactly(
                        "What jobs send costs them nothing here: 'run.network' is 'none'.");
        assertThat(
                        new Workloads(scenario(TWO, talk, "run.network=static"), (a, b) -> {})
                                .warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    policies.easy.placement={fugaku: torus:unit, hokaido: count} # policies.easy.placement.hokaido (--set): 'hokaido' is not a machine of this scenario./Maybe 'hokkaido'. Known: fugaku, hokkaido.
                    policies.easy.placement={seed: 3} # policies.easy.placement (--set): 'use' is missing: the name of the placement./Maybe one of:
                    policies.easy.placement={two: first-fit} # policies.easy.placement.two (--set): 'two' is not a machine of this scenario./Maybe one of: fugaku, hokkaido.
                    policies.easy.placement=torus:shlef # policies.easy.placement (--set): there is no placement 'torus:shlef'./Maybe 'torus:shelf'. Known:
                    policies.easy.placement={fugaku: torus:unit:few} # policies.easy.placement.fugaku (--set): must be a whole number, but is 'few'.
                    policies.easy.placement=first-fit:1 # policies.easy.placement (--set): placement 'first-fit' takes no value./Maybe 'first-fit'.
                    policies.easy.placement=count # policies.easy.placement (--set): 'count' gives jobs no places, but 'groups: true' of 'fugaku' goes by places./Maybe leave 'placement' out: it is then 'torus:shelf' on 'fugaku'.
                    policies.easy.placement=torus:unit # policies.easy.placement (--set): placement on 'hokkaido':
                    policies.easy.backfill=unlimited # policies.easy.backfill (--set): 'unlimited' ignores what a machine has, but 'fugaku' has resource groups./Maybe 'groups: false', or leave the policy out.
                    run.network=maxmin # run.network (--set): must be 'none', 'static' or 'max-min', but is 'maxmin'./Maybe 'max-min'.
                    workload.streams[0].partition=larg # workload.streams[0].partition (--set): 'fugaku' has no resource group 'larg'./Maybe 'large'. Known:
                    workload.streams[1].partition=large # workload.streams[1].partition (--set): 'hokkaido' has no resource groups here./Maybe machines: {hokkaido: {from: …, groups: true}}
                    workload.streams[1].shape=torus # workload.streams[1].shape (--set): shapes are for tori, and 'hokkaido' is none (rail-optimized)./Maybe leave 'shape' out.
                    workload.streams[0].shape=48x6:tours # workload.streams[0].shape (--set): the shape '48x6:tours': there is no 'tours'./Maybe '48x6x48:torus', or 'torus', 'mesh', 'noncont'.
                    workload.streams[0].shape=99999x99999x9 # workload.streams[0].shape (--set): the shape '99999x99999x9' has more nodes than can be.
                    workload.streams[0].shape=48x6x48:torus # workload.streams[0].generate.nodes.min (line 10): jobs of the shape 48x6x48:torus have 13824 nodes, but this says 500./Maybe leave 'nodes.min' out.
                    workload.streams[0].minimumElapse=120 % # workload.streams[0].minimumElapse (--set): must be a time, or a share of the time limit above 0 and below 1, but is '120 %'./Maybe '4h', or '50 %'.
                    workload.streams[0].minimumElapse=0 # workload.streams[0].minimumElapse (--set): must be a time, or a share
                    workload.streams[0].communication={pattern: ring, bytesPerNode: 1 GB} # workload.streams[0].communication.pattern (--set): must be 'ring-all-reduce', 'tree-all-reduce',
                    workload.streams[0].uses={memory: 3} # workload.streams[0].uses.memory (--set): must be an amount of bytes, but is 3./Maybe '80 GB'.
                    workload.streams[0].uses={power: -1 W} # workload.streams[0].uses.power (--set): must be a power, but is '-1 W'./Maybe '400 W'.
                    workload.streams[0].uses={accelerators: -1} # workload.streams[0].uses.accelerators (--set): must be at least 0, but is -1.
                    workload.streams[0].communication={pattern: all-to-all} # workload.streams[0].communication (--set): 'bytesPerNode' or 'bytesPerSecond' is missing./Maybe bytesPerNode: 10 GB
                    workload.streams[0].communication={pattern: all-to-all, bytesPerNode: 1 GB, bytesPerSecond: 1 GB/s} # workload.streams[0].communication (--set): 'bytesPerNode' and 'bytesPerSecond' both say how much a node sends./Maybe delete one of the two.
                    workload.streams[0].communication={pattern: all-to-all, bytesPerNode: 1 GB/s} # workload.streams[0].communication.bytesPerNode (--set): must be an amount of bytes above 0, but is '1 GB/s'./Maybe '10 GB'.
                    workload.streams[0].communication={pattern: all-to-all, bytesPerSecond: -1 GB/s} # workload.streams[0].communication.bytesPerSecond (--set): must be a bandwidth above 0, but is '-1 GB/s'./Maybe '1 GB/s'.
                    workload.streams[0].communication={bytesPerNode: 1 GB} # workload.streams[0].communication (--set): 'pattern' is missing./Maybe add 'pattern' (word):
                    """)
    void whatIsWrongIsSaid(String setting, String text) {
        List<String> found = issues(TWO, setting);
        assertThat(found).isNotEmpty();
        assertThat(found.get(0)).startsWith(text.replace("/Maybe", "\nMaybe"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            textBlock =
                    """
                    48x600x48:torus # every job of the shape '48x600x48:torus' would be rejected on 'fugaku' under 'easy', as one larger than the machine./Maybe a box of at most 48 x 69 x 48 nodes along X, Y, Z.
                    2x70x2:torus:strict # every job of the shape '2x70x2:torus:strict' would be rejected on 'fugaku' under 'easy', as one whose box never fits, even if all is free./Maybe a box of at most 48 x 69 x 48 nodes along X, Y, Z.
                    48x52x52:torus # every job of the shape '48x52x52:torus' would be rejected on 'fugaku' under 'easy', as one whose box never fits
                    145x2:torus:strict # every job of the shape '145x2:torus:strict' would be rejected on 'fugaku' under 'easy', as one whose box never fits, even if all is free./Maybe three axes, of at most 48, 69 and 48 nodes; of two, the first is folded over X and the units' Y, at most 144 nodes, and the second over Y and Z, at most 1104.
                    """)
    void aBoxThatNeverFitsIsRefused(String shape, String text) {
        String stream =
                "workload.streams[0]={organization: us, shape: %s, generate: {jobsPerDay: 20}}"
                        .formatted(shape);
        List<String> found = issues(TWO, stream, "machines.fugaku.groups=false");
        assertThat(found).hasSize(1);
        assertThat(found.get(0))
                .startsWith(
                        "workload.streams[0].shape (--set): " + text.replace("/Maybe", "\nMaybe"));
    }

    @Test
    void aBoxMustFitInItsGroup() {
        String stream = "workload.streams[0]={organization: us, partition: large, shape: ";
        String rest = ", generate: {jobsPerDay: 20}}";
        assertThat(issues(TWO, stream + "48x24x48:torus" + rest)).isEmpty();
        assertThat(issues(TWO, stream + "48x27x48:torus" + rest))
                .singleElement()
                .asString()
                .contains("as one of a size that no resource group takes.\nMaybe dandori describe");
        assertThat(issues(TWO, stream + "48x24x48:mesh" + rest))
                .singleElement()
                .asString()
                .contains("as one of a mode that no resource group has.");
        assertThat(issues(TWO, stream + "6x69x8:torus:strict" + rest))
                .singleElement()
                .asString()
                .contains("as one whose box never fits, even if all is free.");
    }

    @Test
    void theNetworkRefusesWhoKnowsRunTimesAndWhoHasNoPlaces() {
        assertThat(issues(TWO, "run.network=static", "policies.easy.estimates=exact"))
                .containsExactly(
                        "policies.easy.estimates (--set): the policy knows run times, but"
                                + " 'run.network: static' changes them.\n"
                                + "Maybe 'run.network: none', or leave the policy out.");
        assertThat(
                        issues(
                                TWO,
                                "run.network=static",
                                "machines.fugaku.groups=false",
                                "policies.easy.backfill=unlimited"))
                .containsExactly(
                        "policies.easy.backfill (--set): 'unlimited' gives jobs no places, and"
                                + " 'run.network: static' goes by places.\n"
                                + "Maybe 'run.network: none', or leave the policy out.");
        assertThat(issues(TWO, "run.network=static", "policies.easy.placement={hokkaido: count}"))
                .containsExactly(
                        "policies.easy.placement (--set): 'count' gives jobs no places, but"
                                + " 'run.network: static' goes by places.\n"
                                + "Maybe leave 'placement' out: it is then 'rail-packing' on"
                                + " 'hokkaido'.");
    }
}
