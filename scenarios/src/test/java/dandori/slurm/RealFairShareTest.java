package dandori.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import dandori.policy.order.Multifactor;
import dandori.policy.order.Orders;
import dandori.policy.share.AccountTree;
import dandori.policy.share.ClassicShares;
import dandori.policy.share.DecayedUsage;
import dandori.policy.share.FairTree;
import dandori.scenario.text.Issues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Age and fair share in Slurm with slurmdbd, against {@link Multifactor}: who has used what, the
 * numbers of {@code sshare} and {@code sprio}, and who starts when, by {@link FairTree}; then the
 * numbers of {@link ClassicShares}. Both at once, on daemons of their own: a minute and three
 * quarters, most of it asleep.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class RealFairShareTest {

    private final Map<Boolean, Future<FairShareRun>> runs = new HashMap<>(); // by isClassic
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AccountTree tree = FairShareTrial.tree();

    @BeforeAll
    void begin(@TempDir Path folder) throws IOException {
        if (!SlurmCluster.isInstalled() || !SlurmAccounting.isInstalled()) {
            String skipped =
                    "Skipped: there is no Slurm with books here (apt-get install slurm-wlm munge"
                            + " slurmdbd mariadb-server).";
            System.out.println("RealFairShareTest: " + skipped);
            abort(skipped);
        }
        for (boolean isClassic : List.of(false, true)) {
            Path own = Files.createDirectory(folder.resolve(isClassic ? "classic" : "tree"));
            int port = 12_000 + (int) (ProcessHandle.current().pid() % 20) * 1_000;
            int first = port + 100 * runs.size();
            runs.put(
                    isClassic, threads.submit(() -> FairShareRun.of(trial(isClassic), own, first)));
        }
    }

    @AfterAll
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private static Trial trial(boolean isClassic) {
        return FairShareTrial.with(FairShareTrial.order(1, 1, isClassic), isClassic);
    }

    private FairShareRun run(boolean isClassic) throws Exception {
        return runs.get(isClassic).get();
    }

    private int node(String user) {
        return FairShareTrial.node(tree, user);
    }

    /** Slurm tells whole seconds, and looks within a second of our minute. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void usageIsThatOfTheDecayedOne(boolean isClassic) throws Exception {
        FairShareRun run = run(isClassic);
        long look = FairShareTrial.LOOK_SECONDS;
        Map<Long, Map<String, Integer>> changes = new TreeMap<>(); // of nodes, by second
        for (int job = 0; job < run.stays().size(); job++) {
            Sleep asked = trial(isClassic).jobs().get(job);
            Stay stay = run.stays().get(job);
            changes.computeIfAbsent(stay.start(), at -> new TreeMap<>())
                    .merge(asked.account(), asked.nodes(), Integer::sum);
            changes.computeIfAbsent(stay.end(), at -> new TreeMap<>())
                    .merge(asked.account(), -asked.nodes(), Integer::sum);
        }
        DecayedUsage usage = new DecayedUsage(tree, FairShareTrial.RULE.halfLifeMillis(), 0);
        changes.forEach((at, nodes) -> {
            if (at < look) {
                nodes.forEach((user, change) -> usage.change(node(user), change, at * 1_000));
            }
        });
        usage.look(look * 1_000);
        for (String user : FairShareTrial.USERS) {
            double own = usage.of(node(user)) / 1_000;
            int nodes = user.equals("theory") ? Trial.NODES : 3;
            assertThat(run.user(user).rawUsage())
                    .as(user)
                    .isCloseTo(own, within(2.0 * nodes + 0.02 * own));
        }
    }

    @Test
    void factorsAreThoseOfFairTree() throws Exception {
        FairShareRun run = run(false);
        FairTree fairTree = new FairTree(tree, run.usage(tree), true);
        fairTree.rank();
        for (String user : FairShareTrial.USERS) {
            assertThat(fairTree.factor(node(user)))
                    .as(user)
                    .isCloseTo(run.user(user).fairShare(), within(1e-6));
        }
        for (String user : List.of("theory", "lab", "organic", "guest1", "visitor2")) {
            int account = tree.parent(node(user));
            Sshare line = run.account(user);
            assertThat(tree.shareOfLevel(account)).isCloseTo(line.normShares(), within(1e-6));
            // Usage is told in whole seconds, cut off.
            assertThat(fairTree.levelFairshare(account) / line.levelFs())
                    .as(user)
                    .isCloseTo(1, within(0.1));
        }
    }

    /** Guests and visitors have no shares, and tie; only there do both differ. */
    @Test
    void tiesAreThoseOfTheCodeInsteadOfTheDocumentation() throws Exception {
        FairShareRun run = run(false);
        FairTree documented = new FairTree(tree, run.usage(tree), false);
        documented.rank();
        assertThat(FairShareTrial.USERS)
                .filteredOn(user ->
                        Math.abs(documented.factor(node(user)) - run.user(user).fairShare()) > 1e-6)
                .isNotEmpty()
                .allMatch(user -> user.startsWith("guest") || user.startsWith("visitor"));
    }

    /**
     * Classic factors of accounts are made before the usage of running jobs is added, those of Fair
     * Tree after; so they lag by a period, here by a large job, and who starts when is judged by
     * Fair Tree alone. A user's own part is made anew when asked for, so users are left out.
     */
    @Test
    void factorsOfAccountsAreThoseOfClassicShares() throws Exception {
        FairShareRun run = run(true);
        ClassicShares classic = new ClassicShares(tree, run.usageOfEnded(trial(true).jobs(), tree));
        for (String user : List.of("theory", "lab", "organic", "guest1", "visitor2")) {
            int account = tree.parent(node(user));
            checkClassic(account, run.account(user), classic);
        }
        checkClassic(tree.parent(node("chemistry")), run.account("chemistry"), classic);
        int physics = tree.parent(tree.parent(node("theory")));
        checkClassic(physics, run.account("physics"), classic);
    }

    private static void checkClassic(int account, Sshare line, ClassicShares classic) {
        assertThat(classic.share(account)).isCloseTo(line.normShares(), within(1e-6));
        assertThat(classic.factor(account))
                .as(line.account())
                .isCloseTo(line.fairShare(), within(0.02)); // for whole seconds
    }

    @Test
    void prioritiesAreThoseOfMultifactor() throws Exception {
        FairShareRun run = run(false);
        long look = FairShareTrial.LOOK_SECONDS * 1_000L;
        Map<Long, Double> own = Replay.scores(trial(false), run.stays(), look, look + 60_000);
        assertThat(run.priorities()).hasSize(5);
        run.priorities()
                .forEach((job, priority) ->
                        assertThat(-own.getOrDefault((long) job, 0.0))
                                .as("job %d", job)
                                .isCloseTo(priority, within(3 * FairShareTrial.AGE_PER_SECOND)));
    }

    @Test
    void whoStartsWhenIsAsInSlurm() throws Exception {
        List<Stay> stays = run(false).stays();
        Replay replay = new Replay(trial(false), stays);
        assertThat(replay.contradictions(stays)).isEmpty();
        assertThat(replay.decided()).isGreaterThan(0.5); // eight start at once
    }

    @Test
    void otherRulesAreRefuted() throws Exception {
        List<Stay> stays = run(false).stays();
        for (var other :
                List.of(
                        Orders.fcfs(),
                        FairShareTrial.order(1, 0, false),
                        FairShareTrial.order(0, 1, false))) {
            Replay replay = new Replay(FairShareTrial.with(other, false), stays);
            assertThat(replay.contradictions(stays)).isNotEmpty();
        }
    }

    @Test
    void theTableOfAccountsIsRead(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("assoc.txt"), run(false).associations());
        Issues issues = new Issues();
        SlurmAccount root = SlurmAccounts.read(file, issues);
        assertThat(issues.list()).isEmpty();
        assertThat(root.accounts)
                .extracting(one -> one.name, one -> one.shares)
                .containsExactlyInAnyOrder(
                        tuple("physics", "3"),
                        tuple("chemistry", "1"),
                        tuple("guests", "0"),
                        tuple("visitors", "0"));
        assertThat(root.accounts)
                .filteredOn(one -> one.name.equals("physics"))
                .flatExtracting(one -> one.accounts)
                .extracting(one -> one.name, one -> one.shares)
                .containsExactlyInAnyOrder(tuple("theory", "2"), tuple("lab", "1"));
    }
}
