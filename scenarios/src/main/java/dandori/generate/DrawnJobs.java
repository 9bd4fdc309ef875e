package dandori.generate;

import dandori.engine.Durations;

/** Sums over the jobs drawn so far. */
final class DrawnJobs {

    private long count;
    private long serialCount;
    private long powerCount;
    private double nodes;
    private double area; // node-milliseconds
    private double runMillis;

    void add(int jobNodes, long jobRunMillis) {
        count++;
        serialCount += jobNodes == 1 ? 1 : 0;
        powerCount += jobNodes > 1 && (jobNodes & jobNodes - 1) == 0 ? 1 : 0;
        nodes += jobNodes;
        area += (double) jobNodes * jobRunMillis;
        runMillis += jobRunMillis;
    }

    long count() {
        return count;
    }

    /** Node-milliseconds of all jobs. */
    double area() {
        return area;
    }

    /** The mean size; NaN if there are no jobs. */
    double meanNodes() {
        return nodes / count;
    }

    /** The mean node hours; NaN if there are no jobs. */
    double meanNodeHours() {
        return area / count / Durations.HOUR_MILLIS;
    }

    /** The mean run time in seconds; NaN if there are no jobs. */
    double meanRunSeconds() {
        return runMillis / count / Durations.SECOND_MILLIS;
    }

    /** The share of jobs of one node, in %. */
    double serialPercent() {
        return 100.0 * serialCount / count;
    }

    /** The share of jobs of a larger power of two, in %. */
    double powerPercent() {
        return 100.0 * powerCount / count;
    }
}
