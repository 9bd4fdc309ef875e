package dandori.interconnect;

import java.util.List;

/** How many cables part a grid into halves. */
final class GridBisection {

    private GridBisection() {}

    /**
     * The fewest cables across planes: for a set of axes, the cut across one of them and, where its
     * length is odd, the cut of its middle plane, which is a grid of the others. All sets of axes
     * are tried, small ones first.
     */
    static long cables(List<Axis> axes) {
        int sets = 1 << axes.size();
        long[] nodes = new long[sets];
        long[] least = new long[sets];
        nodes[0] = 1;
        for (int set = 1; set < sets; set++) {
            int any = Integer.numberOfTrailingZeros(set);
            nodes[set] = nodes[set & (set - 1)] * axes.get(any).length();
            least[set] = Long.MAX_VALUE;
            for (int axis = 0; axis < axes.size(); axis++) {
                int others = set & ~(1 << axis);
                if (others != set) {
                    boolean odd = axes.get(axis).length() % 2 == 1;
                    long cables = nodes[others] * axes.get(axis).cut() + (odd ? least[others] : 0);
                    least[set] = Math.min(least[set], cables);
                }
            }
        }
        return least[sets - 1];
    }
}
