package dandori.reference;

import java.util.ArrayList;
import java.util.List;

/** Any free nodes of a {@link TwinTorus}, by the rule as it is written. */
final class TwinScatter {

    private final TwinTorus torus;
    private final boolean[] free;
    private final boolean[] whole;

    TwinScatter(TwinTorus torus, boolean[] free, boolean[] whole) {
        this.torus = torus;
        this.free = free.clone();
        this.whole = whole.clone();
    }

    int @org.jspecify.annotations.Nullable [] place(int nodes) {
        int count = 0;
        for (boolean isFree : free) {
            count += isFree ? 1 : 0;
        }
        if (count < nodes) {
            return null;
        }
        List<Integer> taken = new ArrayList<>();
        while (taken.size() < nodes) {
            int missing = nodes - taken.size();
            int cell = missing < torus.nodesOfCell[0].length ? fullestHolding(missing) : -1;
            cell = cell < 0 ? torus.gathers ? lastWhole() : tightestWhole() : cell;
            take(cell < 0 ? emptiest() : cell, missing, taken);
        }
        return taken.stream().mapToInt(node -> node).sorted().toArray();
    }

    private void take(int cell, int missing, List<Integer> taken) {
        int count = 0;
        for (int node : torus.nodesOfCell[cell]) {
            if (free[node] && count < missing) {
                free[node] = false;
                taken.add(node);
                count++;
            }
        }
        whole[cell] = false;
    }

    private int fullestHolding(int missing) {
        int best = -1;
        for (int cell = 0; cell < whole.length; cell++) {
            int has = torus.freeIn(cell, free);
            boolean holds = !whole[cell] && has >= missing;
            best = holds && (best < 0 || has < torus.freeIn(best, free)) ? cell : best;
        }
        return best;
    }

    private int emptiest() {
        int best = -1;
        for (int cell = 0; cell < whole.length; cell++) {
            int has = torus.freeIn(cell, free);
            best = has > 0 && (best < 0 || has > torus.freeIn(best, free)) ? cell : best;
        }
        return best;
    }

    private int tightestWhole() {
        int best = -1;
        for (int cell = 0; cell < whole.length; cell++) {
            best = whole[cell] && (best < 0 || busyBeside(cell) > busyBeside(best)) ? cell : best;
        }
        return best;
    }

    private int lastWhole() {
        int best = -1;
        for (int cell = 0; cell < whole.length; cell++) {
            best = whole[cell] && (best < 0 || planeOf(cell) > planeOf(best)) ? cell : best;
        }
        return best;
    }

    private int planeOf(int cell) {
        return cell / torus.cells[0] % torus.cells[1];
    }

    private int busyBeside(int cell) {
        int x = cell % torus.cells[0];
        int y = cell / torus.cells[0] % torus.cells[1];
        int z = cell / torus.cells[0] / torus.cells[1];
        int[] beside = {
            torus.on(x - 1, y, z), torus.on(x + 1, y, z),
            torus.on(x, y - 1, z), torus.on(x, y + 1, z),
            torus.on(x, y, z - 1), torus.on(x, y, z + 1)
        };
        int busy = 0;
        for (int other : beside) {
            busy += other < 0 || !whole[other] ? 1 : 0;
        }
        return busy;
    }
}
