package dandori.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.examples.FirstThatFits;
import dandori.job.Jobs;
import dandori.machine.NodeSet;
import dandori.policy.Actions;
import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.PreemptMode;
import dandori.policy.Preemption;
import dandori.policy.Setting;
import dandori.policy.Verdict;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.state.NodePool;
import dandori.state.Situation;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** For each rule a part that breaks it, and the sentence with which it is told. */
class BrokenPartsTest {

    private static void tells(List<String> faults, String words) {
        assertThat(faults).anyMatch(fault -> fault.contains(words));
    }

    // Orders.

    @Test
    void aScoreThatIsNoNumber() {
        Order order = (job, now) -> job % 7 == 3 ? Double.NaN : job;
        tells(OrderContract.faults(order), "gives job 4 no number as its score");
    }

    @Test
    void anOrderLeftToChance() {
        SplittableRandom random = new SplittableRandom(1);
        Order order = (job, now) -> random.nextInt(100);
        tells(OrderContract.faults(order), "Asked twice at one instant, job ");
        tells(OrderContract.faults(order), "A second run is not the first again");
    }

    @Test
    void anOrderThatSaysItsScoresNeverChange() {
        Order order =
                new Order() {
                    @Override
                    public double score(int job, Situation now) {
                        return now.jobs().nodes(job) - now.nowMillis() * (job % 3);
                    }

                    @Override
                    public Drift drift() {
                        return Drift.NEVER;
                    }
                };
        tells(OrderContract.faults(order), "'drift' says that scores never change");
    }

    @Test
    void anOrderThatSaysItHasNotDrifted() {
        Order order =
                new Order() {
                    @Override
                    public double score(int job, Situation now) {
                        return Math.abs(now.nowMillis() % 7_000 - 1_000.0 * (job % 7));
                    }

                    @Override
                    public boolean hasDrifted(Situation now) {
                        return false;
                    }
                };
        tells(OrderContract.faults(order), "changed where 'hasDrifted' says that they have not");
    }

    @Test
    void anOrderThatKnowsWhoComes() {
        Order order =
                (job, now) -> {
                    Jobs jobs = now.jobs();
                    return (jobs.nodes(job) * jobs.walltimeMillis(jobs.count() - 1)) % 7_919;
                };
        tells(OrderContract.faults(order), "depends on jobs that come then or later");
    }

    @Test
    void anOrderThatRemembersBetweenRuns() {
        Order order =
                new Order() {
                    private int starts; // of all runs

                    @Override
                    public double score(int job, Situation now) {
                        return (starts * (job + 1)) % 11;
                    }

                    @Override
                    public void jobStarted(int job, Situation now) {
                        starts++;
                    }
                };
        List<String> faults = OrderContract.faults(order);
        tells(faults, "A second run is not the first again");
        tells(faults, "so they share something");
        assertThatThrownBy(() -> OrderContract.check(order))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("breaks its contract:\n  ");
    }

    @Test
    void anOrderThatIsChangedByQuestions() {
        Order order =
                new Order() {
                    @Override
                    public double score(int job, Situation now) {
                        return job;
                    }

                    @Override
                    public Order forRun(Setting setting) {
                        return new Counting();
                    }
                };
        tells(OrderContract.faults(order), "Asking for scores once more changes the run");
    }

    /** Every hundredth question turns the queue. */
    private static final class Counting implements Order {

        private int asked;

        @Override
        public double score(int job, Situation now) {
            asked++;
            return asked / 50 % 2 == 0 ? job : -job;
        }
    }

    @Test
    void anOrderThatWorksNowhere() {
        Order order =
                new Order() {
                    @Override
                    public double score(int job, Situation now) {
                        return job;
                    }

                    @Override
                    public Order forRun(Setting setting) {
                        throw new IllegalArgumentException("There are no unicorns here.");
                    }
                };
        tells(OrderContract.faults(order), "none of the small worlds: There are no unicorns");
    }

    @Test
    void ordersThatStarveTheLarge() {
        for (Order order : List.of(Orders.shortestFirst(), Orders.smallestAreaFirst())) {
            tells(OrderContract.starving(order), "A job of all 4 nodes waits for ");
        }
    }

