package dandori.generate;

import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/** The figures of the jobs drawn so far. */
final class Sketch {

    private final LongArrayList runMillis = new LongArrayList();
    private double nodes;
    private double area; // node-milliseconds

    void add(int jobNodes, long jobRunMillis) {
        runMillis.add(jobRunMillis);
        nodes += jobNodes;
        area += (double) jobNodes * jobRunMillis;
    }

    int count() {
        return runMillis.size();
    }

    /** Node-milliseconds of all jobs. */
    double area() {
        return area;
    }

    /** The mean size, 0 if there are no jobs. */
    double meanNodes() {
        return nodes / Math.max(1, count());
    }

    /** The run time in milliseconds of a quantile by nearest rank, 0 if there are no jobs. */
    double runQuantile(double share) {
        if (runMillis.isEmpty()) {
            return 0;
        }
        LongArrayList sorted = LongArrayList.newList(runMillis);
        sorted.sortThis();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
