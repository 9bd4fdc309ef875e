package dandori.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.reference.Setting;
import dandori.reference.Twins;
import dandori.reference.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All small worlds against the reference, job by job, with every check of the engine on.
 *
 * <p>Three jobs on three nodes with all nine lengths: 78,732 worlds. Four jobs on three nodes with
 * five lengths: 405,000; on four nodes with three lengths: 165,888. That is 649,620 worlds for each
 * of five backfills under {@code fcfs}, and the first of these for three more; and 2,916 worlds of
 * three jobs for each of five backfills under each of twelve other orders. With the system property
 * {@code dandori.exhaustive} set to {@code all}, four jobs on three nodes have all nine lengths:
 * 4,251,528 worlds.
 */
class AllSmallWorldsTest {

    private static final String[] BACKFILLS = {"none", "easy", "sjbf", "conservative", "replan"};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "easy",
                "sjbf",
                "conservative",
                "replan",
                "los:2",
                "slack:1",
                "deadline:1"
            })
    void threeJobsOfEveryLengthEqualTheReference(String backfill) {
        assertThat(equal(3, 3, SmallWorlds.ALL_LENGTHS, Setting.of("fcfs", backfill)))
                .isEqualTo(78_732);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "easy", "sjbf", "conservative", "replan"})
    void fourJobsOnThreeNodesEqualTheReference(String backfill) {
        boolean all = System.getProperty("dandori.exhaustive", "").equals("all");
        int[][] lengths = all ? SmallWorlds.ALL_LENGTHS : SmallWorlds.FIVE_LENGTHS;
        assertThat(equal(3, 4, lengths, Setting.of("fcfs", backfill)))
                .isEqualTo(all ? 4_251_528 : 405_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "easy", "sjbf", "conservative", "replan"})
    void fourJobsOnFourNodesEqualTheReference(String backfill) {
        assertThat(equal(4, 4, SmallWorlds.THREE_LENGTHS, Setting.of("fcfs", backfill)))
                .isEqualTo(165_888);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sjf", "ljf", "saf", "laf", "sqf", "lxf", "wfp3", "unicef", "f1", "f2", "f3", "f4"
            })
    void threeJobsInEveryOtherOrderEqualTheReference(String order) {
        for (String backfill : BACKFILLS) {
            equal(3, 3, SmallWorlds.THREE_LENGTHS, Setting.of(order, backfill));
        }
    }

    @Test
    void oneAndTwoJobsAreWorldsToo() {
        for (String backfill : BACKFILLS) {
            int one = equal(4, 1, SmallWorlds.ALL_LENGTHS, Setting.of("fcfs", backfill));
            int two = equal(4, 2, SmallWorlds.ALL_LENGTHS, Setting.of("fcfs", backfill));
            assertThat(one + two).isEqualTo(36 + 36 * 72);
        }
    }

    private static int equal(int nodes, int jobs, int[][] lengths, Setting setting) {
        return SmallWorlds.all(nodes, jobs, lengths, world -> equal(world, setting));
    }

    private static void equal(World world, Setting setting) {
        Twins.assertEqual("small world", world, setting);
    }
}
