package dandori.scenario;

import static dandori.scenario.Reading.PARTS;
import static dandori.scenario.Reading.RIGHT;
import static dandori.scenario.Reading.issues;
import static dandori.scenario.Reading.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.job.Job;
import dandori.job.Workload;
import dandori.policy.Admission;
import dandori.policy.limit.Both;
import dandori.policy.limit.Budget;
import dandori.policy.limit.DailyTimes;
import dandori.policy.limit.FixedQuota;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Period;
import dandori.policy.limit.Subject;
import dandori.policy.limit.TimedLimit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits, budgets and quotas of scenario files. */
class LimitsReadingTest {

    private static final long HOUR = 3_600_000;

    private static final String TWO =
            RIGHT
                    + """
                      quota:
                        admission: fixed-quota
                        limits:
                          organizations:
                            us: {nodesAtOnce: 40, jobsAtOnce: 100, nodeHoursPerMonth: 1e6, carryOver: 20 %}
                            default: {nodeHoursPerFiscalYear: 1000, early: 0.5, queuedAtOnce: 9}
                          users: {default: {jobsAtOnce: 5, nodeHoursPerDay: 0.5, nodeHoursPerWeek: 3}}
                      leaf: {extends: quota, backfill: none}
                    organizations:
                      us: {shares: 3, limits: {nodesAtOnce: 60, jobsAtOnce: 90}}
                      them: {shares: 1, limits: {queuedAtOnce: 5}}
                    """;

    private static final Limit US =
            Limit.NONE
                    .nodesAtOnce(40)
                    .jobsAtOnce(100)
                    .budget(Budget.of(Period.MONTH, 1_000_000 * HOUR).carryOver(0.2));
    private static final Limit OTHERS =
            Limit.NONE.queuedAtOnce(9).budget(Budget.of(Period.HALF_YEAR, 500 * HOUR).early(0.5));

    @Test
    void limitsAreReadAndTakenFromThePolicyThatIsExtended() {
        Scenario read = scenario(TWO);
        Limits limits = read.policies().get(1).limits();

        assertThat(limits.of(Subject.ORGANIZATION, "us")).isEqualTo(US);
        assertThat(limits.of(Subject.ORGANIZATION, "them")).isEqualTo(OTHERS);
        assertThat(limits.of(Subject.USER, "anybody"))
                .isEqualTo(
                        Limit.NONE
                                .jobsAtOnce(5)
                                .budget(Budget.of(Period.DAY, HOUR / 2))
                                .budget(Budget.of(Period.WEEK, 3 * HOUR)));
        assertThat(limits.of(Subject.PARTITION, "any")).isNull();
        assertThat(read.policies().get(0).limits()).isEqualTo(Limits.NONE);
        assertThat(read.policies().get(2).limits()).isEqualTo(limits);
        assertThat(read.organization("us").orElseThrow().limit())
                .isEqualTo(Limit.NONE.nodesAtOnce(60).jobsAtOnce(90));
    }

    @Test
    void anOrganizationsOwnLimitsHoldUnderEveryPolicyAndBesideThePolicys() {
        Scenario read = scenario(TWO);
        Admission easy = admission(read, 0);
        Both quota = (Both) admission(read, 1);

        assertThat(easy)
                .isEqualTo(
                        Limits.NONE
                                .with(
                                        Subject.ORGANIZATION,
                                        "us",
                                        Limit.NONE.nodesAtOnce(60).jobsAtOnce(90))
                                .with(Subject.ORGANIZATION, "them", Limit.NONE.queuedAtOnce(5)));
        Limits both = (Limits) quota.first();
        assertThat(both.of(Subject.ORGANIZATION, "us")).isEqualTo(US.jobsAtOnce(90));
        assertThat(both.of(Subject.ORGANIZATION, "them")).isEqualTo(OTHERS.queuedAtOnce(5));
        assertThat(quota.second()).isEqualTo(new FixedQuota());
    }

    private static Admission admission(Scenario read, int policy) {
        return read.policies().get(policy).policy(PARTS, read.organizations()).admission();
    }

    @Test
    void theTextIsReadBackToTheSame() {
        Scenario read = scenario(TWO);
        String text = ScenarioText.of(read, PARTS);

        assertThat(
                        ScenarioReader.read(
                                "again",
                                text.getBytes(StandardCharsets.UTF_8),
                                Path.of("/nowhere"),
                                List.of(),
                                PARTS))
                .isEqualTo(read);
        assertThat(text).contains("nodeHoursPerFiscalYear: 1000", "early: 0.5", "carryOver: 0.2");
    }

