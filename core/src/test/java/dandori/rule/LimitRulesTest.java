package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Cause;
import dandori.job.Job;
import dandori.job.JobState;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.policy.Admission;
import dandori.policy.Policy;
import dandori.policy.Setting;
import dandori.policy.backfill.Backfills;
import dandori.policy.limit.Both;
import dandori.policy.limit.Budget;
import dandori.policy.limit.DailyTimes;
import dandori.policy.limit.FixedQuota;
import dandori.policy.limit.LentQuota;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Owner;
import dandori.policy.limit.Period;
import dandori.policy.limit.Subject;
import dandori.policy.limit.TimedLimit;
import dandori.policy.order.Orders;
import dandori.policy.preemption.Qos;
import dandori.policy.preemption.QosTable;
import dandori.policy.share.Account;
import dandori.policy.share.Accounts;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One test for each rule of limits, budgets and quotas, in hours on ten nodes. */
class LimitRulesTest {

    private static final long HOUR = 3_600_000;

    private final List<Job> jobs = new ArrayList<>();
    private List<Account> shares = List.of();
    private ZonedDateTime origin = ZonedDateTime.parse("2026-01-05T00:00+09:00");

    private LimitRulesTest job(String owner, int submit, int nodes, int walltime, int run) {
        jobs.add(
                new Job(
                        jobs.size(),
                        submit * HOUR,
                        nodes,
                        walltime * HOUR,
                        run * HOUR,
                        owner,
                        owner,
                        ""));
        return this;
    }

    private LimitRulesTest from(String date) {
        origin = ZonedDateTime.parse(date);
        return this;
    }

    private JobLog log(Admission admission) {
        return Simulation.of(Machine.flat("ten", 10), Workload.of("few", jobs))
                .origin(origin)
                .accounts(new Accounts(shares, Set.of("guest")))
                .policy(
                        Policy.named("limited")
                                .order(Orders.fcfs())
                                .backfill(Backfills.easy())
                                .admission(admission)
                                .build())
                .checking(Checking.FULL)
                .run()
                .log();
    }

    /** When each job starts, in hours; -1 for one that is rejected. */
    private List<Integer> starts(Admission admission) {
        JobLog log = log(admission);
        List<Integer> starts = new ArrayList<>();
        for (int job = 0; job < jobs.size(); job++) {
            boolean isOut = log.state(job) == JobState.REJECTED;
            assertThat(isOut || log.startMillis(job) % HOUR == 0).isTrue();
            starts.add(isOut ? -1 : (int) (log.startMillis(job) / HOUR));
        }
        return starts;
    }

    private static Limits riken(Limit limit) {
        return Limits.NONE.with(Subject.ORGANIZATION, "riken", limit);
    }

    private static Limits riken(Budget budget) {
        return riken(Limit.NONE.budget(budget));
    }

    @Test
    void nodesAtOnceHoldWhoWouldExceedThemAndNobodyElse() {
        // riken has 6 at most: its second job of 4 waits for the first, its job of 2 need not
        job("riken", 0, 4, 5, 5).job("riken", 0, 4, 5, 5);
        job("riken", 0, 2, 5, 5).job("ntt", 0, 4, 5, 5);

        assertThat(starts(riken(Limit.NONE.nodesAtOnce(6)))).containsExactly(0, 5, 0, 0);
    }

    @Test
    void jobsAtOnceCountForEachUserWithoutALimitOfItsOwn() {
        job("a", 0, 1, 5, 5).job("a", 0, 1, 5, 5).job("b", 0, 1, 5, 5).job("b", 0, 1, 5, 5);
        Limits limits = Limits.NONE.withOthers(Subject.USER, Limit.NONE.jobsAtOnce(1));

        assertThat(starts(limits)).containsExactly(0, 5, 0, 5);
        assertThat(starts(limits.with(Subject.USER, "b", Limit.NONE.jobsAtOnce(2))))
                .containsExactly(0, 5, 0, 0);
    }

    @Test
    void jobsBeyondTheQueuedAtOnceAreHeldUntilOneLeavesTheQueue() {
        // ntt has all until 5; riken's job of 10 is considered, the small one behind it is not
        job("ntt", 0, 9, 5, 5).job("riken", 0, 10, 5, 5).job("riken", 0, 1, 2, 2);

        assertThat(starts(Limits.NONE)).containsExactly(0, 5, 0);
        assertThat(starts(riken(Limit.NONE.queuedAtOnce(1)))).containsExactly(0, 5, 10);
        assertThat(starts(riken(Limit.NONE.queuedAtOnce(2)))).containsExactly(0, 5, 0);
    }

