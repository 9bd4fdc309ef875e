package dandori.slurm;

import dandori.policy.Order;
import dandori.policy.order.Multifactor;
import dandori.policy.order.SiteFactors;
import dandori.policy.order.UsageRule;
import dandori.policy.share.Account;
import dandori.policy.share.AccountTree;
import dandori.policy.share.Accounts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Some jobs make usage, and a large one more, until shares are looked at after a minute; those that
 * wait then start by shares and by age.
 *
 * <p>Each user is the only one of an account, since all are the present user's. Two accounts have
 * no shares, so they tie, and their users' places tell how ties are broken.
 */
final class FairShareTrial {

    /** When usage is looked at for the first time. */
    static final int LOOK_SECONDS = 60;

    /** How much a second of waiting adds to a priority. */
    static final double AGE_PER_SECOND = 20;

    private static final int HALF_LIFE_SECONDS = 3_600;
    private static final int MAX_AGE_SECONDS = 120;
    private static final double FAIR_SHARE = 1_000;

    static final UsageRule RULE =
            new UsageRule(HALF_LIFE_SECONDS * 1_000L, LOOK_SECONDS * 1_000L, 0);

    static final Accounts ACCOUNTS =
            new Accounts(
                    List.of(
                            // Slurm's own, with one user
                            new Account("root", 1, List.of(), Map.of("root", 1.0)),
                            above("physics", 3, own("theory", 2), own("lab", 1)),
                            new Account(
                                    "chemistry",
                                    1,
                                    List.of(own("organic", 1)),
                                    Map.of("chemistry", 1.0)),
                            above("guests", 0, own("guest1", 1), own("guest2", 1)),
                            above("visitors", 0, own("visitor1", 1), own("visitor2", 1))));

    private static final List<String> ORGANIZATIONS =
            ACCOUNTS.organizations().stream().map(Account::name).toList();

    static final List<String> USERS =
            List.of(
                    "root",
                    "theory",
                    "lab",
                    "organic",
                    "chemistry",
                    "guest1",
                    "guest2",
                    "visitor1",
                    "visitor2");
    private static final int[] ORGANIZATION = {0, 1, 1, 2, 2, 3, 3, 4, 4}; // of each user

    private FairShareTrial() {}

    /** The accounts as numbered nodes. */
    static AccountTree tree() {
        return new AccountTree(ACCOUNTS, ORGANIZATIONS, USERS);
    }

    /** The node of a user. */
    static int node(AccountTree tree, String user) {
        int index = USERS.indexOf(user);
        return tree.user(ORGANIZATION[index], index);
    }

    private static Account above(String name, double shares, Account... accounts) {
        return new Account(name, shares, List.of(accounts), Map.of());
    }

    /** An account with one user of the same name. */
    private static Account own(String name, double shares) {
        return new Account(name, shares, List.of(), Map.of(name, 1.0));
    }

    /** The trial with an order, and Slurm's shares as Fair Tree or classic. */
    static Trial with(Order order, boolean isClassic) {
        List<String> conf =
                List.of(
                        "PartitionName=main Nodes=ALL Default=YES",
                        "PriorityCalcPeriod=1",
                        "PriorityDecayHalfLife=%d".formatted(HALF_LIFE_SECONDS / 60),
                        "PriorityMaxAge=%d".formatted(MAX_AGE_SECONDS / 60),
                        "PriorityWeightAge=%.0f".formatted(AGE_PER_SECOND * MAX_AGE_SECONDS),
                        "PriorityWeightFairshare=%.0f".formatted(FAIR_SHARE));
        return new Trial(
                "fair share and age",
                isClassic ? with(conf, "PriorityFlags=NO_FAIR_TREE") : conf,
                order,
                Trials.slurm(),
                jobs(),
                ACCOUNTS);
    }

    private static List<String> with(List<String> lines, String more) {
        return Stream.concat(lines.stream(), Stream.of(more)).toList();
    }

    /** Slurm's priority of it, with other weights of age and fair share if those are 0 or 1. */
    static Order order(double age, double fairShare, boolean isClassic) {
        return new Multifactor(
                new Multifactor.Weights(
                        age * AGE_PER_SECOND * MAX_AGE_SECONDS, fairShare * FAIR_SHARE, 0, 0, 0),
                RULE,
                MAX_AGE_SECONDS * 1_000L,
                false,
                isClassic,
                true,
                SiteFactors.NONE);
    }

    private static List<Sleep> jobs() {
        return List.of(
                job(12, 4, 20, "physics", "theory"),
                job(12, 3, 20, "physics", "lab"),
                job(12, 2, 20, "chemistry", "chemistry"),
                job(12, 1, 20, "chemistry", "organic"),
                job(12, 3, 20, "guests", "guest1"),
                job(12, 1, 10, "guests", "guest2"),
                job(12, 1, 20, "visitors", "visitor1"),
                job(12, 1, 13, "visitors", "visitor2"),
                job(14, 16, 33, "physics", "theory"), // past the look
                // By Fair Tree 5, 7, 8, 6 and 5 / 9, and 20 for each second until the look; longer
                // than delays add up to, so that two that change places are seen, and done before
                // the next look:
                job(38, 16, 7, "physics", "theory"), // 556 + 440
                job(38, 16, 7, "chemistry", "chemistry"), // 778 + 440
                job(50, 16, 7, "chemistry", "organic"), // 889 + 200
                job(50, 16, 7, "physics", "lab"), // 667 + 200
                job(51, 16, 7, "physics", "theory")); // 556 + 180
    }

    private static Sleep job(int at, int nodes, int run, String organization, String account) {
        return new Sleep(at, nodes, 2, run, Trial.PARTITION, organization, account);
    }
}
