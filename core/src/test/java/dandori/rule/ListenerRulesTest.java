package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.policy.Admission;
import dandori.policy.Order;
import dandori.policy.Policy;
import dandori.policy.Setting;
import dandori.policy.Verdict;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.sim.Checking;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One test for each rule about what orders and admissions are told. */
class ListenerRulesTest {

    private final List<String> told = new ArrayList<>();

    /** Lets a job start once in 10 s. */
    private final class Budget implements Admission {

        private long usedAtMillis = Long.MIN_VALUE;

        @Override
        public Verdict admit(int job, Situation now) {
            return now.nowMillis() - usedAtMillis >= 10_000 || usedAtMillis == Long.MIN_VALUE
                    ? Verdict.ELIGIBLE
                    : Verdict.SHARE;
        }

        @Override
        public Admission forRun(Setting setting) {
            told.add("for %s of %s".formatted(setting.pool().name(), setting.organizations()));
            return new Budget();
        }

        @Override
        public long nextChangeMillis(Situation now) {
            return usedAtMillis + 10_000;
        }

        @Override
        public void jobStarted(int job, Situation now) {
            usedAtMillis = now.nowMillis();
            told.add("started %d at %d".formatted(job, now.nowMillis()));
        }

        @Override
        public void jobQueued(int job, Situation now) {
            told.add("queued %d at %d".formatted(job, now.nowMillis()));
        }

        @Override
        public void jobEnded(int job, Situation now) {
            told.add(
                    "ended %d at %d, begun at %d"
                            .formatted(job, now.nowMillis(), now.startMillis(job)));
        }
    }

    @Test
    void anAdmissionIsToldOfJobsAndAskedAgainWhenItSays() {
        Outcome outcome = play(Orders.fcfs(), new Budget());

        assertThat(outcome.log().startMillis(0)).isEqualTo(1_000);
        assertThat(outcome.log().startMillis(1)).as("nothing else happens then").isEqualTo(11_000);
        assertThat(told)
                .containsExactly(
                        "for %s of [riken, ntt]"
                                .formatted(Machine.flat("small", 4).pools().get(0).name()),
                        "queued 0 at 1000",
                        "started 0 at 1000",
                        "queued 1 at 2000",
                        "ended 0 at 4000, begun at 1000",
                        "started 1 at 11000",
                        "ended 1 at 14000, begun at 11000");
    }

    /** By how often an organization has started: the least first. */
    private static final class Turns implements Order {

        private final int[] starts = new int[2];
        private boolean isNew;

        @Override
        public Order forRun(Setting setting) {
            return new Turns();
        }

        @Override
        public double score(int job, Situation now) {
            return starts[now.jobs().organization(job)];
        }

        @Override
        public boolean hasDrifted(Situation now) {
            boolean hasDrifted = isNew;
            isNew = false;
            return hasDrifted;
        }

        @Override
        public void jobStarted(int job, Situation now) {
            starts[now.jobs().organization(job)]++;
            isNew = true;
        }
    }

    @Test
    void anOrderMayCountAndEachRunHasItsOwn() {
        Order turns = new Turns();
        List<Job> jobs = new ArrayList<>();
        for (int id = 0; id < 6; id++) {
            jobs.add(job(id, 0, id < 4 ? "riken" : "ntt"));
        }
        for (int run = 0; run < 2; run++) {
            Outcome outcome = play(turns, Admission.OPEN, jobs);

            assertThat(outcome.log().startMillis(0)).isEqualTo(0);
            assertThat(outcome.log().startMillis(4)).as("ntt's first").isEqualTo(3_000);
            assertThat(outcome.log().startMillis(1)).isEqualTo(6_000);
            assertThat(outcome.log().startMillis(5)).isEqualTo(9_000);
            assertThat(outcome.log().startMillis(3)).isEqualTo(15_000);
        }
    }

    private static Outcome play(Order order, Admission admission) {
        return play(order, admission, List.of(job(0, 1_000, "riken"), job(1, 2_000, "ntt")));
    }

    private static Outcome play(Order order, Admission admission, List<Job> jobs) {
        return Simulation.of(Machine.flat("small", 4), Workload.of("few", jobs))
                .policy(
                        Policy.named("told")
                                .order(order)
                                .admission(admission)
                                .backfill(Backfills.easy())
                                .build())
                .checking(Checking.FULL)
                .run();
    }

    private static Job job(long id, long submitMillis, String organization) {
        return new Job(id, submitMillis, 4, 3_000, 3_000, "", organization, "");
    }
}
