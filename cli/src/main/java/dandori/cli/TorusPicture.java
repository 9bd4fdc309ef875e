package dandori.cli;

import dandori.interconnect.Axis;
import dandori.interconnect.Torus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A torus as a box of its outer axes, with one unit beside it. */
final class TorusPicture {

    private static final List<String> BOX =
            List.of(
                    "          o-------------------o",
                    "         /                   /|",
                    "        /                   / |",
                    "       /                   /  |",
                    "      o-------------------o   |",
                    "      |                   |   o",
                    "      |                   |  /",
                    "      |                   | /",
                    "      |                   |/",
                    "      o-------------------o");
    private static final List<String> UNIT =
            List.of(
                    "          o----o",
                    "         /|   /|",
                    "        o----o |",
                    "       /| o-/|-o",
                    "      o----o |/",
                    "      | o--|-o",
                    "      |/   |/",
                    "      o----o");

    private TorusPicture() {}

    static String of(Torus torus) {
        List<Axis> axes = torus.axes();
        List<Axis> outer = axes.subList(0, axes.size() - torus.unitAxes());
        List<Axis> inner = axes.subList(axes.size() - torus.unitAxes(), axes.size());
        List<String> left = drawn(outer, BOX);
        List<String> lines = new ArrayList<>(left);
        if (inner.size() == 3) {
            List<String> right = drawn(inner, UNIT);
            for (int i = 0; i < right.size(); i++) {
                String at = String.format(Locale.ROOT, "%-56s", lines.get(i + 1));
                lines.set(i + 1, (at + right.get(i)).stripTrailing());
            }
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        String form = form(outer);
        if (inner.isEmpty()) {
            text.append(String.format(Locale.ROOT, "  %s = %,d nodes", form, torus.nodes()));
        } else {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  %s = %,d units of %s = %,d nodes",
                            form,
                            torus.units(),
                            form(inner),
                            torus.nodesPerUnit()));
        }
        boolean isRing = axes.stream().anyMatch(Axis::isRing);
        text.append(isRing ? "; @ marks rings\n" : "\n");
        text.append("  node numbers grow slowest along ");
        List<String> order = torus.numbering().stream().map(axis -> axes.get(axis).name()).toList();
        text.append(String.join(", then ", order)).append('\n');
        text.append("  ").append(WiringPicture.bandwidth(torus.linkBytesPerSecond()));
        return text.append(" a link, one way\n").toString();
    }

    private static List<String> drawn(List<Axis> axes, List<String> box) {
        if (axes.size() < 3) {
            return flat(axes);
        }
        // The third axis goes to the right, the first up, the second into the page.
        List<String> lines = new ArrayList<>();
        int front = box.size() / 2;
        boolean isUnit = box == UNIT;
        for (int i = 0; i < box.size(); i++) {
            String label = "";
            if (i == (isUnit ? 5 : 6)) {
                label = mark(axes.get(0));
            } else if (i == (isUnit ? 1 : front - 3)) {
                label = mark(axes.get(1));
            }
            String line = box.get(i);
            int room = line.length() - line.stripLeading().length();
            int start = Math.max(0, room - label.length() - 1);
            lines.add(
                    label.isEmpty() || room <= label.length()
                            ? line
                            : " ".repeat(start) + label + line.substring(start + label.length()));
        }
        lines.add((isUnit ? "       " : "              ") + mark(axes.get(2)));
        for (Axis more : axes.subList(3, axes.size())) {
            lines.add("      and likewise along " + mark(more));
        }
        return lines;
    }

    private static List<String> flat(List<Axis> axes) {
        List<String> lines = new ArrayList<>();
        String row = "      o--o--o-- ... --o";
        lines.add(row);
        if (axes.size() == 2) {
            lines.add("      |  |  |         |    " + mark(axes.get(0)) + " down");
            lines.add(row);
            lines.add("      :  :  :         :");
            lines.add(row);
        }
        lines.add("            " + mark(axes.get(axes.size() - 1)));
        return lines;
    }

    private static String mark(Axis axis) {
        return axis.name() + " " + axis.length() + (axis.isRing() ? "@" : "");
    }

    private static String form(List<Axis> axes) {
        return String.join(
                " x ", axes.stream().map(axis -> String.valueOf(axis.length())).toList());
    }
}
