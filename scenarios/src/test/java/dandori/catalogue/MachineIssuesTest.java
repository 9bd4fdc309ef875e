package dandori.catalogue;

import static dandori.catalogue.MachineReading.issues;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of issue of a machine file, with its text. */
class MachineIssuesTest {

    /** {@link MachineReference#EXAMPLE} with another wiring. */
    private static String wired(String interconnect) {
        String example = MachineReference.EXAMPLE;
        int from = example.indexOf("interconnect:");
        int to = example.indexOf("pools:");
        return example.substring(0, from) + interconnect + "\n" + example.substring(to);
    }

    private static final String TORUS =
            """
            interconnect:
              kind: torus
              axes:
                x: {length: [4, published, S1], wraps: [true, published, S1]}
                y: {length: [4, published, S1], wraps: [true, published, S1]}
                z: {length: [4, published, S1], wraps: [false, published, S1]}
              linkBandwidth: [6.8 GB/s, published, S1]
            """;
    private static final String TREE =
            """
            interconnect:
              kind: fat-tree
              levels:
                - {fanOut: [16, published, S1], oversubscription: [2, published, S1]}
                - {fanOut: [4, published, S1]}
              nodeBandwidth: [25 GB/s, published, S1]
            """;
    private static final String DRAGONFLY =
            """
            interconnect:
              kind: dragonfly
              groups: [4, published, S1]
              routersPerGroup: [4, published, S1]
              nodesPerRouter: [4, published, S1]
              nodeBandwidth: [25 GB/s, published, S1]
              localBandwidth: [25 GB/s, published, S1]
              globalBandwidth: [25 GB/s, published, S1]
            """;

    @Test
    void filesWithoutFaultsHaveNone() {
        assertThat(issues(MachineReference.EXAMPLE)).isEmpty();
        assertThat(issues(wired(TORUS))).isEmpty();
        assertThat(issues(wired(TREE))).isEmpty();
        assertThat(issues(wired(DRAGONFLY))).isEmpty();
    }

    @Test
    void allAreToldAtOnce() {
        assertThatThrownBy(() ->
                        MachineReading.machine(
                                MachineReference.EXAMPLE
                                        .replace("cores: [96, published, S1]", "cores: 96")
                                        .replace("200 GB/s, derived", "-200 GB/s, derived")
                                        .replace("pool: production", "pool: produktion")
                                        .replace("reliability:", "reliabilty:")))
                .hasMessage(
                        """
                        ours.yaml has 5 problems.

                          nodeTypes.gpu.cores (line 13): has neither source nor certainty.
                          Maybe [96, published, S1], where 'sources' says what S1 is.

                          nodeTypes.gpu.injectionBandwidth[0] (line 14): must be above 0, but is -200 GB/s.

                          partitions.long.pool (line 35): 'produktion' is not a pool of this machine.
                          Maybe 'production'. Known: production, tests.

                          partitions.whole.pool (line 39): 'produktion' is not a pool of this machine.
                          Maybe 'production'. Known: production, tests.

                          reliabilty (line 50): there is no key 'reliabilty' here.
                          Maybe 'reliability'. Known: machine, title, unit, sources, totals, nodeTypes, interconnect, pools, \
                        partitions, maintenance, storage, site, prices, reliability, measured, calibration.\
                        """);
    }