    // Backfills.

    @Test
    void aBackfillThatClaimsToProtectTheHead() {
        Backfill thief =
                new Backfill() {
                    @Override
                    public void fill(Situation now, Actions act) {
                        new FirstThatFits().fill(now, act);
                    }

                    @Override
                    public boolean protectsHead() {
                        return true;
                    }
                };
        tells(BackfillContract.faults(thief), "the head of the queue, job ");
        assertThat(BackfillContract.faults(new FirstThatFits())).isEmpty(); // it claims nothing
    }

    @Test
    void aBackfillThatLetsSomebodyWaitForEver() {
        Backfill fussy =
                (now, act) -> {
                    int head = now.queue().first();
                    if (head >= 0 && now.jobs().nodes(head) % 5 != 4) {
                        act.tryStart(head);
                    }
                };
        tells(BackfillContract.faults(fussy), "waits for ever, although all others have ended");
    }

    @Test
    void aBackfillThatStartsWhoDoesNotWait() {
        Backfill eager = (now, act) -> act.tryStart(now.jobs().count() - 1);
        tells(BackfillContract.faults(eager), "It fails in world ");
    }

    @Test
    void aBackfillThatRemembersBetweenRuns() {
        Backfill lazy =
                new Backfill() {
                    private int passes; // of all runs

                    @Override
                    public void fill(Situation now, Actions act) {
                        Backfill one = passes++ % 3 == 0 ? Backfills.none() : new FirstThatFits();
                        one.fill(now, act);
                    }
                };
        tells(BackfillContract.faults(lazy), "A second run is not the first again");
    }

    @Test
    void aBackfillThatNeverLetsARunEnd() {
        Backfill restless =
                (now, act) -> {
                    new FirstThatFits().fill(now, act);
                    act.wakeAt(now.nowMillis() + 1_000);
                };
        tells(BackfillContract.faults(restless), "the run has not ended after ");
    }

    // Admissions.

    @Test
    void anAdmissionThatSaysNoTwiceAndYesOnce() {
        Admission fickle =
                new Admission() {
                    private int asked;

                    @Override
                    public Verdict admit(int job, Situation now) {
                        return asked++ % 3 == 0 ? Verdict.ELIGIBLE : Verdict.QUOTA;
                    }
                };
        tells(AdmissionContract.faults(fickle), "Asked twice at one instant, it says ");
    }

    @Test
    void anAdmissionThatSaysStarted() {
        Admission wrong = (job, now) -> job % 2 == 0 ? Verdict.ELIGIBLE : Verdict.STARTED;
        tells(AdmissionContract.faults(wrong), "waits for ever");
    }

    @Test
    void anAdmissionThatForgetsToRecall() {
        Admission forgetful =
                new Admission() {
                    @Override
                    public Verdict admit(int job, Situation now) {
                        boolean isMine = now.jobs().user(job) % 2 == 0;
                        boolean isFull = isMine && now.cluster().runningCount() > 1;
                        return isFull ? Verdict.QUOTA : Verdict.ELIGIBLE;
                    }

                    @Override
                    public void recall(Recall recall, Situation now) {}
                };
        tells(AdmissionContract.faults(forgetful), "that 'recall' has not named");
    }

    @Test
    void anAdmissionThatChangesUnannounced() {
        Admission window =
                (job, now) ->
                        now.nowMillis() / 10_000 % 2 == 0 || now.cluster().runningCount() == 0
                                ? Verdict.ELIGIBLE
                                : Verdict.WINDOW;
        tells(AdmissionContract.faults(window), "before the instant that 'nextChangeMillis' names");
    }

    // Placements.

    @Test
    void aPlacementThatGivesBusyNodes() {
        Placement same =
                (job, now) -> NodeSet.range(0, now.nodesNeeded(job) - 1); // whoever has them
        tells(PlacementContract.faults(same), "are free.");
    }

