package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.JobState;
import dandori.machine.NodeSet;
import dandori.metric.JobLog;
import dandori.policy.Backfill;
import dandori.policy.backfill.Backfills;
import dandori.policy.placement.Placements;
import dandori.reference.GroupWorld;
import dandori.reference.GroupWorlds;
import dandori.reference.TwinGroups;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pools with resource groups against a twin that remembers nothing, job by job. */
class GroupsTest {

    private static final int WORLDS = Integer.getInteger("dandori.groups.worlds", 3_000);

    @Test
    void easyIsThatOfTheTwin() {
        compare(Backfills.easy(), true);
    }

    @Test
    void noBackfillIsThatOfTheTwin() {
        compare(Backfills.none(), false);
    }

    @Test
    void easyAroundOutagesIsThatOfTheTwin() {
        for (int seed = 0; seed < WORLDS; seed++) {
            GroupWorld world = GroupWorlds.random(seed, 4 + seed % 37);
            compare(seed, GroupWorlds.withOutages(world, seed), Backfills.easy(), true);
        }
    }

    @Test
    void reservationsAreThoseOfTheTwin() {
        for (int seed = 0; seed < WORLDS; seed++) {
            GroupWorld plain = GroupWorlds.random(seed, 4 + seed % 37);
            GroupWorld some = seed % 4 == 0 ? GroupWorlds.withOutages(plain, seed) : plain;
            boolean backfills = seed % 3 > 0;
            Backfill backfill = backfills ? Backfills.easy() : Backfills.none();
            compare(seed, GroupWorlds.withReservations(some, seed), backfill, backfills);
        }
    }

    private static void compare(Backfill backfill, boolean backfills) {
        for (int seed = 0; seed < WORLDS; seed++) {
            compare(seed, GroupWorlds.random(seed, 4 + seed % 37), backfill, backfills);
        }
    }

    private static void compare(int seed, GroupWorld world, Backfill backfill, boolean backfills) {
        assertThat(told(world, backfill))
                .as("seed %d", seed)
                .isEqualTo(String.join("\n", TwinGroups.play(world, backfills)));
    }

    private static String told(GroupWorld world, Backfill backfill) {
        JobLog log = world.simulation(backfill, Placements.firstFit()).run().log();
        List<String> lines = new ArrayList<>();
        for (int job = 0; job < log.jobs().count(); job++) {
            String line = log.jobs().id(job) + " " + log.state(job).text();
            JobState state = log.state(job);
            if (state != JobState.REJECTED
                    && state != JobState.WAITING
                    && state != JobState.RUNNING) {
                line +=
                        " %s-%s on%s"
                                .formatted(
                                        time(log.startMillis(job)),
                                        time(log.endMillis(job)),
                                        nodes(log.nodeSet(job)));
            }
            lines.add(line);
        }
        return String.join("\n", lines);
    }

    private static String nodes(NodeSet set) {
        StringBuilder text = new StringBuilder();
        for (int interval = 0; interval < set.intervalCount(); interval++) {
            for (int node = set.first(interval); node <= set.last(interval); node++) {
                text.append(' ').append(node);
            }
        }
        return text.toString();
    }

    private static String time(long millis) {
        long over = Math.floorMod(millis, GroupWorld.HOUR);
        return Math.floorDiv(millis, GroupWorld.HOUR) + (over == 0 ? "" : "+" + over);
    }
}
