package dandori.collective;

import java.util.List;

/**
 * A published bus bandwidth.
 *
 * @param text what was measured, and by whom
 * @param gigabytes GB/s
 * @param within how far the model may be off, relatively
 */
record AcceleratorFigure(
        String text,
        double gigabytes,
        AcceleratorFabric fabric,
        int nodes,
        Collective what,
        double bytes,
        double within) {

    private static final double LARGE = 1 << 30;
    private static final double HALF = 1 << 29;
    private static final Collective REDUCE = Collective.ALL_REDUCE;
    private static final String NVIDIA = "NVIDIA expects: ";
    private static final String SAKURA = "Hokkaido, 8 H100 a node, 512 MiB: ";

    /** The bus bandwidth of the model, bytes per second. */
    double model() {
        return new AcceleratorCollectives(fabric, nodes).busBytesPerSecond(what, bytes);
    }

    String plain() {
        return gigabytes == Math.rint(gigabytes)
                ? Long.toString(Math.round(gigabytes))
                : Double.toString(gigabytes);
    }

    static List<AcceleratorFigure> all() {
        AcceleratorFabric sakura = AcceleratorFabric.sakura();
        AcceleratorFabric four = new AcceleratorFabric(8, 480e9, 2, 50e9, 1, 1, 4, 1);
        Collective gather = Collective.ALL_GATHER;
        Collective all = Collective.ALL_TO_ALL;
        return List.of(
                expected("all-reduce, 8 V100 in a node", 122, tuned(122, 1, 100), 1),
                expected("all-reduce, 8 A100 in a node", 232, tuned(232, 8, 200), 1),
                expected("all-reduce, 8 H100 in a node", 370, tuned(370, 8, 400), 1),
                expected("all-reduce, the same with NVLink SHARP", 480, tuned(480, 8, 400), 1),
                expected("all-reduce, 16 nodes, 1 port of 200 Gb/s", 24, tuned(232, 1, 200), 16),
                expected("all-reduce, 16 nodes, 1 port of 400 Gb/s", 48, tuned(480, 1, 400), 16),
                expected("all-reduce, 16 nodes, 8 ports of 200 Gb/s", 192, tuned(232, 8, 200), 16),
                expected("all-reduce, 16 nodes, 8 ports of 400 Gb/s", 380, tuned(480, 8, 400), 16),
                measured("all-reduce, 1 node", 436, sakura, 1, REDUCE, 0.1),
                measured("all-reduce, 2 nodes", 160, sakura, 2, REDUCE, 0.1),
                measured("all-reduce, 4 nodes", 166, sakura, 4, REDUCE, 0.1),
                measured("all-reduce, 8 nodes", 150, sakura, 8, REDUCE, 0.1),
                measured("all-gather, 2 nodes", 180, sakura, 2, gather, 0.4),
                measured("all-gather, 4 nodes", 162, sakura, 4, gather, 0.4),
                measured("all-gather, 8 nodes", 117, sakura, 8, gather, 0.4),
                measured("all-to-all, 2 nodes", 15.4, sakura, 2, all, 0.1),
                measured("all-to-all, 4 nodes", 10.1, sakura, 4, all, 0.1),
                measured("all-to-all, 8 nodes", 7.9, sakura, 8, all, 0.1),
                fourNodes("32 KiB", 0.9, four, 1 << 15, 0.1),
                fourNodes("1 MiB", 17, four, 1 << 20, 0.35),
                fourNodes("8 MiB", 69, four, 1 << 23, 0.1),
                fourNodes("32 MiB", 92, four, 1 << 25, 0.1));
    }

    private static AcceleratorFabric tuned(double node, int rails, double railGigabits) {
        return AcceleratorFabric.tuned(8, node, rails, railGigabits);
    }

    private static AcceleratorFigure expected(
            String text, double gigabytes, AcceleratorFabric fabric, int nodes) {
        return new AcceleratorFigure(
                NVIDIA + text, gigabytes, fabric, nodes, REDUCE, 16 * LARGE, 0.03);
    }

    private static AcceleratorFigure measured(
            String text,
            double gigabytes,
            AcceleratorFabric fabric,
            int nodes,
            Collective what,
            double within) {
        return new AcceleratorFigure(SAKURA + text, gigabytes, fabric, nodes, what, HALF, within);
    }

    private static AcceleratorFigure fourNodes(
            String size, double gigabytes, AcceleratorFabric fabric, double bytes, double within) {
        String text = "Four nodes of 8, all-reduce, " + size;
        return new AcceleratorFigure(text, gigabytes, fabric, 4, REDUCE, bytes, within);
    }
}