    @Test
    void aPlacementThatGivesTooMany() {
        Placement generous =
                (job, now) -> {
                    NodePool free = now.cluster().freePool();
                    return free == null ? null : free.freeSet();
                };
        tells(PlacementContract.faults(generous), "but its placement gives ");
    }

    @Test
    void aPlacementThatFindsNoRoom() {
        Placement narrow =
                (job, now) ->
                        now.cluster().freeNodes() > 2 * now.nodesNeeded(job)
                                        || now.cluster().runningCount() == 0
                                ? Placements.firstFit().place(job, now)
                                : null;
        List<String> faults = PlacementContract.faults(narrow);
        tells(faults, "does not say that shape decides");
        tells(faults, "shape decides for nobody, yet job ");
    }

    @Test
    void aPlacementThatDrawsAnewEachTime() {
        SplittableRandom random = new SplittableRandom(1);
        Placement lots =
                (job, now) ->
                        (random.nextBoolean() ? Placements.firstFit() : last()).place(job, now);
        tells(PlacementContract.faults(lots), "Asked twice for the same");
    }

    /** The free nodes with the highest numbers. */
    private static Placement last() {
        return (job, now) -> {
            NodePool free = now.cluster().freePool();
            if (free == null) {
                return null;
            }
            NodeSet all = free.freeSet();
            NodeSet others = free.firstFree(all.size() - now.nodesNeeded(job));
            return all.minus(others);
        };
    }

    @Test
    void aPlacementThatTakesLessThanAskedFor() {
        Placement stingy =
                new Placement() {
                    @Override
                    public NodeSet place(int job, Situation now) {
                        return NodeSet.EMPTY;
                    }

                    @Override
                    public boolean hasPlaces() {
                        return true;
                    }

                    @Override
                    public int nodesNeeded(int job, Jobs jobs) {
                        return 0;
                    }
                };
        tells(PlacementContract.faults(stingy), "but 'nodesNeeded' says 0");
    }

    // Preemptions.

    /** A preemption that lets wide jobs take from narrow ones, but for one thing. */
    private abstract static class Wide implements Preemption {

        @Override
        public boolean mayTake(int job, int victim, Situation now) {
            return now.jobs().nodes(job) > now.jobs().nodes(victim);
        }
    }

    @Test
    void aPreemptionThatKeepsItsContract() {
        for (PreemptMode mode : PreemptMode.values()) {
            PreemptionContract.check(
                    new Wide() {
                        @Override
                        public PreemptMode mode(int victim, Situation now) {
                            return mode;
                        }

                        @Override
                        public long checkpointedMillis(int victim, long workMillis) {
                            return workMillis / 3_000 * 3_000;
                        }

                        @Override
                        public long restartMillis(int victim) {
                            return 1_000;
                        }
                    });
        }
    }

    @Test
    void twoThatMayTakeFromEachOther() {
        Preemption everybody = (job, victim, now) -> true;
        tells(PreemptionContract.faults(everybody), "so they could do so for ever");
    }

    @Test
    void moreWorkThanWasDone() {
        Preemption generous =
                new Wide() {
                    @Override
                    public long checkpointedMillis(int victim, long workMillis) {
                        return workMillis + 1;
                    }
                };
        tells(PreemptionContract.faults(generous), "Of 12345 ms of work job ");
    }

    @Test
    void aRestartBeforeItBegins() {
        Preemption early =
                new Wide() {
                    @Override
                    public long restartMillis(int victim) {
                        return -1;
                    }
                };
        tells(PreemptionContract.faults(early), "takes -1 ms");
    }

    @Test
    void aTierThatChanges() {
        Preemption moody =
                new Wide() {
                    @Override
                    public int tier(int job, Situation now) {
                        return (int) (now.nowMillis() / 1_000 % 2);
                    }
                };
        tells(PreemptionContract.faults(moody), "The tier of job ");
    }

    @Test
    void anAnswerLeftToChance() {
        SplittableRandom random = new SplittableRandom(1);
        Preemption lots = (job, victim, now) -> random.nextBoolean();
        tells(PreemptionContract.faults(lots), "Asked twice at one instant, it says that job ");
    }
}
