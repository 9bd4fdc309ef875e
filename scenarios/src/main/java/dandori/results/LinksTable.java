package dandori.results;

import dandori.interconnect.LinkGroup;
import dandori.network.LinkSeries;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * {@code links.csv.gz}: what groups of links carried over time. The dictionary is
 * docs/data/links.md.
 */
public final class LinksTable {

    /** The columns, in order. */
    public static final String COLUMNS =
            "time_s,machine,link,from,to,links,capacity_gb_per_s,load_gb_per_s,utilization,utilization_max,links_contended";

    private LinksTable() {}

    /**
     * Writes the table, unpacked: all rows of a machine, then those of the next. A group has a row
     * at the first sample, and where what is written of it changes.
     */
    static void write(OutputStream out, List<LinkSeries> machines) throws IOException {
        try (CsvLines lines = new CsvLines(out, COLUMNS)) {
            for (LinkSeries machine : machines) {
                long[][] last = new long[machine.groups().size()][4];
                for (int sample = 0; sample < machine.size(); sample++) {
                    for (int group = 0; group < last.length; group++) {
                        boolean isNews = hasChanged(machine, sample, group, last[group]);
                        if (isNews || sample == 0) {
                            write(lines, machine, sample, group, last[group]);
                        }
                    }
                }
            }
        }
    }

    /** Puts what is to be written of a group into {@code row}; whether that is news. */
    private static boolean hasChanged(LinkSeries machine, int sample, int group, long[] row) {
        double load = machine.bytesPerSecond(sample, group);
        long megabytes = Math.round(load / 1e6);
        long mean = Math.round(1e3 * load / machine.groups().get(group).bytesPerSecond());
        long most = Math.round(1e3 * machine.mostUtilization(sample, group));
        long contended = machine.contendedLinks(sample, group);
        boolean isSame =
                row[0] == megabytes && row[1] == mean && row[2] == most && row[3] == contended;
        row[0] = megabytes;
        row[1] = mean;
        row[2] = most;
        row[3] = contended;
        return !isSame;
    }

    private static void write(
            CsvLines lines, LinkSeries machine, int sample, int number, long[] row) {
        LinkGroup group = machine.groups().get(number);
        lines.begin()
                .seconds(machine.atMillis(sample))
                .text(machine.machine())
                .text(group.link())
                .text(group.from())
                .text(group.to())
                .number(group.links())
                .thousandths(group.bytesPerSecond() / 1e9)
                .ofThousandths(row[0])
                .ofThousandths(row[1])
                .ofThousandths(row[2])
                .number(row[3])
                .end();
    }
}
