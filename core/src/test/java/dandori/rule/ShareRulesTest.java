package dandori.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dandori.policy.share.Account;
import dandori.policy.share.AccountTree;
import dandori.policy.share.Accounts;
import dandori.policy.share.Allotments;
import dandori.policy.share.ClassicShares;
import dandori.policy.share.DecayedUsage;
import dandori.policy.share.FairTree;
import dandori.policy.share.Usage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for each rule about shares, and the published examples number by number. */
class ShareRulesTest {

    private static final Offset<Double> SIX_DIGITS = within(5e-7);

    /** A tree below one organization, in which users are found by name. */
    private static final class Named {

        private final Map<String, Double> used = new LinkedHashMap<>();
        private final AccountTree tree;
        private final List<String> users;

        Named(Account root, Map<String, Double> used) {
            this.used.putAll(used);
            users = new ArrayList<>(used.keySet());
            tree = new AccountTree(new Accounts(List.of(root)), List.of(root.name()), users);
        }

        int node(String user) {
            return tree.user(0, users.indexOf(user));
        }

        /** An account of a user, so many levels up. */
        int above(String user, int levels) {
            int node = node(user);
            for (int i = 0; i < levels; i++) {
                node = tree.parent(node);
            }
            return node;
        }

        Usage usage() {
            double[] byNode = new double[tree.size()];
            used.forEach((user, amount) -> addUp(tree, node(user), amount, byNode));
            return node -> byNode[node];
        }
    }

    private static void addUp(AccountTree tree, int user, double amount, double[] byNode) {
        for (int node = user; node >= AccountTree.ROOT; node = tree.parent(node)) {
            byNode[node] += amount;
        }
    }

    private static Account account(String name, double shares, Map<String, Double> users) {
        return new Account(name, shares, List.of(), users);
    }

