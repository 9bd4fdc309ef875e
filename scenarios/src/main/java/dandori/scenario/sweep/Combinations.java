package dandori.scenario.sweep;

import java.util.List;

/** The combinations of the values of sweeps, in order: those of the last sweep change first. */
final class Combinations {

    private Combinations() {}

    /** Which value of each sweep a combination has. */
    static int[] choice(int number, List<Sweep> sweeps) {
        int[] chosen = new int[sweeps.size()];
        int rest = number;
        for (int i = sweeps.size() - 1; i >= 0; i--) {
            chosen[i] = rest % sweeps.get(i).size();
            rest /= sweeps.get(i).size();
        }
        return chosen;
    }

    /** The number of a combination among those of some of the sweeps, in their own order. */
    static int number(int[] chosen, List<Sweep> sweeps, List<String> some) {
        int number = 0;
        for (String name : some) {
            for (int i = 0; i < chosen.length; i++) {
                if (sweeps.get(i).name().equals(name)) {
                    number = number * sweeps.get(i).size() + chosen[i];
                }
            }
        }
        return number;
    }

    /** Whether something that each combination has depends on the value of a sweep. */
    static boolean depend(List<?> byNumber, List<Sweep> sweeps, int sweep) {
        int stride = 1;
        for (int i = sweep + 1; i < sweeps.size(); i++) {
            stride *= sweeps.get(i).size();
        }
        for (int number = 0; number < byNumber.size(); number++) {
            int withFirst = number - stride * choice(number, sweeps)[sweep];
            if (!byNumber.get(number).equals(byNumber.get(withFirst))) {
                return true;
            }
        }
        return false;
    }
}
