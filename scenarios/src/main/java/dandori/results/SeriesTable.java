package dandori.results;

import dandori.metric.Series;
import dandori.sim.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * {@code series.csv.gz}: what was busy and what waited over time, pool by pool. The dictionary is
 * docs/data/series.md.
 */
public final class SeriesTable {

    /** The columns, in order. */
    public static final String COLUMNS =
            "time_s,machine,pool,nodes_up,nodes_busy,jobs_running,jobs_waiting,node_hours_waiting,power_kw";

    private SeriesTable() {}

    /**
     * Writes the table, unpacked: all rows of a pool, then those of the next; pools without a
     * series have none.
     */
    public static void write(OutputStream out, List<Outcome.PoolOutcome> pools) throws IOException {
        try (CsvLines lines = new CsvLines(out, COLUMNS)) {
            for (Outcome.PoolOutcome pool : pools) {
                Series series = pool.series();
                for (int row = 0; series != null && row < series.size(); row++) {
                    lines.begin()
                            .seconds(series.atMillis(row))
                            .text(pool.machine().name())
                            .text(pool.pool().name())
                            .number(series.nodesUp(row))
                            .number(series.nodesBusy(row))
                            .number(series.jobsRunning(row))
                            .number(series.jobsWaiting(row))
                            .thousandths(series.nodeHoursWaiting(row))
                            .thousandthsOrNothing(series.kilowatts(row))
                            .end();
                }
            }
        }
    }
}
