package dandori.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Campaigns that can run on several numbers of nodes, through whole runs in which nearly everything
 * goes wrong: where sizes change, as they are walked through by hand; where none does, as rigid
 * ones.
 */
class ElasticCampaignsTest {

    private static final int WORLDS = Integer.getInteger("dandori.elasticWorlds", 1_000);

    @Test
    void nothingIsLostWhereSizesChange() {
        int resizes = 0;
        int told = 0;
        int done = 0;
        int failures = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            DisturbedWorld world = new DisturbedWorld(seed, true, true);
            DisturbedWorld.Played played = world.play();
            long end = played.outcome().log().endOfRunMillis();
            for (int index = 0; index < world.campaigns.size(); index++) {
                CampaignOutcome outcome = played.campaigns().get(index);
                List<Stayed> stays = played.watched().stays(index);
                String which = "seed " + seed + " campaign " + index;
                HistoriesTest.checkByHand(which, outcome, stays, end);
                HistoriesTest.checkConservation(which, outcome, stays, end);
                ConservationTest.checkAgainstLog(which, index, outcome, played);
                checkExtent(which, outcome.extent(), stays);
                resizes += outcome.extent().resizes();
                told += (int) stays.stream().filter(one -> one.isTold).count();
                done += outcome.isDone() ? 1 : 0;
                failures += outcome.failures();
            }
            if (seed % 10 == 0) {
                ConservationTest.checkSame("seed " + seed, played, world.play());
            }
        }
        assertThat(List.of(resizes, told, done, failures))
                .as("enough of everything")
                .allMatch(many -> many > WORLDS / 4);
    }

    private static void checkExtent(String which, Extent extent, List<Stayed> stays) {
        List<Extent.Change> changes = new ArrayList<>();
        for (Stayed stay : stays) {
            if (changes.isEmpty() || changes.get(changes.size() - 1).nodes() != stay.given) {
                changes.add(new Extent.Change(stay.startMillis, stay.given));
            }
        }
        assertThat(extent.changes()).as(which).isEqualTo(changes);
    }

    @Test
    void underAPolicyThatNeverResizesTheyAreRigid() {
        int elastic = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            DisturbedWorld rigid = new DisturbedWorld(seed);
            DisturbedWorld world = new DisturbedWorld(seed, true, false);
            DisturbedWorld.Played first = rigid.play();
            DisturbedWorld.Played other = world.play();
            String which = "seed " + seed;
            assertThat(plain(other.campaigns())).as(which).isEqualTo(plain(first.campaigns()));
            ConservationTest.checkSameJobs(which, first, other);
            elastic +=
                    (int)
                            world.campaigns.stream()
                                    .flatMap(one -> one.venues().stream())
                                    .filter(venue -> !venue.others().isEmpty())
                                    .count();
        }
        assertThat(elastic).isGreaterThan(WORLDS);
    }

    private static List<Map<String, Object>> plain(List<CampaignOutcome> outcomes) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (CampaignOutcome one : outcomes) {
            all.add(
                    Map.of(
                            "venue", one.venue(),
                            "start", one.startMillis(),
                            "done", one.doneMillis(),
                            "steps", one.stepsDone(),
                            "failures", one.failures(),
                            "wait", one.waitMillis(),
                            "extent", one.extent(),
                            "time", one.timeMillis(),
                            "nodes", one.nodeMillis()));
        }
        return all;
    }
}
