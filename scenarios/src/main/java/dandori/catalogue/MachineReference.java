package dandori.catalogue;

import java.util.List;
import java.util.stream.Stream;

/**
 * The page that explains machine files, written from the declarations by which they are read, so
 * that it cannot say anything else.
 */
public final class MachineReference {

    private static final String HEAD =
            """
            # Machine files

            A machine file says what is known about a machine: its nodes, how they are wired, its resource groups, where its \
            checkpoints go, what its power costs, how often it fails. It is written in YAML and read strictly, as scenario files \
            are: all that is wrong is told at once. The machines of the catalogue (`dandori catalogue machines`) are such files; \
            `dandori catalogue machines NAME` prints one, to begin with. `dandori describe FILE` shows what was understood, \
            `dandori validate FILE` only checks. A scenario takes one as `machines: {ours: {from: ours.yaml}}`. Editors can check \
            a file against [its JSON Schema](machine-file.schema.json).

            ## Facts

            Every figure is a fact: its value, how sure it is, and the keys of its sources, which `sources` explains; a note may \
            follow. In brief `[6.8 GB/s, published, S1]` or `[40.8 GB/s, derived, S1 S3, "6 x 6.8"]`, in full \
            `{value: 6.8 GB/s, certainty: published, source: S1, note: one way}`. What nobody knows is left out, never made up; \
            what had to be taken is `assumed`, and shown as such.

            | certainty | when |
            |---|---|
            | `published` | It stands in the source. |
            | `second-hand` | It stands in somebody's summary of the source. |
            | `derived` | It follows by arithmetic from the source; the note, which is needed, shows how. |
            | `remembered-high` | Known well, but not looked up. |
            | `remembered-medium` | Known, but not looked up; the order of magnitude is right. |
            | `remembered-low` | A recollection that may be wrong. |
            | `assumed` | Nobody published it; something had to be taken. |

            ## An example

            """;

    private static final String BELOW =
            """

            In the tables, *needed* marks what must be given. Numbers of machines must agree: `totals.nodes` with the types of \
            node, with the wiring and with the pools, and `totals.accelerators` with the types of node.
            """;

    /** A machine file without a fault. */
    public static final String EXAMPLE =
            """
            machine: ours
            title: Our cluster, an example
            sources:
              S1: "The vendor's data sheet"
              S2: "Our own measurements, May 2026"

            totals:
              nodes: [64, published, S1]

            nodeTypes:
              gpu:
                count: [64, published, S1]
                cores: [96, published, S1]
                injectionBandwidth: [200 GB/s, derived, S1, "4 x 400 Gbit/s"]
                power:
                  idle: [1.9 kW, published, S2]
                accelerator:
                  kind: [H100 SXM 80 GB, published, S1]
                  count: [8, published, S1]
                  peak: {bf16: [989 TFLOP/s, published, S1]}

            interconnect:
              kind: rail-optimized
              rails: [4, published, S1]
              nodesPerPod: [32, published, S1]
              railBandwidth: [400 Gbit/s, published, S1]
              spineOversubscription: [2, published, S1]

            pools:
              production: {nodes: [60, published, S2]}
              tests: {nodes: [4, published, S2]}

            partitions:
              long:
                pool: production
                maxNodes: [32, published, S2]
                maxWalltime: [7d, published, S2]
              whole:
                pool: production
                maxNodes: [60, published, S2]
                maxWalltime: [48h, published, S2]
                exclusive: [true, published, S2]
                windows:
                  - {nth: 1, day: friday, at: "18:00", length: 60h, starts: 12h, certainty: published, source: S2}

            maintenance:
              - {from: 2026-08-10T09:00+09:00, to: 2026-08-12T09:00+09:00, certainty: published, source: S2}
              - {from: 2026-09-01T09:00+09:00, to: 2026-09-01T18:00+09:00, nodes: 2, pool: tests, certainty: published, source: S2}

            reliability:
              failures: [2.5, assumed, S2, as others report]
            """;

    private MachineReference() {}

    /** The page, in Markdown. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("```yaml\n").append(EXAMPLE).append("```\n").append(BELOW);
        page.append(FactTables.of(MachineSections.all()));
        page.append("\n## Units\n\n| of | units |\n|---|---|\n");
        Stream.of(Dimension.values())
                .filter(dimension -> !dimension.units().isEmpty())
                .forEach(dimension -> units(page, dimension));
        return page.toString();
    }

    private static void units(StringBuilder page, Dimension dimension) {
        List<String> quoted = dimension.units().stream().map(unit -> "`" + unit + "`").toList();
        page.append("| ").append(dimension.words()).append(" | ");
        page.append(String.join(", ", quoted)).append(" |\n");
    }
}
