package dandori.cli;

import dandori.interconnect.Dragonfly;
import dandori.interconnect.FatTree;
import dandori.interconnect.GraphNetwork;
import dandori.interconnect.Interconnect;
import dandori.interconnect.RailOptimized;
import dandori.interconnect.SwitchTree;
import dandori.interconnect.Torus;
import java.util.Locale;

/** How nodes are wired, drawn with letters: one drawing for each kind of interconnect. */
final class WiringPicture {

    private WiringPicture() {}

    /** The drawing and the figures below it. */
    static String of(Interconnect wired) {
        String drawing;
        if (wired instanceof Torus torus) {
            drawing = TorusPicture.of(torus);
        } else if (wired instanceof FatTree tree) {
            drawing = fatTree(tree);
        } else if (wired instanceof RailOptimized rails) {
            drawing = rails(rails);
        } else if (wired instanceof Dragonfly dragonfly) {
            drawing = dragonfly(dragonfly);
        } else if (wired.kind().equals("flat")) {
            drawing = flat(wired.nodes());
        } else {
            drawing = graph(wired);
        }
        return drawing.replaceAll("(?m) +$", "") + figures(wired);
    }

    private static String figures(Interconnect wired) {
        if (wired.linkCount() == 0) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "%n  at most %,d hops · %s across the middle · %,d links (one way; a bundle is one)%n",
                wired.diameter(),
                bandwidth(wired.bisectionBytesPerSecond()),
                wired.linkCount());
    }

    /** A bandwidth with three digits and its unit. */
    static String bandwidth(double bytesPerSecond) {
        String[] units = {"MB/s", "GB/s", "TB/s", "PB/s"};
        double value = bytesPerSecond / 1e6;
        int unit = 0;
        while (value >= 1_000 && unit < units.length - 1) {
            value /= 1_000;
            unit++;
        }
        String digits = String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
        String plain = digits.replaceAll("0+$", "").replaceAll("\\.$", "");
        return plain + " " + units[unit];
    }

    private static String flat(int nodes) {
        String row =
                switch (Math.min(nodes, 8)) {
                    case 1 -> "o";
                    case 2, 3, 4, 5, 6, 7 -> "o ".repeat(nodes).strip();
                    default -> "o  o  o  o   ...   o  o  o  o";
                };
        return "  %s%n%n  any are as good as any others%n".formatted(row);
    }

    private static String fatTree(FatTree tree) {
        int levels = tree.fanOut().size();
        int leaf = Math.min(tree.fanOut().get(0), tree.nodes());
        String node = bandwidth(tree.nodeBytesPerSecond());
        if (levels == 1 || leaf == tree.nodes()) {
            return """
                +--------------+
                |    switch    |
                +--------------+
                 |  |  |     |     %s each
                 o  o  o ... o
            %,d nodes below one switch
            """
                    .formatted(node, tree.nodes())
                    .indent(2);
        }
        StringBuilder drawing = new StringBuilder();
        drawing.append("             +---------------------------+\n");
        drawing.append("             |            top            |\n");
        drawing.append("             +---------------------------+\n");
        for (int level = levels - 2; level >= 0; level--) {
            String name = level == 0 ? "leaf" : levels == 3 ? "pod" : "level" + (level + 1);
            long below = 1;
            for (int i = 0; i <= level; i++) {
                below *= tree.fanOut().get(i);
            }
            long count = (tree.nodes() + below - 1) / below;
            double ratio = tree.oversubscription().get(level);
            drawing.append("               |         |             |\n");
            drawing.append(
                    String.format(
                            Locale.ROOT,
                            "           [%s] [%s] ... [%s]     %,d of %,d nodes, %s%n",
                            centred(name),
                            centred(name),
                            centred(name),
                            count,
                            Math.min(below, tree.nodes()),
                            ratio == 1 ? "1:1 upwards" : "oversubscribed " + ratio(ratio)));
        }
        drawing.append("             ||||      ||||          ||||       ").append(node);
        drawing.append(" each\n             oooo      oooo          oooo\n");
        return drawing.toString();
    }

    private static String centred(String name) {
        int left = (7 - name.length()) / 2;
        return " ".repeat(left) + name + " ".repeat(7 - name.length() - left);
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio == Math.rint(ratio) ? "%.0f:1" : "%.2f:1", ratio);
    }

    private static String rails(RailOptimized rails) {
        int pods = (rails.nodes() + rails.nodesPerPod() - 1) / rails.nodesPerPod();
        int last = rails.rails();
        int inPod = Math.min(rails.nodesPerPod(), rails.nodes());
        String spines =
                pods == 1
                        ? ""
                        : """
                        [            spines            ]     %s
                          |       |               |
                        """
                                .formatted(
                                        rails.spineOversubscription() == 1
                                                ? "1:1 from the leaves"
                                                : "oversubscribed "
                                                        + ratio(rails.spineOversubscription()));
        String pod =
                """
                [leaf 1] [leaf 2]   ...  [leaf %d]     one leaf for each rail
                  |  |     |  |           |  |        %s a port
                  |  +-----|--|-----------|--|---- o  node 1: port r hangs on leaf r
                  +--------+--------------+------- o  node 2
                                 ...
                %s
                """
                        .formatted(
                                last,
                                bandwidth(rails.railBytesPerSecond()),
                                pods == 1
                                        ? "%,d nodes below one set of leaves".formatted(inPod)
                                        : "%,d pods of up to %,d nodes, each with leaves of its own"
                                                .formatted(pods, inPod));
        return (spines + pod).indent(2);
    }

    private static String dragonfly(Dragonfly wired) {
        return """
        (group 1)-----(group 2)
            | \\       / |        %,d groups, each joined to each by %s
            |   \\   /   |
            |     X     |
            |   /   \\   |
            | /       \\ |
          ( ... )-----(group %d)

        a group:  [r]--[r]--[r] ...   %,d routers, each joined to each by %s
                  ooo  ooo  ooo       %,d nodes on each, %s a node
        """
                .formatted(
                        wired.groups(),
                        bandwidth(wired.globalBytesPerSecond()),
                        wired.groups(),
                        wired.routersPerGroup(),
                        bandwidth(wired.localBytesPerSecond()),
                        wired.nodesPerRouter(),
                        bandwidth(wired.nodeBytesPerSecond()))
                .indent(2);
    }

    private static String graph(Interconnect wired) {
        SwitchTree switches = wired.switches();
        int leaves = switches.levels() > 1 ? switches.switches(0) : 0;
        String nodes = String.format(Locale.ROOT, "%,d nodes", wired.nodes());
        String source = wired instanceof GraphNetwork network ? network.source() : "";
        return """
         o       o
         |       |     a network from %s
        [s]-----[s]    %s%s
         |  \\    |
         o   o   o
        """
                .formatted(
                        source.isEmpty() ? "a file" : "the file " + source,
                        nodes,
                        leaves > 1
                                ? String.format(Locale.ROOT, " on %,d leaf switches", leaves)
                                : "")
                .indent(2);
    }
}
