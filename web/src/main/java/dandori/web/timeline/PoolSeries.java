package dandori.web.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The series of a pool, thinned where it has very many points. */
final class PoolSeries {

    /** Of what there is a number at each point. */
    static final List<String> NAMES =
            List.of(
                    "times",
                    "nodes_up",
                    "nodes_busy",
                    "jobs_running",
                    "jobs_waiting",
                    "node_hours_waiting",
                    "power_kw");

    private final String pool;
    private final int most;
    private List<double[]> points = new ArrayList<>();
    private int stride = 1;
    private int seen;

    PoolSeries(String pool, int most) {
        this.pool = pool;
        this.most = most;
    }

    /** Whether the next point is to be added; asked once for each. */
    boolean wantsNext() {
        return seen++ % stride == 0;
    }

    /** Adds a point; what is no number is not known. */
    void add(double[] point) {
        points.add(point);
        if (points.size() > most) {
            List<double[]> half = new ArrayList<>();
            for (int i = 0; i < points.size(); i += 2) {
                half.add(points.get(i));
            }
            points = half;
            stride *= 2;
        }
    }

    Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("pool", pool);
        tree.put("every", stride);
        for (int i = 0; i < NAMES.size(); i++) {
            int which = i;
            boolean isKnown = points.stream().anyMatch(point -> !Double.isNaN(point[which]));
            tree.put(NAMES.get(i), isKnown ? values(which) : null);
        }
        return tree;
    }

    private List<@Nullable Double> values(int which) {
        List<@Nullable Double> values = new ArrayList<>();
        for (double[] point : points) {
            values.add(Double.isNaN(point[which]) ? null : (Double) point[which]);
        }
        return values;
    }
}