    @Test
    void aHeldJobHoldsNoReservation() {
        // riken's first job has its nodes until 10; its job of 8 would block ntt's, were it seen
        job("riken", 0, 4, 10, 10).job("riken", 0, 6, 10, 10).job("ntt", 1, 6, 20, 20);

        assertThat(starts(Limits.NONE)).containsExactly(0, 0, 10);
        assertThat(starts(riken(Limit.NONE.nodesAtOnce(6)))).containsExactly(0, 21, 1);
    }

    @Test
    void whoAsksForMoreThanThereEverIsIsRejected() {
        job("riken", 0, 7, 5, 5).job("riken", 0, 6, 5, 5);
        JobLog log = log(riken(Limit.NONE.nodesAtOnce(6)));

        assertThat(log.state(0)).isEqualTo(JobState.REJECTED);
        assertThat(log.cause(0)).isEqualTo(Cause.POLICY);
        assertThat(starts(riken(Limit.NONE.nodesAtOnce(6)))).containsExactly(-1, 0);
        assertThat(starts(riken(Budget.of(Period.DAY, 34 * HOUR)))).containsExactly(-1, 0);
        assertThat(starts(riken(Limit.NONE.jobsAtOnce(0)))).containsExactly(-1, -1);
    }

    @Test
    void aBudgetIsChargedWithTheWalltimeAndSettledWithTheRunTime() {
        // 20 node hours a day. The first asks for 16, so the second, of 6, waits; the first uses 8.
        job("riken", 0, 2, 8, 4).job("riken", 0, 2, 3, 3).job("riken", 0, 2, 4, 4);

        // at 4: 8 are used; 6 more make 14, and the third's 8 would make 22: tomorrow
        assertThat(starts(riken(Budget.of(Period.DAY, 20 * HOUR)))).containsExactly(0, 4, 24);
    }

    @Test
    void aJobIsChargedToThePeriodInWhichItStarts() {
        // starts at 20 for 10 h: all 20 node hours are of the first day
        job("riken", 20, 2, 10, 10).job("riken", 21, 1, 1, 1).job("riken", 24, 2, 10, 10);

        assertThat(starts(riken(Budget.of(Period.DAY, 20 * HOUR)))).containsExactly(20, 24, 48);
    }

    @Test
    void whatIsLeftLapsesOrIsCarriedOver() {
        // 10 a day; the first day leaves 4. A job of 12 needs 2 of them, one of 14 needs them all.
        job("riken", 0, 1, 6, 6).job("riken", 24, 2, 6, 6);
        Budget day = Budget.of(Period.DAY, 10 * HOUR);

        assertThat(starts(riken(day))).containsExactly(0, -1);
        assertThat(starts(riken(day.carryOver(0.5)))).containsExactly(0, 24);
        jobs.remove(1);
        job("riken", 24, 2, 7, 7);
        assertThat(starts(riken(day.carryOver(0.5))))
                .as("10 + (10 + 2) / 2")
                .containsExactly(0, 48);
        assertThat(starts(riken(day.carryOver(1)))).containsExactly(0, 24);
    }

    @Test
    void whatAJobDoesNotUseComesBackToItsOwnPeriodAndGoesOnFromThere() {
        // charged 10 at 23, of which 2 are used by 25: the first day leaves 8, the second has 10 +
        // 4
        job("riken", 23, 1, 10, 2).job("riken", 24, 2, 7, 7);
        Budget day = Budget.of(Period.DAY, 10 * HOUR).carryOver(0.5);

        assertThat(starts(riken(day))).containsExactly(23, 25);
    }

    @Test
    void theSecondHalfOfAFiscalYearMayBeUsedEarly() {
        // 10 a half: 4 of the second may be used in the first, which the second then lacks
        Budget half = Budget.of(Period.HALF_YEAR, 10 * HOUR).early(0.4);
        from("2026-09-29T00:00+09:00");
        job("riken", 0, 1, 10, 10).job("riken", 0, 1, 4, 4).job("riken", 0, 1, 6, 6);
        job("riken", 0, 1, 1, 1);

        assertThat(starts(riken(half))).containsExactly(0, 0, 48, 48 + 182 * 24);
        assertThat(starts(riken(half.early(0)))).containsExactly(0, 48, 48, 48 + 182 * 24);
    }

    @Test
    void theFiscalYearBeginsOnTheFirstOfAprilOfTheRunsZone() {
        Budget year = Budget.of(Period.FISCAL_YEAR, 10 * HOUR);
        job("riken", 0, 1, 10, 10).job("riken", 0, 1, 10, 10);

        assertThat(from("2026-03-31T20:00+09:00").starts(riken(year))).containsExactly(0, 4);
        assertThat(from("2026-03-31T11:00Z").starts(riken(year))).containsExactly(0, 13);
        assertThat(from("2026-04-01T00:00+09:00").starts(riken(year))).containsExactly(0, 365 * 24);
    }

