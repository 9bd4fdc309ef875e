package dandori.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.engine.RandomStreams;
import dandori.job.Condition;
import dandori.job.Workload;
import dandori.job.WorkloadBuilder;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What moves in a shaken log, how far, and what stays. */
class ShakingTest {

    private static final RandomStreams STREAMS = new RandomStreams(4);
    private static final int JOBS = 2_000;

    /**
     * Job i comes at 1000 · i and runs 600 of 900; each third one to its limit, each fifth beyond.
     */
    private static Workload log() {
        WorkloadBuilder builder = new WorkloadBuilder("log");
        for (int i = 0; i < JOBS; i++) {
            builder.add(
                    i,
                    1_000L * i + 50_000,
                    1 + i % 7,
                    900,
                    i % 3 == 0 ? 900 : i % 5 == 0 ? 950 : 600,
                    builder.user("u" + i % 4),
                    builder.organization(i % 2 == 0 ? "" : "org"),
                    builder.partition("p"),
                    -1);
            if (i % 11 == 0) {
                builder.endedByUser();
            }
        }
        builder.dependencies().dependsOn(9, 8, Condition.COMPLETED);
        return builder.build();
    }

    private static int row(Workload workload, long id) {
        return workload.rowOfInput((int) id);
    }

    @Test
    void submissionsMoveUpToSoFarEitherWay() {
        Workload log = log();
        Workload shaken = new Shaking(30_000, 0).of(log, STREAMS, 0);
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 100; i < JOBS; i++) {
            long moved = shaken.jobs().submitMillis(row(shaken, i)) - log.jobs().submitMillis(i);
            least = Math.min(least, moved);
            most = Math.max(most, moved);
        }
        assertThat(least).isBetween(-30_000L, -29_000L);
        assertThat(most).isBetween(29_000L, 30_000L);
        assertThat(shaken.jobs().submitMillis(0)).isEqualTo(50_000);
    }

    @Test
    void runTimesStretchWithinTheirLimitOrBeyondIt() {
        Workload log = log();
        Workload shaken = new Shaking(0, 0.6).of(log, STREAMS, 0);
        Set<Long> runs = new HashSet<>();
        for (int i = 0; i < JOBS; i++) {
            long run = shaken.runMillis(i);
            if (log.runMillis(i) == 900) {
                assertThat(run).isEqualTo(900);
            } else if (log.runMillis(i) == 950) {
                assertThat(run).isBetween(900L, 1520L);
            } else {
                assertThat(run).isBetween(240L, 900L);
                runs.add(run);
            }
        }
        assertThat(runs).contains(900L).hasSizeGreaterThan(300);
    }

    @Test
    void allElseStays() {
        Workload log = log();
        Workload shaken = new Shaking(30_000, 0.1).of(log, STREAMS, 0);
        for (int i = 0; i < JOBS; i++) {
            int row = row(shaken, i);
            assertThat(shaken.jobs().id(row)).isEqualTo(i);
            assertThat(shaken.jobs().nodes(row)).isEqualTo(log.jobs().nodes(i));
            assertThat(shaken.jobs().walltimeMillis(row)).isEqualTo(900);
            assertThat(shaken.users().get(shaken.jobs().user(row))).isEqualTo("u" + i % 4);
            assertThat(shaken.jobs().organization(row)).isEqualTo(i % 2 - 1);
            assertThat(shaken.jobs().partition(row)).isZero();
            assertThat(shaken.isEndedByUser(row)).isEqualTo(i % 11 == 0);
            assertThat(
                            row == 0
                                    || shaken.jobs().submitMillis(row)
                                            >= shaken.jobs().submitMillis(row - 1))
                    .isTrue();
        }
        assertThat(shaken.dependencies()).isNotNull();
        assertThat(shaken.dependencies().job(0)).isEqualTo(row(shaken, 9));
        assertThat(shaken.dependencies().predecessor(0)).isEqualTo(row(shaken, 8));
    }

    @Test
    void aSeedAndALogHaveTheirOwnCopy() {
        Workload log = log();
        Shaking shaking = new Shaking(30_000, 0);
        long first = submitOf500(shaking.of(log, STREAMS, 0));

        assertThat(submitOf500(shaking.of(log, STREAMS, 0))).isEqualTo(first);
        assertThat(submitOf500(new Shaking(30_000, 0.2).of(log, STREAMS, 0))).isEqualTo(first);
        assertThat(submitOf500(shaking.of(log, STREAMS, 1))).isNotEqualTo(first);
        assertThat(submitOf500(shaking.of(log, new RandomStreams(5), 0))).isNotEqualTo(first);
    }

    private static long submitOf500(Workload workload) {
        return workload.jobs().submitMillis(row(workload, 500));
    }

    @Test
    void impossibleOnesAreRefused() {
        assertThatThrownBy(() -> new Shaking(-1, 1))
                .hasMessage(
                        "submitMillis (-1) must be at least 0, runTime (1.0) at least 0 and below 1.");
        WorkloadBuilder snapshot = new WorkloadBuilder("snapshot");
        snapshot.add(1, 0, 1, 10, 10, -1, -1, -1, -1);
        snapshot.standing(0, true);
        assertThatThrownBy(() -> new Shaking(1, 0).of(snapshot.build(), STREAMS, 0))
                .hasMessage("A snapshot cannot be shaken.");
    }
}