    private static Map<String, Double> map(Object... keysAndValues) {
        Map<String, Double> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], ((Number) keysAndValues[i + 1]).doubleValue());
        }
        return map;
    }

    /**
     * The tree of Slurm's own test of Fair Tree (testsuite/expect/test24.4), whose root is an
     * account here. Its account aD tests {@code FairShare=parent}, which there is none of: six
     * users stand for its six, with the same usage in all, so that ranks elsewhere are the same.
     */
    private static Named slurmsTest() {
        Account aA =
                new Account(
                        "aA",
                        40,
                        List.of(
                                account("aAA", 30, map("uAA1", 1)),
                                account("aAB", 10, map("uAB1", 1, "uAB2", 1))),
                        Map.of());
        Account aB =
                new Account(
                        "aB",
                        60,
                        List.of(
                                account("aBA", 25, map("uBA1", 1)),
                                account("aBB", 35, map("uBB1", 1))),
                        Map.of());
        Account aG =
                new Account(
                        "aG",
                        8,
                        List.of(account("aGA", 10, map("uGA1", 20, "uGA2", 20))),
                        map("uG1", 10));
        Account root =
                new Account(
                        "root",
                        1,
                        List.of(
                                aA,
                                aB,
                                account("aC", 0, map("uC1", 0)),
                                account(
                                        "aD",
                                        50,
                                        map("d1", 1, "d2", 1, "d3", 1, "d4", 1, "d5", 1, "d6", 1)),
                                account("aE", 10, map("aE1", 10, "aE2", 10)),
                                account("aF", 20, map("uF1", 10, "uF2", 20)),
                                aG),
                        map("u1", 10, "u2", 10));
        Map<String, Double> used =
                map("uAA1", 20, "uAB1", 25, "uAB2", 0, "uBA1", 25, "uBB1", 0, "uC1", 30);
        used.putAll(map("d1", 20, "d2", 20, "d3", 25, "d4", 10, "d5", 10, "d6", 25));
        used.putAll(map("aE1", 0, "aE2", 0, "uF1", 0, "uF2", 0, "u1", 0, "u2", 10));
        used.putAll(map("uG1", 10, "uGA1", 4, "uGA2", 6));
        return new Named(root, used);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fairTreeIsThatOfSlurmsOwnTestNumberByNumber(boolean codeTies) {
        Named named = slurmsTest();
        FairTree ranks = new FairTree(named.tree, named.usage(), codeTies);
        ranks.rank();

        assertThat(named.tree.userCount()).isEqualTo(21);
        Map<String, Double> factors =
                map("u1", 1, "u2", 0.666667, "uAA1", 0.619048, "uAB1", 0.523810, "uAB2", 0.571429);
        factors.putAll(map("uBA1", 0.714286, "uBB1", 0.761905, "uC1", 0.047619));
        factors.putAll(map("aE1", 1, "aE2", 1, "uF1", 1, "uF2", 1));
        factors.putAll(map("uG1", 0.190476, "uGA1", 0.190476, "uGA2", 0.095238));
        factors.forEach((user, factor) ->
                assertThat(ranks.factor(named.node(user))).as(user).isCloseTo(factor, SIX_DIGITS));
        Map<String, Double> levels =
                map("u2", 1.153846, "uAA1", 1, "uAB1", 0.5, "uBA1", 1, "uC1", 0, "uG1", 1);
        levels.putAll(map("uGA1", 1.25, "uGA2", 0.833333));
        levels.forEach((user, level) ->
                assertThat(ranks.levelFairshare(named.node(user)))
                        .as(user)
                        .isCloseTo(level, SIX_DIGITS));
        assertThat(ranks.levelFairshare(named.above("uAA1", 2))).isCloseTo(1.025641, SIX_DIGITS);
        assertThat(ranks.levelFairshare(named.above("uAA1", 1))).isCloseTo(1.6875, SIX_DIGITS);
        assertThat(ranks.levelFairshare(named.above("uAB1", 1))).isCloseTo(0.45, SIX_DIGITS);
        assertThat(ranks.levelFairshare(named.above("uBA1", 2))).isCloseTo(2.769231, SIX_DIGITS);
        assertThat(ranks.levelFairshare(named.above("uBA1", 1))).isCloseTo(0.416667, SIX_DIGITS);
        assertThat(ranks.levelFairshare(named.above("uC1", 1))).isZero();
        assertThat(ranks.levelFairshare(named.above("d1", 1))).isCloseTo(0.524476, SIX_DIGITS);
        assertThat(ranks.levelFairshare(named.above("uG1", 1))).isCloseTo(0.461538, SIX_DIGITS);
        assertThat(ranks.levelFairshare(named.above("uGA1", 1))).isCloseTo(1, SIX_DIGITS);
        for (String unused : List.of("u1", "uAB2", "uBB1", "aE1", "aE2", "uF1", "uF2")) {
            assertThat(ranks.levelFairshare(named.node(unused))).as(unused).isInfinite();
        }
    }

    /** A and B tie with 10 each; a1 and b1 have used 2, a2 and b2 8. */
    private static Named tiedAccounts() {
        Account root =
                new Account(
                        "root",
                        1,
                        List.of(
                                account("A", 1, map("a1", 1, "a2", 1)),
                                account("B", 1, map("b1", 1, "b2", 1))),
                        Map.of());
        return new Named(root, map("a1", 2, "a2", 8, "b1", 2, "b2", 8));
    }

    @Test
    void theChildrenOfAccountsThatTieAreMergedAsDocumented() {
        Named named = tiedAccounts();
        FairTree ranks = new FairTree(named.tree, named.usage(), false);
        ranks.rank();

        assertThat(ranks.place(named.node("a1"))).isEqualTo(0);
        assertThat(ranks.place(named.node("b1"))).isEqualTo(0);
        assertThat(ranks.place(named.node("a2"))).isEqualTo(2);
        assertThat(ranks.place(named.node("b2"))).isEqualTo(2);
    }

    @Test
    void slurmsCodeDoesNotMergeThemButTiesTheFirstOfTheNextWithTheLastOfTheOneBefore() {
        Named named = tiedAccounts();
        FairTree ranks = new FairTree(named.tree, named.usage(), true);
        ranks.rank();

        assertThat(ranks.place(named.node("a1"))).isEqualTo(0);
        assertThat(ranks.place(named.node("a2"))).isEqualTo(1);
        assertThat(ranks.place(named.node("b1"))).as("with a2").isEqualTo(1);
        assertThat(ranks.place(named.node("b2"))).isEqualTo(3);
    }

    @Test
    void aUserWhoTiesWithASiblingAccountHasTheRankOfItsHighestUser() {
        Account root =
                new Account(
                        "root", 1, List.of(account("A", 1, map("a1", 1, "a2", 1))), map("u", 1));
        Named named = new Named(root, map("a1", 1, "a2", 9, "u", 10));
        FairTree ranks = new FairTree(named.tree, named.usage(), false);
        ranks.rank();

        assertThat(ranks.place(named.node("u"))).isEqualTo(0);
        assertThat(ranks.place(named.node("a1"))).isEqualTo(0);
        assertThat(ranks.place(named.node("a2"))).isEqualTo(2);
    }

    @Test
    void anAccountThatGoesByItsParentHandsItsChildrenOn() {
        Account below = new Account("B", Account.PARENT, List.of(), map("b1", 1, "b2", 2));
        Named named = new Named(new Account("A", 5, List.of(below), map("a", 1)), Map.of());
        Named plain =
                new Named(new Account("A", 5, List.of(), map("a", 1, "b1", 1, "b2", 2)), Map.of());
        assertThat(named.tree.size()).isEqualTo(plain.tree.size());
        AccountTree tree =
                new AccountTree(
                        new Accounts(List.of(new Account("A", 5, List.of(below), map("a", 1)))),
                        List.of("A"),
                        List.of("a", "b1", "b2"));
        assertThat(tree.parent(tree.user(0, 1))).isEqualTo(tree.parent(tree.user(0, 0)));
        assertThat(tree.shareOfLevel(tree.user(0, 2))).isEqualTo(0.5);
        assertThatThrownBy(() -> new Accounts(List.of(Account.of("A", Account.PARENT))))
                .hasMessageContaining("Organization 'A' has no account above it");
    }

    @Test
    void classicFairShareIsThatOfSlurmsDocumentationNumberByNumber() {
        Account a =
                new Account(
                        "A",
                        40,
                        List.of(
                                account("B", 30, map("user1", 1)),
                                account("C", 10, map("user2", 1, "user3", 1))),
                        Map.of());
        Account d =
                new Account(
                        "D",
                        60,
                        List.of(
                                account("E", 25, map("user4", 1)),
                                account("F", 35, map("user5", 1))),
                        Map.of());
        List<String> users = List.of("user1", "user2", "user3", "user4", "user5");
        AccountTree tree = new AccountTree(new Accounts(List.of(a, d)), List.of("A", "D"), users);
        int[] node = new int[5];
        for (int user = 0; user < 5; user++) {
            node[user] = tree.user(user < 3 ? 0 : 1, user);
        }
        double[] used = new double[tree.size()];
        addUp(tree, node[0], 0.2, used);
        addUp(tree, node[1], 0.25, used);
        addUp(tree, node[3], 0.25, used);
        ClassicShares shares = new ClassicShares(tree, user -> used[user]);

        double all = 0.7; // the example's whole is the machine, ours is what is used
        double[] share = {0.3, 0.05, 0.05, 0.25, 0.35};
        double[] effective = {0.3875, 0.275, 0.15, 0.25, 0.1458};
        double[] factor = {0.408479, 0.022097, 0.125, 0.5, 0.749154};
        for (int user = 0; user < 5; user++) {
            assertThat(shares.share(node[user])).isCloseTo(share[user], within(1e-12));
            assertThat(shares.effectiveUsage(node[user]) * all)
                    .isCloseTo(effective[user], within(5e-5));
            assertThat(StrictMath.pow(shares.factor(node[user]), all))
                    .isCloseTo(factor[user], within(6e-5)); // printed with 0.1458 for 0.14583
        }
        assertThat(shares.effectiveUsage(tree.parent(node[0])) * all)
                .isCloseTo(0.3875, within(1e-12));
        assertThat(shares.effectiveUsage(tree.parent(node[1])) * all).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void withoutSharesNobodyIsDueAnything() {
        Named named =
                new Named(account("root", 1, map("none", 0, "one", 1)), map("none", 0, "one", 5));
        ClassicShares shares = new ClassicShares(named.tree, named.usage());
        FairTree ranks = new FairTree(named.tree, named.usage(), false);
        ranks.rank();

        assertThat(shares.factor(named.node("none"))).isZero();
        assertThat(shares.factor(named.node("one"))).isEqualTo(0.5);
        assertThat(ranks.place(named.node("none"))).isEqualTo(1);
    }

    /** Users 0, 1, 2, … of nobody in particular, whose node is n + 2. */
    private static AccountTree users(int count) {
        AccountTree tree = new AccountTree(Accounts.EQUAL, List.of(), List.of());
        for (int user = 0; user < count; user++) {
            tree.user(-1, user);
        }
        return tree;
    }

    @Test
    void usageOfAHalfLifeAgoCountsHalf() {
        DecayedUsage usage = new DecayedUsage(users(4), 1_000, 0);
        usage.look(0);
        usage.change(5, 10, 0);
        usage.change(5, -10, 100);
        usage.look(100);
        double fresh = usage.of(5);
        usage.look(1_100);

        assertThat(usage.of(5)).isCloseTo(fresh / 2, within(1e-9));
        double integral = 10 * 1_000 / StrictMath.log(2) * (1 - StrictMath.pow(2, -0.1));
        assertThat(fresh).isCloseTo(integral, within(1e-9));
        assertThat(usage.of(2)).isZero();
    }

    @Test
    void whatRunsCountsAsFarAsItHasRunAndWhatComesAfterTheLookDoesNot() {
        DecayedUsage usage = new DecayedUsage(users(4), 0, 0);
        usage.look(0);
        usage.change(2, 4, 50);
        usage.look(150);
        assertThat(usage.of(2)).isEqualTo(400);
        usage.change(2, -4, 170);
        usage.change(2, 9, 180);
        usage.change(2, -9, 190);
        assertThat(usage.of(2)).as("at 150 still").isEqualTo(400);
        usage.look(200);
        assertThat(usage.of(2)).isEqualTo(4 * 120 + 90);
        assertThat(usage.of(AccountTree.ROOT)).as("all").isEqualTo(4 * 120 + 90);
    }

    @Test
    void aResetForgetsAllAndWhatRunsCountsFromThere() {
        DecayedUsage usage = new DecayedUsage(users(4), 0, 100);
        usage.look(0);
        usage.change(2, 2, 10);
        usage.change(3, 5, 20);
        usage.change(3, -5, 90);
        usage.look(99);
        assertThat(usage.of(2)).isEqualTo(178);
        assertThat(usage.of(3)).isEqualTo(350);
        usage.look(130);
        assertThat(usage.of(2)).isEqualTo(60);
        assertThat(usage.of(3)).isZero();
    }

    @Test
    void thousandsOfHalfLivesDoNotOverflow() {
        DecayedUsage usage = new DecayedUsage(users(4), 10, 0);
        usage.look(0);
        usage.change(2, 1, 0);
        for (int at = 5; at < 100_000; at += 995) {
            usage.look(at);
            usage.change(3, 1, at);
            usage.change(3, -1, at);
        }
        usage.look(100_000);
        assertThat(usage.of(2)).isCloseTo(10 / StrictMath.log(2), within(1e-9));
    }

    /**
     * Ghodsi et al., NSDI 2011, section 4.1: the schedule of its table 1 ends with 3 and 2 tasks.
     */
    @Test
    void dominantResourceFairnessIsThatOfThePaper() {
        double[] total = {9, 18}; // CPU, GB
        double[][] task = {{1, 4}, {3, 1}};
        Allotments held = new Allotments(total);
        double[] left = total.clone();
        int[] tasks = new int[2];
        StringBuilder served = new StringBuilder();
        while (true) {
            int next = held.dominantShare(0) <= held.dominantShare(1) ? 0 : 1;
            if (left[0] < task[next][0] || left[1] < task[next][1]) {
                break;
            }
            held.add(next, task[next]);
            left[0] -= task[next][0];
            left[1] -= task[next][1];
            tasks[next]++;
            served.append("AB".charAt(next));
        }
        assertThat(tasks).containsExactly(3, 2);
        assertThat(served).hasToString("ABABA");
        assertThat(held.dominantShare(0)).isEqualTo(12.0 / 18);
        assertThat(held.dominantShare(1)).isEqualTo(6.0 / 9);
    }

    @Test
    void aUserStandsInTheAccountThatNamesThemElseBelowTheOrganization() {
        Account riken =
                new Account(
                        "riken", 40, List.of(account("llm", 3, map("kato", 2))), map("sato", 5));
        AccountTree tree =
                new AccountTree(
                        new Accounts(List.of(riken)),
                        List.of("ntt", "riken"),
                        List.of("sato", "kato", "abe"));
        int kato = tree.user(1, 1);
        assertThat(tree.shares(kato)).isEqualTo(2);
        assertThat(tree.shares(tree.parent(kato))).isEqualTo(3);
        int abe = tree.user(1, 2);
        assertThat(tree.parent(abe)).as("riken").isEqualTo(tree.parent(tree.user(1, 0)));
        assertThat(tree.shareOfLevel(abe)).as("of 3, 5 and 1").isEqualTo(1.0 / 9);
        int other = tree.user(0, 1);
        assertThat(tree.parent(tree.parent(other))).isEqualTo(AccountTree.ROOT);
        assertThat(tree.shares(tree.parent(other))).as("ntt is not listed").isEqualTo(1);
        assertThat(tree.user(-1, -1)).as("nobody").isEqualTo(tree.user(-1, -1)).isNotEqualTo(other);
    }

    @Test
    void accountsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> Account.of("a", -1)).hasMessageContaining("shares (-1.0) of 'a'");
        assertThatThrownBy(() -> new Accounts(List.of(Account.of("a", 1), Account.of("a", 2))))
                .hasMessageContaining("two accounts 'a'");
        Account twice = new Account("o", 1, List.of(account("p", 1, map("u", 1))), map("u", 1));
        assertThatThrownBy(() -> new Accounts(List.of(twice)))
                .hasMessageContaining("'u' stands in two accounts of 'o'");
    }
}