    /** Of words, of single facts, of facts that do not fit each other: nobody waits for another. */
    @Test
    void mistakesOfAllKindsAreToldAtOnceInOrderOfLine() {
        String wrong =
                wired(
                                TORUS.replace("x: {length: [4", "x: {length: [3")
                                        .replace("[6.8 GB/s", "[-6.8 GB/s")
                                        .replace("kind: torus", "kind: torus\n  walls: 4"))
                        .replace("nodes: [64, published, S1]", TOTALS)
                        .replace("count: [8, published, S1]", "count: [4, published, S1]")
                        .replace("      kind: [H100 SXM 80 GB, published, S1]\n", "")
                        .replace("200 GB/s, derived", "0 GB/s, derived")
                        .replace("tests: {nodes: [4", "tests: {nodes: [5")
                        .replace("maxNodes: [60, published, S2]", "maxNodes: [61, published, S2]")
                        .replace(
                                "maxNodes: [32, published, S2]",
                                "maxNodes: [32, published, S3]\n    shapes: [tours, published, S2]")
                        .replace("starts: 12h", "starts: 72h")
                        .replace("reliability:", "reliabilty:");

        assertThat(issues(wrong).stream().map(text -> text.split("\n")[0]))
                .containsExactly(
                        "totals.accelerators (line 9): the types have 256 accelerators together, but"
                                + " 'totals.accelerators' is 512.",
                        "nodeTypes.gpu.injectionBandwidth[0] (line 15): must be above 0, but is 0"
                                + " GB/s.",
                        "nodeTypes.gpu.accelerator (line 18): 'kind' is missing.",
                        "interconnect (line 22): wires 48 nodes, but 'totals.nodes' is 64: no switch"
                                + " holds the other 16.",
                        "interconnect.walls (line 24): there is no key 'walls' here.",
                        "interconnect.linkBandwidth[0] (line 29): must be above 0, but is -6.8 GB/s.",
                        "pools (line 31): the pools hold 65 nodes together, but the machine has 64.",
                        "partitions.long.maxNodes[2] (line 38): 'S3' is not among the sources of this"
                                + " file.",
                        "partitions.long.shapes (line 39): there is no shape 'tours'.",
                        "partitions.whole.maxNodes (line 43): is 61, but the group has 60 nodes.",
                        "partitions.whole.windows[0].starts (line 47): jobs may start for 3d, longer"
                                + " than it is open (2d12h).",
                        "reliabilty (line 53): there is no key 'reliabilty' here.");
    }

    private static final String TOTALS =
            "nodes: [64, published, S1]\n  accelerators: [512, published, S1]";

