package dandori.simgrid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster's topology is in a machine file. Torus {@code 4,4,2}: lengths; fat tree {@code
 * 2;4,4;1,2;1,2}: levels, children, parents and links of each; dragonfly {@code 3,4;4,3;5,1;2}:
 * groups, chassis, routers with their links, nodes of a router.
 */
final class PlatformWiring {

    private static final MathContext DIGITS = MathContext.DECIMAL32;

    private final PlatformCluster cluster;
    private final List<String> notes;

    PlatformWiring(PlatformCluster cluster, List<String> notes) {
        this.cluster = cluster;
        this.notes = notes;
    }

    /** The lines below {@code interconnect:}; null, and a note, if there are none for it. */
    @Nullable String yaml() {
        if (cluster.topology().equals("FLAT") || cluster.topology().equals("HOST")) {
            return "  kind: flat\n";
        }
        List<List<Long>> numbers = numbers(cluster.parameters());
        String made = null;
        if (numbers != null && cluster.bandwidth().signum() > 0) {
            made =
                    switch (cluster.topology()) {
                        case "TORUS" -> torus(numbers);
                        case "FAT_TREE" -> fatTree(numbers);
                        case "DRAGONFLY" -> dragonfly(numbers);
                        default -> null;
                    };
        }
        if (made == null) {
            notes.add(
                    "topology %s %s of %s: not modelled, taken as flat"
                            .formatted(cluster.topology(), cluster.parameters(), cluster.id()));
            return "  kind: flat\n";
        }
        return made;
    }

    private @Nullable String torus(List<List<Long>> numbers) {
        List<Long> lengths = numbers.get(0);
        long product = 1;
        StringBuilder axes = new StringBuilder();
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < lengths.size(); i++) {
            product *= lengths.get(i);
            String name = "d" + (i + 1);
            axes.append(
                    "    %s: {length: [%d, published, S1], wraps: [true, published, S1]}\n"
                            .formatted(name, lengths.get(i)));
            order.insert(0, name + (i == 0 ? "" : ", "));
        }
        if (numbers.size() != 1 || product != cluster.count()) {
            return null;
        }
        return "  kind: torus\n  axes:\n"
                + axes
                + "  numbering: ["
                + order
                + "]\n  linkBandwidth: "
                + bandwidth(1);
    }

    private @Nullable String fatTree(List<List<Long>> numbers) {
        if (numbers.size() != 4 || numbers.get(0).size() != 1) {
            return null;
        }
        List<Long> down = numbers.get(1);
        List<Long> up = numbers.get(2);
        List<Long> links = numbers.get(3);
        int levels = down.size();
        boolean fits =
                numbers.get(0).get(0) == levels && up.size() == levels && links.size() == levels;
        long product = down.stream().reduce(1L, (one, two) -> one * two);
        if (!fits || up.get(0) != 1 || product != cluster.count()) {
            return null;
        }
        StringBuilder text = new StringBuilder("  kind: fat-tree\n  levels:\n");
        for (int i = 0; i < levels; i++) {
            text.append("    - {fanOut: [%d, published, S1]".formatted(down.get(i)));
            if (i + 1 < levels) {
                BigDecimal below = BigDecimal.valueOf(down.get(i) * links.get(i));
                BigDecimal above = BigDecimal.valueOf(up.get(i + 1) * links.get(i + 1));
                text.append(
                        ", oversubscription: [%s, derived, S1, \"links below over links above\"]"
                                .formatted(below.divide(above, DIGITS).toPlainString()));
            }
            text.append("}\n");
        }
        return text + "  nodeBandwidth: " + bandwidth(links.get(0));
    }

    private @Nullable String dragonfly(List<List<Long>> numbers) {
        boolean fits =
                numbers.size() == 4
                        && numbers.get(0).size() == 2
                        && numbers.get(1).size() == 2
                        && numbers.get(2).size() == 2
                        && numbers.get(3).size() == 1;
        if (!fits) {
            return null;
        }
        long groups = numbers.get(0).get(0);
        long chassis = numbers.get(1).get(0);
        long routers = numbers.get(2).get(0);
        long nodes = numbers.get(3).get(0);
        if (groups * chassis * routers * nodes != cluster.count()) {
            return null;
        }
        if (chassis > 1 && routers > 1) {
            notes.add(
                    "topology of %s: routers of a group are a grid there; taken as all joined"
                            .formatted(cluster.id()));
        }
        return "  kind: dragonfly\n  groups: [%d, published, S1]\n".formatted(groups)
                + "  routersPerGroup: [%d, derived, S1, \"chassis x routers\"]\n"
                        .formatted(chassis * routers)
                + "  nodesPerRouter: [%d, published, S1]\n".formatted(nodes)
                + "  nodeBandwidth: "
                + bandwidth(1)
                + "  localBandwidth: "
                + bandwidth(routers > 1 ? numbers.get(2).get(1) : numbers.get(1).get(1))
                + "  globalBandwidth: "
                + bandwidth(numbers.get(0).get(1));
    }

    private String bandwidth(long links) {
        BigDecimal sum = cluster.bandwidth().multiply(BigDecimal.valueOf(links));
        String amount = PlatformUnits.plain(sum, 9) + " GB/s";
        return links == 1
                ? "[" + amount + ", published, S1]\n"
                : "[" + amount + ", derived, S1, \"" + links + " links\"]\n";
    }

    /** Lists of numbers from 1 to a million, between semicolons; null if they are no such lists. */
    private static @Nullable List<List<Long>> numbers(String text) {
        List<List<Long>> lists = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            List<Long> list = new ArrayList<>();
            for (String number : part.split(",", -1)) {
                if (!number.strip().matches("[1-9]\\d{0,5}|1000000") || list.size() == 8) {
                    return null;
                }
                list.add(Long.parseLong(number.strip()));
            }
            lists.add(list);
        }
        return lists;
    }
}
