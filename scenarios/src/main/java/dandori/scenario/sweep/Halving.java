package dandori.scenario.sweep;

import java.util.ArrayList;
import java.util.List;

/** Places in a row in the order in which halving may come to them: both ends, then middles. */
final class Halving {

    private Halving() {}

    /**
     * The places.
     *
     * @param count how many there are, at least 2
     * @param most how many are wanted, at least 2
     * @return all of them, or the first of them
     */
    static List<Integer> places(int count, int most) {
        List<Integer> places = new ArrayList<>(List.of(0, count - 1));
        List<int[]> gaps = List.of(new int[] {0, count - 1});
        while (!gaps.isEmpty() && places.size() < most) {
            List<int[]> halves = new ArrayList<>();
            for (int[] gap : gaps) {
                int middle = gap[0] + (gap[1] - gap[0]) / 2;
                if (middle > gap[0] && places.size() < most) {
                    places.add(middle);
                    halves.add(new int[] {gap[0], middle});
                    halves.add(new int[] {middle, gap[1]});
                }
            }
            gaps = halves;
        }
        return places;
    }
}