    /** What a mistake hides is not made up: one mistake, one issue. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    nodes: [64, published, S1] # cores: [64, published, S1] # totals (line 7): 'nodes' is missing.
                    count: [64, published, S1] # count: [many, published, S1] # nodeTypes.gpu.count[0] (line 12): must be a whole number, but is 'many'.
                    nodesPerPod: [32 # nodesPerPod: [0 # interconnect.nodesPerPod[0] (line 25): must be at least 1, but is 0.
                    production: {nodes: [60, published, S2]} # production: {nodes: [60, published]} # pools.production.nodes (line 30): has no source.
                    at: "18:00", length: 60h # length: 60h # partitions.whole.windows[0] (line 44): 'at' is missing.
                    length: 60h # length: sixty # partitions.whole.windows[0].length (line 44): must be a duration
                    """)
    void whatFollowsFromAMistakeIsNotTold(String part, String other, String issue) {
        List<String> found = issues(MachineReference.EXAMPLE.replace(part, other));

        assertThat(found).hasSize(1);
        assertThat(found.get(0)).startsWith(issue);
    }

    /** A part of the example, what takes its place, and the one issue; {@code /} for a new line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    machine: ours # machine: two words # machine (line 1): must be a name of letters, digits, '-', '_' or '+', but is 'two words'.
                    [96, published, S1] # [96, published] # nodeTypes.gpu.cores (line 13): has no source./Maybe one of: S1, S2.
                    [96, published, S1] # {value: 96, source: S1} # nodeTypes.gpu.cores (line 13): has no certainty./Maybe one of: published, second-hand, derived, remembered-high, remembered-medium, remembered-low, assumed.
                    [96, published, S1] # [96, pubished, S1] # nodeTypes.gpu.cores[1] (line 13): there is no certainty 'pubished'./Maybe 'published'. Known: published, second-hand, derived, remembered-high, remembered-medium, remembered-low, assumed.
                    [96, published, S1] # [96, published, S11] # nodeTypes.gpu.cores[2] (line 13): 'S11' is not among the sources of this file./Maybe 'S1'. Known: S1, S2.
                    [96, published, S1] # {value: 96, certainty: published, sauce: S1, source: S1} # nodeTypes.gpu.cores.sauce (line 13): there is no key 'sauce' in a fact./Maybe 'source'. Known: value, certainty, source, note.
                    [96, published, S1] # {certainty: published, source: S1} # nodeTypes.gpu.cores (line 13): has no value./Maybe a value such as 384.
                    [96, published, S1] # # nodeTypes.gpu.cores (line 13): must be a fact, but is empty./Maybe [384, published, S1]
                    [96, published, S1] # [9.6, published, S1] # nodeTypes.gpu.cores[0] (line 13): must be a whole number, but is '9.6'./Maybe '384'.
                    [96, published, S1] # [0, published, S1] # nodeTypes.gpu.cores[0] (line 13): must be at least 1, but is 0.
                    , "4 x 400 Gbit/s"] # ] # nodeTypes.gpu.injectionBandwidth (line 14): is derived, but does not say how./Maybe a note with the arithmetic: [6.8 GB/s, derived, S1, "24 x 23 x 24"]
                    200 GB/s # 200 # nodeTypes.gpu.injectionBandwidth[0] (line 14): must be a bandwidth, but is '200'./Maybe '6.8 GB/s'. Units: B/s, MB/s, GB/s, TB/s, PB/s, MiB/s, GiB/s, Gbit/s, Tbit/s.
                    200 GB/s # 200 GB # nodeTypes.gpu.injectionBandwidth[0] (line 14): must be a bandwidth, but is '200 GB'./Maybe '6.8 GB/s'. Units: B/s, MB/s, GB/s, TB/s, PB/s, MiB/s, GiB/s, Gbit/s, Tbit/s.
                    idle: # idel: # nodeTypes.gpu.power.idel (line 16): there is no key 'idel' here./Maybe 'idle'. Known: idle, busy, boost, most.
                    {bf16: [989 TFLOP/s, published, S1]} # 989 # nodeTypes.gpu.accelerator.peak (line 20): must be a mapping of keys, but is 989./Maybe one of: fp64, fp64-matrix, fp32, tf32, fp16, bf16, fp8.
                    nodes: [64, published, S1] # nodes: [65, published, S1] # nodeTypes (line 10): the types have 64 nodes together, but 'totals.nodes' is 65.
                    400 Gbit/s, published # 0 GB/s, published # interconnect.railBandwidth[0] (line 26): must be above 0, but is 0 GB/s.
                    tests: {nodes: [4 # tests: {nodes: [3 # pools (line 29): the pools hold 63 nodes together, but the machine has 64./Maybe a further pool for the other 1.
                    tests: {nodes: [4 # tests: {nodes: [5 # pools (line 29): the pools hold 65 nodes together, but the machine has 64.
                    maxNodes: [32 # maxNodes: [61 # partitions.long.maxNodes (line 36): is 61, but the group has 60 nodes./Maybe at most 60.
                    maxNodes: [32 # nodes: [0-61, published, S2]/    maxNodes: [32 # partitions.long.nodes (line 36): 0-61 is not all in pool 'production' (0-59).
                    maxNodes: [32 # nodes: [5-1, published, S2]/    maxNodes: [32 # partitions.long.nodes[0] (line 36): must be nodes, in ascending intervals, but is '5-1'./Maybe '0-11 24 36-47'.
                    maxNodes: [32 # minNodes: [33, published, S2]/    maxNodes: [32 # partitions.long.maxNodes (line 37): is 32, fewer than minNodes (33).
                    maxNodes: [32 # shapes: [tours, published, S2]/    maxNodes: [32 # partitions.long.shapes (line 36): there is no shape 'tours'./Maybe 'torus'. Known: torus, mesh, noncont.
                    maxNodes: [32 # shapes: [mesh mesh, published, S2]/    maxNodes: [32 # partitions.long.shapes (line 36): 'mesh' is named twice.
                    [7d, published # [7, published # partitions.long.maxWalltime[0] (line 37): must be a duration, but is '7'./Maybe '24h'. Units: ms, s, min, h, d, w, y.
                    [7d, published # [0s, published # partitions.long.maxWalltime[0] (line 37): must be above 0, but is 0s.
                    exclusive: [true # exclusive: [maybe # partitions.whole.exclusive[0] (line 42): must be true or false, but is 'maybe'.
                    exclusive: [true # onBegin: [wait # partitions.whole.onBegin (line 42): must be one of 'drain', 'kill', 'requeue', but is 'wait'.
                    nth: 1 # nth: 5 # partitions.whole.windows[0].nth (line 44): must be at most 4, but is 5.
                    day: friday # day: fryday # partitions.whole.windows[0].day (line 44): must be 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday' or 'sunday', but is 'fryday'./Maybe 'friday'.
                    "18:00" # "25:00" # partitions.whole.windows[0].at (line 44): must be a time of day, but is '25:00'./Maybe "15:00"
                    starts: 12h # starts: 72h # partitions.whole.windows[0].starts (line 44): jobs may start for 3d, longer than it is open (2d12h).
                    certainty: published, source: S2} # source: S2} # partitions.whole.windows[0] (line 44): 'certainty' is missing./Maybe add 'certainty': how sure this is.
                    kind: rail-optimized # kind: rails # interconnect.kind (line 23): must be 'flat', 'torus', 'fat-tree', 'rail-optimized', 'dragonfly' or 'graph', but is 'rails'.
                    title: Our cluster, an example # unit: node # (line 1): 'title' is missing./Maybe add 'title': what it is, in a few words.
                    title: # unit: processor/title: # unit (line 2): must be 'node' where the interconnect is not flat, but is 'processor'./Maybe leave 'unit' out.
                    """)
    void oneChangeMakesOneIssue(String part, String other, String issue) {
        String changed =
                other == null ? "" : other.replace("/  ", "\n  ").replace("/title", "\ntitle");
        List<String> found =
                issues(
                        MachineReference.EXAMPLE.replaceFirst(
                                Pattern.quote(part), Matcher.quoteReplacement(changed)));

        assertThat(found).containsExactly(issue.replace("/Maybe", "\nMaybe"));
    }

    /** The same of dates of maintenance. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    to: 2026-08-12T # to: 2026-08-09T # maintenance[0].to (line 47): must lie after 'from' (2026-08-10T09:00+09:00), but is 2026-08-09T09:00+09:00.
                    to: 2026-08-12T # to: 2026-09-12T # maintenance[1] (line 48): overlaps another, all nodes, 2026-08-10 09:00 to 2026-09-12 09:00 +09:00./Maybe one that lasts from the first beginning to the last end.
                    2026-08-12T09:00+09:00 # 2026-08-12 # maintenance[0].to (line 47): must be a date with time and zone, but is '2026-08-12'./Maybe '2026-08-12T00:00+09:00', or 'Z' at the end for UTC.
                    nodes: 2, # nodes: 5, # maintenance[1].nodes (line 48): must be at most 4, but is 5.
                    nodes: 2, pool: tests, # nodes: 2, # maintenance[1].nodes (line 48): the machine has several pools: these nodes are of one of them./Maybe 'pool: production'.
                    pool: tests, # pool: test, # maintenance[1].pool (line 48): 'test' is not a pool of this machine./Maybe 'tests'. Known: production, tests.
                    {from: 2026-08-10T09:00+09:00, # { # maintenance[0] (line 47): 'from' is missing./Maybe add 'from': when they leave, a date with time and zone: `2025-10-07T00:00+09:00`.
                    """)
    void datesThatCannotBe(String part, String other, String issue) {
        oneChangeMakesOneIssue(part, other, issue);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    torus # x: {length: [4 # x: {length: [3 # interconnect (line 22): wires 48 nodes, but 'totals.nodes' is 64: no switch holds the other 16.
                    torus # x: {length: [4 # x: {length: [5 # interconnect (line 22): wires 80 nodes, but 'totals.nodes' is 64.
                    torus # wraps: [false # walls: [false # interconnect.axes.z.walls (line 27): there is no key 'walls' here.
                    torus # [6.8 GB/s # [-6.8 GB/s # interconnect.linkBandwidth[0] (line 28): must be above 0, but is -6.8 GB/s.
                    torus # linkB # unitAxes: [2, published, S1]/  linkB # interconnect (line 22): unitAxes (2) must be from 0 to half of the 3 axes.
                    torus # linkB # numbering: [x, y, w]/  linkB # interconnect.numbering[2] (line 28): there is no axis 'w'.
                    torus # linkB # numbering: [x, y, y]/  linkB # interconnect.numbering[2] (line 28): axis 'y' is named twice.
                    torus # linkB # numbering: [x, y]/  linkB # interconnect.numbering (line 28): names 2 axes, but there are 3.
                    tree # - {fanOut: [4 # - {fanOut: [3 # interconnect (line 22): the levels hold 16 x 3 = 48 nodes, but the machine has 64: no switch holds the other 16.
                    tree # [4, published, S1]} # [4, published, S1], oversubscription: [1, published, S1]} # interconnect.levels[1] (line 26): the last level is the top, so nothing can be oversubscribed above it.
                    tree # , oversubscription: [2, published, S1] # # interconnect.levels[0] (line 25): 'oversubscription' is missing.
                    tree # oversubscription: [2 # oversubscription: [0.5 # interconnect.levels[0].oversubscription[0] (line 25): must be at least 1, but is 0.5.
                    dragonfly # groups: [4 # groups: [5 # interconnect (line 22): wires 80 nodes, but 'totals.nodes' is 64.
                    dragonfly # nodesPerRouter: [4 # nodesPerRouter: [3 # interconnect (line 22): wires 48 nodes, but 'totals.nodes' is 64: no switch holds the other 16.
                    dragonfly # groups: # grups: # interconnect (line 22): 'groups' is missing.
                    """)
    void wiringsThatCannotBe(String kind, String part, String other, String issue) {
        String right =
                switch (kind) {
                    case "torus" -> TORUS;
                    case "tree" -> TREE;
                    default -> DRAGONFLY;
                };
        String changed = other == null ? "" : other.replace("/  ", "\n  ");

        List<String> found = issues(wired(right.replace(part, changed)));

        assertThat(found).anyMatch(text -> text.startsWith(issue));
        assertThat(found).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void filesThatAreNone() {
        assertThat(issues("")).containsExactly("is empty.");
        assertThat(issues("just words"))
                .containsExactly(
                        "(line 1): a machine file is a mapping of keys, but this is one value.");
        assertThat(issues("machine: [")).hasSize(1).first().asString().contains("is no YAML");
        assertThatThrownBy(() -> MachineReader.read(Path.of("none.yaml")))
                .hasMessageContaining("there is no such file.");
        assertThat(MachineReader.isMachineFile(Path.of("none.yaml"))).isFalse();
    }

    @Test
    void processorsAreCountedFromTheCores() {
        String ricc = Catalogue.text("ricc");

        assertThat(issues(ricc.replaceFirst("    cores: .*\n", "")))
                .containsExactly(
                        """
                        unit (line 4): is 'processor', but 'nodeTypes' does not say how many a node has.
                        Maybe add 'cores' to every type of node.\
                        """);
    }
}
