package dandori.results;

import dandori.campaign.CampaignOutcome;
import dandori.campaign.Use;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code campaigns.csv} of a study, and its copy: one line for each campaign of each cell. The
 * dictionary is docs/data/campaigns.md.
 */
public final class CampaignsTable {

    /** The columns, in order. */
    public static final String COLUMNS =
            "cell,campaign,organization,machine,submit_s,start_s,done_s,deadline_s,tokens,pieces,failures,"
                    + "wait_h,useful_h,stalled_h,checkpoint_h,restart_h,rework_h,"
                    + "useful_node_h,stalled_node_h,checkpoint_node_h,restart_node_h,rework_node_h,"
                    + "spare_node_h,tokens_done,given_up_s,policy,seed,"
                    + "energy_kwh,energy_certainty,cost_yen,cost_certainty,"
                    + "least_nodes,most_nodes,resizes";

    private static final String NAME = "campaigns";

    private CampaignsTable() {}

    /**
     * The campaigns of one cell.
     *
     * @param cell the number of the cell
     * @param policy the name of its policy
     * @param seed its seed
     * @param outcomes what became of them
     */
    public record OfCell(int cell, String policy, int seed, List<CampaignOutcome> outcomes) {

        /** Keeps the outcomes. */
        public OfCell {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * Writes the table into the folder of a study.
     *
     * @param asParquet whether it is written as a Parquet file as well
     */
    public static void write(Path folder, List<OfCell> cells, boolean asParquet)
            throws IOException {
        Path csv = folder.resolve(NAME + ".csv");
        WholeFile.write(csv, out -> write(out, cells));
        if (asParquet) {
            TableCopies.write(csv, NAME, TableFormat.named(TableFormat.PARQUET));
        }
    }

    /** Writes the table. */
    public static void write(OutputStream out, List<OfCell> cells) throws IOException {
        try (CsvLines lines = new CsvLines(out, COLUMNS)) {
            for (OfCell cell : cells) {
                cell.outcomes().forEach(one -> line(lines, cell, one));
            }
        }
    }

    private static void line(CsvLines lines, OfCell cell, CampaignOutcome one) {
        lines.begin()
                .number(cell.cell())
                .text(one.campaign().name())
                .text(one.campaign().organization())
                .text(
                        one.venue() < 0
                                ? ""
                                : one.campaign().venues().get(one.venue()).machine().name());
        secondsOrNothing(lines, one.submitMillis(), CampaignOutcome.NEVER);
        secondsOrNothing(lines, one.startMillis(), CampaignOutcome.NEVER);
        secondsOrNothing(lines, one.doneMillis(), CampaignOutcome.NEVER);
        secondsOrNothing(lines, one.campaign().deadlineMillis(), Long.MAX_VALUE);
        lines.number(one.campaign().tokens()).number(one.pieces()).number(one.failures());
        lines.hours(one.waitMillis());
        for (Use use : Use.values()) {
            if (use != Use.SPARE) {
                lines.hours(one.millis(use));
            }
        }
        for (Use use : Use.values()) {
            lines.hours(one.nodeMillis().getOrDefault(use, 0L));
        }
        lines.number(one.tokensDone());
        secondsOrNothing(lines, one.givenUpMillis(), CampaignOutcome.NEVER);
        lines.text(cell.policy()).number(cell.seed());
        CampaignCost cost = CampaignCost.of(one);
        lines.tenths(cost.kilowattHours()).text(cost.energyCertainty());
        lines.tenths(cost.yen()).text(cost.priceCertainty());
        lines.number(one.extent().leastNodes()).number(one.extent().mostNodes());
        lines.number(one.extent().resizes()).end();
    }

    private static void secondsOrNothing(CsvLines lines, long millis, long nothing) {
        if (millis == nothing) {
            lines.text("");
        } else {
            lines.seconds(millis);
        }
    }
}
