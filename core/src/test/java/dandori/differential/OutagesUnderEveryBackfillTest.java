package dandori.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.JobState;
import dandori.machine.Outage;
import dandori.metric.JobLog;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Outages of every kind under every backfill, where there is no twin: full checking finds nothing,
 * every job comes to an end, and none that was drained for lies in an outage of the whole pool.
 */
class OutagesUnderEveryBackfillTest {

    @Test
    void boxesOnTori() {
        for (int seed = 0; seed < 1_000; seed++) {
            play("seed " + seed, OutageWorld.boxes(seed, new SplittableRandom(seed)));
        }
    }

    @Test
    void resourceGroups() {
        for (int seed = 0; seed < 1_600; seed++) {
            OutageWorld world = OutageWorld.groups(seed, new SplittableRandom(seed));
            String once = play("seed " + seed, world);
            assertThat(play("seed " + seed, world)).isEqualTo(once);
        }
    }

    private static String play(String what, OutageWorld world) {
        JobLog log = OutageWorld.run(what, world.simulation());
        StringBuilder told = new StringBuilder();
        for (int job = 0; job < log.jobs().count(); job++) {
            JobState state = log.state(job);
            assertThat(state).as("%s, job %d", what, job).isNotEqualTo(JobState.UNBORN);
            told.append(state.text());
            if (!log.hasStarted(job)) {
                continue;
            }
            long start = log.startMillis(job);
            long end = log.endMillis(job);
            told.append(" %d-%d on %s%n".formatted(start, end, log.nodeSet(job)));
            for (Outage outage : world.outages()) {
                boolean isApart =
                        !outage.isWhole()
                                || end <= outage.fromMillis()
                                || start >= outage.toMillis();
                assertThat(isApart).as("%s, job %d in %s", what, job, outage).isTrue();
            }
        }
        return told.toString();
    }
}
