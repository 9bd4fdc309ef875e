package dandori.reference;

import dandori.job.Job;
import dandori.policy.limit.Budget;
import dandori.policy.limit.DailyTimes;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Period;
import dandori.policy.limit.Subject;
import dandori.policy.limit.TimedLimit;
import dandori.policy.preemption.Qos;
import dandori.policy.preemption.QosTable;
import dandori.policy.share.Account;
import dandori.policy.share.Accounts;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A world whose jobs belong to somebody, in hours, and limits on those.
 *
 * @param world the machine and the jobs
 * @param limits what they may have
 * @param accounts what organizations, their accounts and users are entitled to
 * @param origin the date of time 0
 */
public record LimitedWorld(World world, Limits limits, Accounts accounts, ZonedDateTime origin) {

    private static final long HOUR_MILLIS = 3_600_000;
    private static final List<String> ORIGINS =
            List.of(
                    "2026-03-28T21:00", // a fiscal year is about to end, and in Berlin winter time
                    "2026-09-29T23:30",
                    "2026-01-05T00:00",
                    "2026-02-27T12:00");
    private static final List<String> ZONES = List.of("Asia/Tokyo", "Europe/Berlin", "UTC");

    /** A world by seed. */
    public static LimitedWorld random(long seed, int mostJobs) {
        World plain = Worlds.random(seed, mostJobs);
        SplittableRandom random = new SplittableRandom(seed * 31 + 5);
        List<Job> jobs = new ArrayList<>();
        long scale =
                plain.jobs().stream().allMatch(job -> job.walltimeMillis() % 1_000 == 0) ? 1 : 0;
        for (Job job : plain.jobs()) {
            int organization = random.nextInt(4);
            jobs.add(
                    new Job(
                            job.id(),
                            hours(job.submitMillis(), scale),
                            job.nodes(),
                            hours(job.walltimeMillis(), scale),
                            hours(job.runMillis(), scale),
                            job.user(),
                            organization == 0 ? "" : "org" + organization,
                            random.nextInt(3) == 0 ? "" : "part" + random.nextInt(2)));
        }
        List<String> users =
                jobs.stream().map(Job::user).filter(one -> !one.isEmpty()).distinct().toList();
        List<Account> organizations =
                List.of(
                        new Account("org1", random.nextInt(4), accounts(random, users), Map.of()),
                        new Account("org2", 1 + 10 * random.nextDouble(), List.of(), Map.of()),
                        Account.of("idle", random.nextInt(2)));
        Set<String> away = random.nextInt(4) == 0 ? Set.of("org2") : Set.of();
        return new LimitedWorld(
                new World(plain.nodes(), jobs),
                limits(random, plain.nodes(), jobs),
                new Accounts(organizations, away),
                origin(random));
    }

    /** Two accounts with some of the users, one of them above a third. */
    private static List<Account> accounts(SplittableRandom random, List<String> users) {
        List<Map<String, Double>> named = new ArrayList<>();
        for (int account = 0; account < 3; account++) {
            named.add(new LinkedHashMap<>());
        }
        for (String user : users) {
            int account = random.nextInt(5);
            if (account < 3) {
                named.get(account).put(user, (double) random.nextInt(4));
            }
        }
        Account below = new Account("below", 2, List.of(), named.get(2));
        return List.of(
                new Account("first", 1 + random.nextInt(3), List.of(below), named.get(0)),
                new Account("second", 1, List.of(), named.get(1)));
    }

    private static long hours(long millis, long scale) {
        return scale == 1 ? millis / 1_000 * HOUR_MILLIS : millis * 1_000;
    }

    /** One of the dates near which periods begin. */
    public static ZonedDateTime origin(SplittableRandom random) {
        return LocalDateTime.parse(ORIGINS.get(random.nextInt(ORIGINS.size())))
                .atZone(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
    }

    private static Limits limits(SplittableRandom random, int nodes, List<Job> jobs) {
        Limits limits = Limits.NONE;
        List<String> users = jobs.stream().map(Job::user).distinct().toList();
        List<String> partitions =
                jobs.stream().map(Job::partition).filter(one -> !one.isEmpty()).distinct().toList();
        for (Subject subject : Subject.values()) {
            List<String> names =
                    switch (subject) {
                        case ORGANIZATION -> List.of("org1", "org3", "idle");
                        case USER -> users;
                        case PARTITION -> partitions;
                        case QOS -> List.of("urgent", "spot", QosTable.DEFAULT);
                    };
            if (random.nextInt(3) > 0) {
                limits = limits.withOthers(subject, limit(random, nodes));
            }
            if (random.nextBoolean() && !names.isEmpty()) {
                String name = names.get(random.nextInt(names.size()));
                limits = limits.with(subject, name, limit(random, nodes));
            }
        }
        return limits.qualities(qualities(random, users, partitions));
    }

    /** Some users, partitions and organizations have a quality of their own; names may be none. */
    private static QosTable qualities(
            SplittableRandom random, List<String> users, List<String> partitions) {
        return new QosTable(
                List.of(Qos.named("urgent"), Qos.named("spot")),
                some(random, users),
                some(random, partitions),
                some(random, List.of("org1", "org2", "nobody")));
    }

    private static Map<String, String> some(SplittableRandom random, List<String> names) {
        Map<String, String> some = new LinkedHashMap<>();
        for (String name : names) {
            if (random.nextInt(3) == 0) {
                some.put(name, random.nextBoolean() ? "urgent" : "spot");
            }
        }
        return some;
    }

    /** At some hours, past midnight too; none begin or end where clocks are put forward. */
    private static TimedLimit timed(SplittableRandom random, int nodes) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) == 0) {
                days.add(day);
            }
        }
        LocalTime opens = LocalTime.of(3 + random.nextInt(21), 30 * random.nextInt(2));
        LocalTime closes = LocalTime.of(3 + random.nextInt(21), 30 * random.nextInt(2));
        boolean isByNodes = random.nextBoolean();
        return new TimedLimit(
                new DailyTimes(opens, closes, days),
                isByNodes ? random.nextInt(nodes + 1) : Limit.UNLIMITED,
                isByNodes ? Limit.UNLIMITED : random.nextInt(3));
    }

    /** Some limit for a machine of so many nodes, often none of a kind. */
    public static Limit limit(SplittableRandom random, int nodes) {
        Limit limit = Limit.NONE;
        if (random.nextInt(3) == 0) {
            limit = limit.nodesAtOnce(nodes / 3 + random.nextInt(nodes));
        }
        if (random.nextInt(3) == 0) {
            limit = limit.jobsAtOnce(random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(4));
        }
        if (random.nextInt(3) == 0) {
            limit = limit.queuedAtOnce(1 + random.nextInt(5));
        }
        while (random.nextInt(3) == 0) {
            limit = limit.timed(timed(random, nodes));
        }
        while (random.nextInt(2) == 0) {
            Period period = Period.values()[random.nextInt(Period.values().length)];
            long most = 1 + random.nextLong(100L * nodes) * HOUR_MILLIS;
            Budget budget = Budget.of(period, most);
            if (random.nextInt(3) > 0) {
                budget = budget.carryOver(random.nextInt(4) / 4.0 + random.nextInt(2) * 0.01);
            }
            if (period == Period.HALF_YEAR && random.nextBoolean()) {
                budget = budget.early(random.nextInt(5) / 4.0);
            }
            limit = limit.budget(budget);
        }
        return limit;
    }
}