    @Test
    void weeksBeginOnMondayAndMonthsOnTheFirst() {
        job("riken", 0, 1, 10, 10).job("riken", 0, 1, 10, 10);
        from("2026-01-30T12:00+09:00"); // a Friday

        assertThat(starts(riken(Budget.of(Period.WEEK, 10 * HOUR)))).containsExactly(0, 60);
        assertThat(starts(riken(Budget.of(Period.MONTH, 10 * HOUR)))).containsExactly(0, 36);
    }

    @Test
    void aLimitForSomebodyWhoNeverSubmitsHoldsNobody() {
        job("riken", 0, 1, 5, 5).job("riken", 0, 1, 5, 5);
        Limits limits = Limits.NONE.with(Subject.USER, "ntt", Limit.NONE.jobsAtOnce(1));

        assertThat(starts(limits)).containsExactly(0, 0);
        assertThat(starts(limits.withOthers(Subject.USER, Limit.NONE.jobsAtOnce(1))))
                .containsExactly(0, 5);
    }

    @Test
    void aQualityOfServiceHasLimitsOverAllWhoAreOfIt() {
        // urgent are met's jobs and, whatever its organization, boss's:
        QosTable table =
                new QosTable(
                        List.of(Qos.named("urgent")),
                        Map.of("boss", "urgent"),
                        Map.of(),
                        Map.of("met", "urgent"));
        Limits none = Limits.NONE.qualities(table);
        of("met", "met", 3).of("boss", "riken", 3).of("met", "met", 2).of("riken", "riken", 2);

        assertThat(starts(none)).containsExactly(0, 0, 0, 0);
        assertThat(starts(none.with(Subject.QOS, "urgent", Limit.NONE.nodesAtOnce(6))))
                .containsExactly(0, 0, 5, 0);
        assertThat(starts(none.with(Subject.QOS, "urgent", Limit.NONE.jobsAtOnce(1))))
                .containsExactly(0, 5, 10, 0);
        Limit day = Limit.NONE.budget(Budget.of(Period.DAY, 30 * HOUR));
        assertThat(starts(none.with(Subject.QOS, "urgent", day)))
                .as("3 x 5 and 3 x 5 are all of the day's 30")
                .containsExactly(0, 0, 24, 0);
        assertThat(starts(none.with(Subject.QOS, QosTable.DEFAULT, Limit.NONE.nodesAtOnce(1))))
                .as("riken's is of the default, and too large for it")
                .containsExactly(0, 0, 0, -1);
    }

    @Test
    void aLimitSaysWhoseItIs() {
        QosTable table =
                new QosTable(
                        List.of(Qos.named("urgent")), Map.of("ada", "urgent"), Map.of(), Map.of());
        Limits limits =
                Limits.NONE
                        .qualities(table)
                        .with(Subject.QOS, "urgent", Limit.NONE.jobsAtOnce(1))
                        .withOthers(Subject.USER, Limit.NONE.nodesAtOnce(5));
        of("ada", "met", 3).of("ada", "met", 1).of("ada", "met", 4).of("bob", "met", 5);
        Workload workload = Workload.of("few", jobs);
        Machine machine = Machine.flat("ten", 10);
        Admission admission =
                Both.of(Admission.OPEN, limits)
                        .forRun(
                                new Setting(
                                        machine,
                                        machine.pools().get(0),
                                        workload.jobs(),
                                        workload.users(),
                                        workload.organizations(),
                                        workload.partitions(),
                                        origin,
                                        new Accounts(List.of())));
        FixedSituation now = new FixedSituation(0, workload.jobs());
        for (int job = 0; job < 4; job++) {
            admission.jobQueued(job, now);
        }
        admission.jobStarted(0, now);

        assertThat(admission.heldBy(1, now)).isEqualTo("QOS urgent");
        assertThat(admission.heldBy(2, now)).as("asked first").isEqualTo("user ada");
        assertThat(admission.heldBy(3, now)).isEmpty();
    }

    private static TimedLimit prime(String opens, String closes, int nodes, DayOfWeek... days) {
        DailyTimes when =
                new DailyTimes(LocalTime.parse(opens), LocalTime.parse(closes), Set.of(days));
        return new TimedLimit(when, nodes, Limit.UNLIMITED);
    }

