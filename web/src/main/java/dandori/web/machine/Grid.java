package dandori.web.machine;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The units of a torus: where each stands along the axes outside them. */
final class Grid {

    private final int[] lengths;
    private final boolean[] wraps;
    private final int nodesPerUnit;
    private final int[] unitOfNode;

    private Grid(int[] lengths, boolean[] wraps, int nodesPerUnit, int[] unitOfNode) {
        this.lengths = lengths;
        this.wraps = wraps;
        this.nodesPerUnit = nodesPerUnit;
        this.unitOfNode = unitOfNode;
    }

    /** The grid that a file's {@code torus} describes; null if it does not fit so many nodes. */
    static @Nullable Grid of(JsonNode torus, int nodes) {
        int outer = torus.path("shape").size();
        int perUnit = torus.path("nodes_per_unit").intValue(0);
        if (outer == 0 || perUnit < 1 || torus.path("axes").size() < outer) {
            return null;
        }
        int[] lengths = new int[outer];
        int[] strides = new int[outer];
        boolean[] wraps = new boolean[outer];
        long units = 1;
        for (int i = 0; i < outer; i++) {
            JsonNode axis = torus.path("axes").path(i);
            lengths[i] = axis.path("length").intValue(0);
            strides[i] = axis.path("stride").intValue(0);
            wraps[i] = axis.path("wraps").booleanValue(false);
            if (lengths[i] < 1 || strides[i] < 1 || units > nodes) {
                return null;
            }
            units *= lengths[i];
        }
        if (units * perUnit != nodes) {
            return null;
        }
        int[] unitOfNode = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            int unit = 0;
            for (int i = 0; i < outer; i++) {
                unit = unit * lengths[i] + node / strides[i] % lengths[i];
            }
            unitOfNode[node] = unit;
        }
        return new Grid(lengths, wraps, perUnit, unitOfNode);
    }

    int axes() {
        return lengths.length;
    }

    int length(int axis) {
        return lengths[axis];
    }

    boolean wraps(int axis) {
        return wraps[axis];
    }

    int nodesPerUnit() {
        return nodesPerUnit;
    }

    int nodes() {
        return unitOfNode.length;
    }

    int units() {
        return unitOfNode.length / nodesPerUnit;
    }

    /** The unit of a node: the first axis counts most in its number. */
    int unit(int node) {
        return unitOfNode[node];
    }
}
