package dandori.interconnect;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The links of a torus by what they join: those between two neighbouring places of an outer axis,
 * plane by plane, and those inside the units of a plane, axis by axis.
 *
 * <p>Planes are spanned by the two axes along which node numbers move fastest, so that Tofu has one
 * for each Y. Where that would be too many groups planes are put together, then the places of an
 * axis, too.
 */
final class TorusLinkGroups {

    private final Torus torus;
    private final int outer; // axes that are not the unit's
    private final List<Integer> planeAxes; // those along which planes follow each other
    private final boolean hasPlanes;
    private final boolean hasPlaces;

    private TorusLinkGroups(Torus torus) {
        this.torus = torus;
        outer = torus.axes().size() - torus.unitAxes();
        List<Integer> slowFirst =
                IntStream.range(0, outer)
                        .boxed()
                        .sorted(Comparator.comparingInt(torus.numbering()::indexOf))
                        .toList();
        planeAxes = slowFirst.subList(0, Math.max(0, outer - 2));
        hasPlanes = count(true) <= LinkGroups.MOST;
        hasPlaces = count(false) <= LinkGroups.MOST;
    }

    static LinkGroups of(Torus torus) {
        TorusLinkGroups rule = new TorusLinkGroups(torus);
        LinkGroups.Draft draft = new LinkGroups.Draft(torus.linkCount());
        for (int axis = 0; axis < torus.axes().size(); axis++) {
            rule.add(axis, draft);
        }
        return draft.finished();
    }

    private long count(boolean byPlane) {
        long count = 0;
        for (int axis = 0; axis < torus.axes().size(); axis++) {
            int cables = torus.axes().get(axis).cables();
            long groups = Math.min(1, cables);
            for (int other : planeAxes) {
                groups *= byPlane && other != axis ? torus.axes().get(other).length() : 1;
            }
            count += axis < outer ? groups * cables : groups;
        }
        return count;
    }

    private void add(int axis, LinkGroups.Draft draft) {
        int along = torus.axes().get(axis).length();
        int cables = torus.axes().get(axis).cables();
        int apart = torus.stride(axis);
        int lines = torus.nodes() / along;
        int places = axis < outer && hasPlaces ? cables : Math.min(1, cables);
        int[] groupOf = new int[planes(axis) * places]; // 0 where it is not there yet
        for (int line = 0; line < lines; line++) {
            int node = line / apart * apart * along + line % apart; // the first of the line
            for (int cable = 0; cable < cables; cable++) {
                int at = plane(axis, node) * places + (places > 1 ? cable : 0);
                if (groupOf[at] == 0) {
                    groupOf[at] = 1 + begin(axis, node, cable, draft);
                }
                int link = torus.firstLink(axis) + 2 * (line * cables + cable);
                draft.put(link, groupOf[at] - 1, torus.linkBytesPerSecond());
                draft.put(link + 1, groupOf[at] - 1, torus.linkBytesPerSecond());
            }
        }
    }

    private int planes(int axis) {
        int planes = 1;
        for (int other : planeAxes) {
            planes *= hasPlanes && other != axis ? torus.axes().get(other).length() : 1;
        }
        return planes;
    }

    private int plane(int axis, int node) {
        int plane = 0;
        for (int other : planeAxes) {
            if (hasPlanes && other != axis) {
                plane = plane * torus.axes().get(other).length() + torus.coordinate(node, other);
            }
        }
        return plane;
    }

    private int begin(int axis, int node, int cable, LinkGroups.Draft draft) {
        Axis its = torus.axes().get(axis);
        String plane =
                planeAxes.stream()
                        .filter(other -> hasPlanes && other != axis)
                        .map(other -> place(other, torus.coordinate(node, other)))
                        .collect(Collectors.joining(" "));
        if (axis >= outer || !hasPlaces) {
            String within = plane.isEmpty() ? LinkGroups.ALL : plane;
            return draft.group(its.name(), within, within);
        }
        String before = plane.isEmpty() ? "" : plane + " ";
        return draft.group(
                its.name(),
                before + place(axis, cable),
                before + place(axis, (cable + 1) % its.length()));
    }

    private String place(int axis, int coordinate) {
        return torus.axes().get(axis).name() + " " + coordinate;
    }
}