    @Test
    void atPrimeTimeOtherLimitsHold() {
        // from 8 to 20 riken has 4 at most; what has started before goes on, and counts
        Limits limits = riken(Limit.NONE.timed(prime("08:00", "20:00", 4)));
        job("riken", 7, 6, 3, 3).job("riken", 8, 2, 2, 2).job("riken", 9, 5, 1, 1);
        job("ntt", 9, 2, 1, 1);

        assertThat(starts(limits))
                .as("2 when the six have gone, 5 in the evening, and ntt's whenever it comes")
                .containsExactly(7, 10, 20, 9);
    }

    @Test
    void primeTimeMayReachPastMidnightAndBeginOnSomeDaysOnly() {
        // from Monday at 22 until 6, and no other night
        Limits limits = riken(Limit.NONE.timed(prime("22:00", "06:00", 4, DayOfWeek.MONDAY)));
        job("riken", 21, 5, 1, 1).job("riken", 23, 5, 1, 1).job("riken", 24 + 23, 5, 1, 1);

        assertThat(starts(limits)).containsExactly(21, 30, 47);
    }

    @Test
    void twoSpansMayHoldInTurnsAndWhoFitsIntoNeitherIsRejected() {
        Limits limits =
                riken(
                        Limit.NONE
                                .timed(prime("08:00", "20:00", 4))
                                .timed(prime("20:00", "08:00", 6)));
        job("riken", 9, 6, 1, 1).job("riken", 9, 7, 1, 1).job("riken", 9, 4, 1, 1);

        assertThat(starts(limits)).containsExactly(20, -1, 9);
    }

    @Test
    void fixedQuotasKeepNodesForTheirOwners() {
        // 6 and 4 of ten nodes; a third organization has no share, and nothing can run
        shares = List.of(Account.of("riken", 60), Account.of("ntt", 40), Account.of("nobody", 0));
        job("ntt", 0, 4, 5, 5).job("ntt", 0, 1, 5, 5).job("ntt", 0, 5, 5, 5);
        job("riken", 0, 6, 5, 5).job("nobody", 0, 1, 5, 5);

        assertThat(starts(new FixedQuota())).containsExactly(0, 5, -1, 0, -1);
    }

    @Test
    void lentQuotasLendWhatIsIdleWhileNobodyWaitsForIt() {
        // ntt owns 4 and borrows 6 at 0; at 2 riken waits for its own, so ntt's next may not borrow
        shares = List.of(Account.of("riken", 60), Account.of("ntt", 40));
        job("ntt", 0, 10, 5, 5).job("ntt", 1, 5, 5, 5).job("riken", 2, 6, 5, 5);
        job("ntt", 3, 4, 5, 5);

        assertThat(starts(new LentQuota()))
                .as("the second came before riken's, but would have to borrow")
                .containsExactly(0, 10, 5, 5);
    }

    @Test
    void whoIsAtHomeElsewhereOwnsNothingAndMayBorrow() {
        // the guest would have half of the machine if it were at home
        shares = List.of(Account.of("riken", 5), Account.of("guest", 5));
        job("guest", 0, 1, 5, 5).job("riken", 1, 10, 5, 5);

        assertThat(starts(new FixedQuota())).containsExactly(-1, 1);
        assertThat(starts(new LentQuota())).containsExactly(0, 5);
    }

    private LimitRulesTest of(String user, String organization, int nodes) {
        jobs.add(new Job(jobs.size(), 0, nodes, 5 * HOUR, 5 * HOUR, user, organization, ""));
        return this;
    }

    @Test
    void anOrganizationsNodesMayBeDividedAmongItsAccountsAndUsers() {
        // riken has 8 of 10: 6 for its account ai, of which a has 4 and b has 2; c is of no account
        Account ai = new Account("ai", 3, List.of(), Map.of("a", 2.0, "b", 1.0));
        Account riken = new Account("riken", 4, List.of(ai), Map.of());
        shares = List.of(riken, Account.of("ntt", 1));
        of("a", "riken", 4).of("b", "riken", 4).of("c", "riken", 2).of("c", "riken", 1);
        of("d", "ntt", 2);

        assertThat(starts(new FixedQuota(Owner.ORGANIZATION))).containsExactly(0, 0, 5, 5, 0);
        assertThat(starts(new FixedQuota(Owner.ACCOUNT)))
                .as("the two of c share 2 nodes")
                .containsExactly(0, 5, 0, 5, 0);
        assertThat(starts(new FixedQuota(Owner.USER)))
                .as("b has 2 of the six")
                .containsExactly(0, -1, 0, 5, 0);
        assertThat(starts(new LentQuota(Owner.USER)))
                .as(
                        "c and d wait for their own first; then c may borrow, and b, for whom 2 are few")
                .containsExactly(0, 5, 0, 0, 0);
    }
}
