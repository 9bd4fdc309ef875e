package dandori.differential;

import dandori.job.Job;
import dandori.policy.Estimates;
import dandori.reference.Setting;
import dandori.reference.Twins;
import dandori.reference.World;
import dandori.reference.Worlds;
import dandori.sim.Conventions;
import dandori.sim.Overrun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The orders that go by shares, with every backfill, against a sweep over all records at each
 * question.
 */
class SharesTest {

    private static final List<String> BACKFILLS =
            List.of(
                    "none",
                    "easy",
                    "easy:2",
                    "sjbf",
                    "conservative",
                    "replan",
                    "depth:1",
                    "depth:3");
    private static final int WORLDS = Integer.getInteger("dandori.worlds", 150);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fair-tree:0",
                "fair-tree:1",
                "fair-tree:2",
                "fair-tree:3",
                "fair-tree:6",
                "fair-tree:5",
                "fair-share:0",
                "fair-share:2",
                "fair-share:4",
                "multifactor:0",
                "multifactor:1",
                "multifactor:3",
                "multifactor:6",
                "drf",
                "hdrf"
            })
    void everyBackfillUnderAnOrderBySharesEqualsTheReference(String order) {
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = Worlds.random(order.hashCode() * 1_000L + seed, 40);
            Twins.assertEqual(
                    "seed " + seed,
                    disturbed(Worlds.withOrganizations(world, seed), seed),
                    mixed(Setting.of(order, BACKFILLS.get(seed % BACKFILLS.size())), seed));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drf", "hdrf", "multifactor:0"})
    void soTheyDoWhereJobsUseMoreOfOneResourceThanOfAnother(String order) {
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = Worlds.random(~seed * 31L, 30);
            World owned = Worlds.withOrganizations(world, seed);
            Twins.assertEqual(
                    "seed " + seed,
                    disturbed(Worlds.withConsumption(owned, seed), seed),
                    mixed(Setting.of(order, BACKFILLS.get(seed % BACKFILLS.size())), seed));
        }
    }

    /** So many that the queue keeps lines of users, now and then. */
    @ParameterizedTest
    @ValueSource(strings = {"fair-tree:0", "fair-tree:1", "fair-tree:3", "fair-share:0"})
    void soTheyDoWhereManyWait(String order) {
        for (int seed = 0; seed < WORLDS / 15; seed++) {
            World world = crowded(Worlds.random(order.hashCode() * 77L + seed, 260));
            Twins.assertEqual(
                    "seed " + seed,
                    disturbed(Worlds.withOrganizations(world, seed), seed),
                    mixed(Setting.of(order, BACKFILLS.get(seed % 5)), seed));
        }
    }

    /** The same jobs, which come within a tenth of the time. */
    private static World crowded(World world) {
        List<Job> jobs = new ArrayList<>();
        for (Job job : world.jobs()) {
            jobs.add(
                    new Job(
                            job.id(),
                            job.submitMillis() / 10,
                            job.nodes(),
                            job.walltimeMillis(),
                            job.runMillis(),
                            job.user(),
                            job.organization(),
                            job.partition()));
        }
        return new World(world.nodes(), jobs);
    }

    /** Some with planned losses of nodes, which end jobs or send them back. */
    private static World disturbed(World world, int seed) {
        return switch (seed % 7) {
            case 0 -> Worlds.withOutages(world, seed);
            case 1 -> Worlds.withMaintenance(world, seed, true);
            default -> world;
        };
    }

    private static Setting mixed(Setting setting, int seed) {
        return setting.estimates(seed % 3 == 0 ? Estimates.EXACT : Estimates.REQUESTED)
                .overrun(seed % 4 < 3 ? Overrun.KILL : Overrun.EXTEND)
                .userLimit(seed % 5 == 0 ? 2 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fair-tree:0", "multifactor:1", "drf", "hdrf"})
    void soDoTheConventionsOfThePaper(String order) {
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = Worlds.ofThePaper(Worlds.random(seed, 40));
            String backfill = List.of("none", "easy", "sjbf").get(seed % 3);
            Twins.assertEqual(
                    "seed " + seed,
                    Worlds.withOrganizations(world, seed),
                    Setting.of(order, backfill).conventions(Conventions.SC15));
        }
    }
}
