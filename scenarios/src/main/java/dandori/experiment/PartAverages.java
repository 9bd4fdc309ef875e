package dandori.experiment;

import dandori.metric.Window;

/** Something that holds for spans of time, averaged over equal parts of a window. */
final class PartAverages {

    private final Window window;
    private final double partMillis;
    private final double[] whole; // change of what holds all through a part
    private final double[] partly; // what holds for some of a part, times its share

    PartAverages(Window window, int parts) {
        this.window = window;
        partMillis = window.lengthMillis() / (double) parts;
        whole = new double[parts + 1];
        partly = new double[parts];
    }

    /** Adds an amount that holds in [began, ended); what lies outside of the window counts not. */
    void add(long beganMillis, long endedMillis, double amount) {
        double from = Math.max(beganMillis, window.fromMillis()) - window.fromMillis();
        double to = Math.min(endedMillis, window.toMillis()) - window.fromMillis();
        if (to <= from || partMillis == 0) {
            return;
        }
        double began = from / partMillis;
        double ended = to / partMillis;
        int first = Math.min((int) began, partly.length - 1);
        int last = Math.min((int) ended, partly.length - 1);
        if (first == last) {
            partly[first] += (ended - began) * amount;
            return;
        }
        partly[first] += (first + 1 - began) * amount;
        partly[last] += (ended - last) * amount;
        whole[first + 1] += amount;
        whole[last] -= amount;
    }

    /** The averages; zeros for an empty window. */
    double[] averages() {
        double[] averages = new double[partly.length];
        double through = 0;
        for (int part = 0; part < averages.length; part++) {
            through += whole[part];
            averages[part] = through + partly[part];
        }
        return averages;
    }
}