    @Test
    void limitsMayHoldAtPrimeTimeOnly() {
        String prime =
                RIGHT
                        + """
                          prime:
                            limits:
                              users:
                                default:
                                  jobsAtOnce: 50
                                  atTimes:
                                    - {hours: 08:00-20:00, days: [mon, fri], jobsAtOnce: 5}
                                    - {days: [sun], nodesAtOnce: 9}
                        """;
        Scenario read = scenario(prime);
        Set<DayOfWeek> days = Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        LocalTime midnight = LocalTime.MIDNIGHT;

        assertThat(read.policies().get(1).limits().of(Subject.USER, "anybody"))
                .isEqualTo(
                        Limit.NONE
                                .jobsAtOnce(50)
                                .timed(
                                        new TimedLimit(
                                                new DailyTimes(
                                                        LocalTime.of(8, 0),
                                                        LocalTime.of(20, 0),
                                                        days),
                                                Limit.UNLIMITED,
                                                5))
                                .timed(
                                        new TimedLimit(
                                                new DailyTimes(
                                                        midnight,
                                                        midnight,
                                                        Set.of(DayOfWeek.SUNDAY)),
                                                9,
                                                Limit.UNLIMITED)));
        assertThat(scenario(ScenarioText.of(read, PARTS)).policies()).isEqualTo(read.policies());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hours: 00:00-24:00",
                "hours: 00:00-24:00, days: [mon]",
                "hours: 24:00-24:00",
                "days: [mon, tue, wed, thu, fri, sat, sun]",
                "hours: 18:00-24:00",
                "hours: 18:00-00:00",
                "hours: 24:00-06:30",
                "hours: 22:15-06:00, days: [sun]"
            })
    void hoursAreWrittenAsTheyAreRead(String times) {
        String at = "policies.easy.limits={users: {default: {atTimes: [{%s, jobsAtOnce: 3}]}}}";
        String from = "from: 0d, to: 14d, ";
        Scenario read =
                scenario(
                        RIGHT,
                        "run.start=2026-01-05T00:00Z",
                        at.formatted(times),
                        "maintenance=[{%s%s, nodes: 1}]".formatted(from, times));
        Scenario again = scenario(ScenarioText.of(read, PARTS));

        assertThat(again.policies()).isEqualTo(read.policies());
        assertThat(again.maintenance()).isEqualTo(read.maintenance());
        assertThat(ScenarioText.of(again, PARTS)).isEqualTo(ScenarioText.of(read, PARTS));
    }

    /** A change of the right file, as key=value, and the one issue; {@code ¶} for a new line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            textBlock =
                    """
                    policies.easy.limits={users: {default: {jobs: 5}}} # policies.easy.limits.users.default.jobs (--set): there is no key 'jobs' here.¶Maybe one of: nodesAtOnce, jobsAtOnce, queuedAtOnce, nodeHoursPerDay, nodeHoursPerWeek, nodeHoursPerMonth, nodeHoursPerFiscalYear, carryOver, early, atTimes.
                    policies.easy.limits={users: {default: {jobsAtOnce: -5}}} # policies.easy.limits.users.default.jobsAtOnce (--set): must be at least 0, but is -5.
                    policies.easy.limits={users: {default: {jobsAtOnce: 1.5}}} # policies.easy.limits.users.default.jobsAtOnce (--set): must be a whole number, but is 1.5.
                    policies.easy.limits={users: {us-u1: {nodeHoursPerDay: -1}}} # policies.easy.limits.users.us-u1.nodeHoursPerDay (--set): must be at least 0, but is -1.
                    policies.easy.limits={users: {us-u1: {nodeHoursPerDay: 1, carryOver: 120 %}}} # policies.easy.limits.users.us-u1.carryOver (--set): must be from 0 % to 100 %, but is 120 %.
                    policies.easy.limits={users: {us-u1: {nodeHoursPerDay: 1, carryOver: 20}}} # policies.easy.limits.users.us-u1.carryOver (--set): must be at most 1, but is 20.
                    policies.easy.limits={users: {us-u1: {jobsAtOnce: 1, carryOver: 20 %}}} # policies.easy.limits.users.us-u1.carryOver (--set): says nothing without a budget.¶Maybe add 'nodeHoursPerMonth'.
                    policies.easy.limits={users: {us-u1: {nodeHoursPerDay: 1, early: 20 %}}} # policies.easy.limits.users.us-u1.early (--set): says nothing without the budget of a fiscal year.¶Maybe add 'nodeHoursPerFiscalYear'.
                    policies.easy.limits={organizations: {uss: {jobsAtOnce: 1}}} # policies.easy.limits.organizations.uss (--set): 'uss' is no organization of this scenario.¶Maybe 'us'.
                    policies.easy.limits={users: {us-u31: {jobsAtOnce: 1}}} # policies.easy.limits.users.us-u31 (--set): 'us-u31' is no user of this scenario.¶Maybe 'us-u1'. Known: us-u1, us-u2, us-u3, us-u4, us-u5, us-u6, us-u7, us-u8, us-u9, us-u10, us-u11, us-u12, us-u13, us-u14, us-u15, us-u16, …
                    policies.easy.limits={partitions: {large: {jobsAtOnce: 1}}} # policies.easy.limits.partitions.large (--set): 'large' is no partition of this scenario.¶Maybe leave it out.
                    policies.easy.limits={user: {large: {jobsAtOnce: 1}}} # policies.easy.limits.user (--set): there is no key 'user' here.¶Maybe 'users'. Known: organizations, users, partitions, qos.
                    policies.easy.limits={users: {}} # policies.easy.limits.users (--set): must name at least one, but is an empty mapping.
                    policies.easy.limits=7 # policies.easy.limits (--set): must be a mapping of keys, but is 7.¶Maybe one of: organizations, users, partitions, qos.
                    organizations={us: {limits: {nodeHoursPerYear: 1}}} # organizations.us.limits.nodeHoursPerYear (--set): there is no key 'nodeHoursPerYear' here.¶Maybe 'nodeHoursPerDay'. Known: nodesAtOnce, jobsAtOnce, queuedAtOnce, nodeHoursPerDay, nodeHoursPerWeek, nodeHoursPerMonth, nodeHoursPerFiscalYear, carryOver, early, atTimes.
                    policies.easy.limits={qos: {urgent: {jobsAtOnce: 1}}} # policies.easy.limits.qos.urgent (--set): there is no quality of service 'urgent'.¶Maybe name it under 'qos' of the policy.
                    policies.easy.limits={users: {us-u1: {atTimes: [{hours: 08:00-20:00}]}}} # policies.easy.limits.users.us-u1.atTimes[0] (--set): limits nothing.¶Maybe 'jobsAtOnce: 10'.
                    policies.easy.limits={users: {us-u1: {atTimes: [{jobsAtOnce: 3}]}}} # policies.easy.limits.users.us-u1.atTimes[0] (--set): has neither 'hours' nor 'days'.¶Maybe 'hours: 08:00-20:00'.
                    policies.easy.limits={users: {us-u1: {atTimes: [{hours: 8-20, jobsAtOnce: 3}]}}} # policies.easy.limits.users.us-u1.atTimes[0].hours (--set): must be two times of day, but is '8-20'.¶Maybe '13:00-16:00'.
                    policies.easy.admission=fixed # policies.easy.admission (--set): there is no admission 'fixed'.¶Maybe one of: fixed-quota, fixed-quota:account, fixed-quota:user, lent-quota, lent-quota:account, lent-quota:user. (dandori catalogue policies)
                    """)
    void whatIsWrongIsSaid(String change, String issue) {
        assertThat(issues(RIGHT, change)).containsExactly(issue.replace('¶', '\n'));
    }

    @Test
    void resourceGroupsAreKnownByName() {
        String fugaku = RIGHT.replace("{nodes: 64}", "{from: catalogue/fugaku, groups: true}");

        assertThat(issues(fugaku, "policies.easy.limits={partitions: {large: {jobsAtOnce: 1}}}"))
                .isEmpty();
        assertThat(issues(fugaku, "policies.easy.limits={partitions: {larg: {jobsAtOnce: 1}}}"))
                .singleElement()
                .asString()
                .contains("'larg' is no partition of this scenario.\nMaybe 'large'. Known: ");
    }

    @Test
    void besideResourceGroupsATraceMayNamePartitionsOfAMachineWithoutThem() {
        String two =
                """
                scenario: two
                machines:
                  one: {from: catalogue/fugaku, groups: true}
                  two: {nodes: 64}
                organizations:
                  us: {home: one}
                  them: {home: two}
                workload:
                  streams:
                    - {organization: us, trace: {file: one.swf}}
                    - {organization: them, trace: {file: two.swf}}
                policies:
                  easy: {limits: {partitions: {large: {jobsAtOnce: 9}, 3: {jobsAtOnce: 1}}}}
                """;

        assertThat(issues(two)).noneMatch(issue -> issue.contains("no partition"));
    }

    @Test
    void usersOfATraceAreNotKnownBeforeItIsRead(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("log.swf"), "1 0 0 10 4 -1 -1 4 10 -1 1 17 1 -1 1 -1 -1 -1\n");
        String traced =
                RIGHT.replace("generate: {load: 0.7, nodes: {max: 16}}", "trace: {file: log.swf}")
                        .replace(
                                "{backfill: easy}",
                                "{limits: {users: {17: {jobsAtOnce: 1}, 18: {jobsAtOnce: 2}}}}");
        Scenario scenario =
                ScenarioReader.read(
                        "my.yaml",
                        traced.getBytes(StandardCharsets.UTF_8),
                        folder,
                        List.of(),
                        PARTS);

        assertThat(new Workloads(scenario, (read, all) -> {}).warnings())
                .containsExactly("A limit is for user '18', who submits nothing. Maybe '17'.");
    }

    @Test
    void partitionsOfATraceAreCheckedWhenItIsRead() {
        Job job = new Job(1, 0, 1, 1, 1, "", "", "batch");
        Limits limits = Limits.NONE.with(Subject.PARTITION, "bach", Limit.NONE);

        assertThatThrownBy(() ->
                        LimitNames.checkPartitions(
                                limits, List.of(), Workload.of("one", List.of(job))))
                .hasMessage(
                        "A limit is for partition 'bach', of which there is none.\nMaybe 'batch'.");
    }
}
