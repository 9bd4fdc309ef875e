package dandori.results;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.campaign.Campaign;
import dandori.campaign.CampaignOutcome;
import dandori.campaign.Chain;
import dandori.campaign.Extent;
import dandori.campaign.StepSpeed;
import dandori.campaign.Use;
import dandori.campaign.Venue;
import dandori.job.Request;
import dandori.machine.Machine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code campaigns.csv}, line by line. */
class CampaignsTableTest {

    private static final long HOUR = 3_600_000;
    private static final long NEVER = CampaignOutcome.NEVER;

    private static Campaign campaign(String name, long deadlineMillis) {
        Venue venue =
                new Venue(
                        Machine.flat("east", 8),
                        4,
                        1,
                        "",
                        Request.PLAIN,
                        24 * HOUR,
                        StepSpeed.constant(1_000),
                        HOUR,
                        5_000,
                        10_000,
                        0);
        return new Campaign(
                name, "us", List.of(venue), 100, 1_000, 200, 0, -1, deadlineMillis, Chain.AHEAD);
    }

    @Test
    void aLineForEachCampaignOfEachCell() throws IOException {
        CampaignOutcome done =
                new CampaignOutcome(
                        campaign("first", 10 * HOUR),
                        0,
                        500,
                        HOUR + 500,
                        9 * HOUR + 250,
                        NEVER,
                        10,
                        2,
                        3,
                        HOUR,
                        new Extent(
                                List.of(
                                        new Extent.Change(0, 4),
                                        new Extent.Change(1, 8),
                                        new Extent.Change(2, 4))),
                        Map.of(Use.USEFUL, 7 * HOUR, Use.RESTART, 36_000L, Use.REWORK, 1L),
                        Map.of(Use.USEFUL, 28 * HOUR, Use.SPARE, 7 * HOUR));
        CampaignOutcome never =
                new CampaignOutcome(
                        campaign("second", Long.MAX_VALUE),
                        -1,
                        NEVER,
                        NEVER,
                        NEVER,
                        NEVER,
                        2,
                        0,
                        0,
                        0,
                        Extent.NONE,
                        Map.of(),
                        Map.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        CampaignsTable.write(
                out, List.of(new CampaignsTable.OfCell(3, "easy", 7, List.of(done, never))));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        CampaignsTable.COLUMNS
                                + "\n"
                                + "3,first,us,east,0.5,3600.5,32400.25,36000,1000,2,3,"
                                + "1,7,0,0,0.01,0,28,0,0,0,0,7,1000,,easy,7,,,,,4,8,2\n"
                                + "3,second,us,,,,,,1000,0,0,"
                                + "0,0,0,0,0,0,0,0,0,0,0,0,200,,easy,7,,,,,0,0,0\n");
    }
}
