package dandori.experiment;

import static dandori.experiment.CampaignStudies.BUSY;
import static dandori.experiment.CampaignStudies.BY_HAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.campaign.CampaignOutcome;
import dandori.campaign.Use;
import dandori.report.StudyTree;
import dandori.results.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies with campaigns and failures. */
class CampaignStudyTest {

    private static Study play(String text, int threads, String... settings)
            throws InterruptedException {
        Study study = Studies.play(Studies.scenario(text, settings), threads, null);
        assertThat(study.failures()).extracting(CellFailure::cause).isEmpty();
        return study;
    }

    private static double figure(Study study, Group group, String name) {
        return study.figures(study.policies().get(0), group, name).get(0).value();
    }

    @Test
    void aChainByHand() throws InterruptedException {
        Study study = play(BY_HAND, 1);
        Group tiny = new Group(Group.Kind.CAMPAIGN, "tiny");
        CampaignOutcome outcome = study.results().get(0).campaigns().get(0);

        assertThat(outcome.startMillis()).isZero();
        assertThat(outcome.doneMillis()).isEqualTo(145_000);
        assertThat(outcome.pieces()).isEqualTo(2);
        assertThat(outcome.millis(Use.USEFUL)).isEqualTo(100_000);
        assertThat(outcome.millis(Use.CHECKPOINT)).isEqualTo(25_000);
        assertThat(outcome.millis(Use.RESTART)).isEqualTo(20_000);
        assertThat(figure(study, tiny, "late")).isEqualTo(1);
        assertThat(figure(study, tiny, "goodput")).isEqualTo(100 / 145.0);
        assertThat(figure(study, Group.ALL, "campaigns_late")).isEqualTo(1);
        assertThat(figure(study, Group.ALL, "jobs")).isEqualTo(2);
    }

    @Test
    void aMachineThatCountsNodesBesideOneThatPlacesJobs() throws InterruptedException {
        Study study =
                play(
                        BY_HAND,
                        1,
                        "machines.two={nodes: 8}",
                        "organizations={us: {home: one}}",
                        "campaigns.tiny.machine=one",
                        "failures={two: {nodeMtbf: 1y}}"); // so that jobs have places there
        Group one = new Group(Group.Kind.MACHINE, "one");

        assertThat(figure(study, one, "delivered_node_hours"))
                .isCloseTo(8 * 145 / 3600.0, within(1e-9));
        assertThat(figure(study, one, "unasked_node_hours")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "140s, 200s, 1",
        "144s, 144s, 0",
        "145s, 200s, 0",
        "200s, 120s, 0",
        "100s, 120s, 1"
    })
    void whoIsLateByTheEndOfTheRun(String deadline, String length, int late)
            throws InterruptedException {
        // With 144 s the run ends with the deadline, and 1 s before the campaign: not late yet.
        Study study =
                play(BY_HAND, 1, "campaigns.tiny.deadline=" + deadline, "run.length=" + length);

        assertThat(figure(study, Group.ALL, "campaigns_late")).isEqualTo(late);
    }

    @Test
    void withoutALengthTheRunIsMeasuredForAsLongAsTrainingTakes() throws InterruptedException {
        Study study = play(BY_HAND, 1);

        assertThat(figure(study, Group.ALL, "window_to_s")).isEqualTo(145);
        assertThat(figure(study, Group.ALL, "utilization")).isEqualTo(1);
        assertThat(figure(study, Group.ALL, "useful_utilization"))
                .isCloseTo(100 / 145.0, within(1e-6)); // whole node ms
    }

    @Test
    void resultsDoNotDependOnThreads() throws InterruptedException {
        String one = JsonText.of(StudyTree.of(play(BUSY, 1)));

        assertThat(JsonText.of(StudyTree.of(play(BUSY, 2)))).isEqualTo(one);
    }

    @Test
    void everyMillisecondIsAccountedFor() throws InterruptedException {
        Study study = play(BUSY, 2);
        int done = 0;
        for (CellResult cell : study.results()) {
            for (CampaignOutcome one : cell.campaigns()) {
                if (one.isDone()) {
                    done++;
                    assertThat(one.waitMillis() + one.allocatedMillis())
                            .isEqualTo(one.doneMillis() - one.submitMillis());
                    assertThat(one.tokensDone()).isEqualTo(one.campaign().tokens());
                }
            }
        }
        assertThat(done).isPositive();
    }

    @Test
    void whatIsNotUsefulIsWhatCampaignsAndJobsLost() throws InterruptedException {
        Study study = play(BUSY, 2, "run.warmUp=0s", "campaigns.large.spares=0");
        for (String policy : study.policies()) {
            List<Double> lost = values(study, policy, "lost_node_hours");
            for (int seed = 0; seed < lost.size(); seed++) {
                double sum = values(study, policy, "jobs_lost_node_hours").get(seed);
                for (String use : List.of("rework", "restart", "checkpoint", "stalled")) {
                    sum += values(study, policy, "campaign_" + use + "_node_hours").get(seed);
                }
                // What still runs when the run ends has not been found useless yet.
                assertThat(lost.get(seed)).isLessThanOrEqualTo(sum + 1e-6);
                assertThat(lost.get(seed)).isPositive();
            }
        }
    }

    private static List<Double> values(Study study, String policy, String name) {
        return study.spread(policy, Group.ALL, name).values();
    }

    @Test
    void machinesAddUp() throws InterruptedException {
        Study study =
                play(
                        BUSY,
                        2,
                        "machines.other={nodes: 64}",
                        "organizations.them.home=hokkaido",
                        "organizations.us.home=hokkaido",
                        "campaigns.small.stepTime=1s",
                        "campaigns.small.machines=[hokkaido, {machine: other, stepTime: 500ms}]",
                        "run.network=none");
        for (String name :
                List.of(
                        "campaign_useful_node_hours",
                        "campaign_spare_node_hours",
                        "jobs_lost_node_hours")) {
            double sum = 0;
            for (Group group : study.groups(Group.Kind.MACHINE)) {
                sum += study.spread("easy", group, name).mean();
            }
            assertThat(sum).isCloseTo(study.spread("easy", Group.ALL, name).mean(), within(1e-6));
        }
        List<String> venues = new ArrayList<>();
        study.results().forEach(cell -> venues.add(machine(cell.campaigns().get(0))));
        assertThat(venues).containsOnly("other"); // where steps take half as long
    }

    private static String machine(CampaignOutcome outcome) {
        return outcome.campaign().venues().get(outcome.venue()).machine().name();
    }

    @Test
    void jobsThatFailAreRequeuedOrEnd() throws InterruptedException {
        Study requeued =
                play(
                        BUSY,
                        2,
                        "campaigns.small.nodes=4",
                        "failures.hokkaido.software={per1000NodeDays: 500}");
        Study failed =
                play(
                        BUSY,
                        2,
                        "campaigns.small.nodes=4",
                        "failures.hokkaido.software={per1000NodeDays: 500}",
                        "run.onFailure=fail");
        Group them = Group.organization("them");

        assertThat(requeued.spread("easy", them, "failed").max()).isZero();
        assertThat(failed.spread("easy", them, "failed").min()).isPositive();
        assertThat(requeued.spread("easy", Group.ALL, "jobs_lost_node_hours").min()).isPositive();
        assertThat(failed.spread("easy", Group.ALL, "jobs_lost_node_hours").min()).isPositive();
    }

    @Test
    void demandIsTheSameUnderEveryPolicy() throws InterruptedException {
        Study study = play(BUSY, 2);
        Group us = Group.organization("us");

        assertThat(study.spread("plain", us, "demanded_node_hours").values())
                .isEqualTo(study.spread("easy", us, "demanded_node_hours").values());
        assertThat(study.spread("plain", us, "demanded_node_hours").min()).isPositive();
    }
}
