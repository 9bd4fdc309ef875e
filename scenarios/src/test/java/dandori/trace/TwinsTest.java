package dandori.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which jobs of several logs are told once. */
class TwinsTest {

    private final List<Integer> dropped = new ArrayList<>(); // the logs of the jobs that were
    private final Twins twins = new Twins(3, dropped::add);

    private static LoggedJob job(long id, long submit, long run) {
        LoggedJob job = new LoggedJob();
        job.id = id;
        job.submitMillis = 1_000 * submit;
        job.waitMillis = 0;
        job.runMillis = run < 0 ? -1 : 1_000 * run;
        job.user = "ada";
        job.requestedNodes = 4;
        return job;
    }

    private boolean take(int log, long id, long submit, long run) {
        return twins.take(job(id, submit, run), log, true);
    }

    @Test
    void aJobOfTwoDumpsIsToldOnce() {
        assertThat(take(0, 7, 10, 100)).isTrue();
        assertThat(take(1, 7, 10, 100)).isFalse();
        assertThat(take(2, 7, 10, 100)).isFalse();
        assertThat(dropped).containsExactly(1, 2);
    }

    @Test
    void whatDiffersOrHasNoNumberIsAnotherJob() {
        assertThat(take(0, 7, 10, 100)).isTrue();
        assertThat(take(1, 7, 11, 100)).isTrue(); // a requeue has a time of its own
        assertThat(take(1, 7, 10, 99)).isTrue(); // another element of the array
        assertThat(take(1, 8, 10, 100)).isTrue();
        LoggedJob ofBob = job(7, 10, 100);
        ofBob.user = "bob";
        assertThat(twins.take(ofBob, 1, true)).isTrue();
        LoggedJob wide = job(7, 10, 100);
        wide.requestedNodes = 8;
        assertThat(twins.take(wide, 1, true)).isTrue();
        assertThat(take(0, -1, 10, 100)).isTrue();
        assertThat(take(1, -1, 10, 100)).isTrue();
        assertThat(dropped).isEmpty();
    }

    @Test
    void whoHasANameIsKnownByItWhateverTheNumber() {
        LoggedJob ofApril = job(7, 10, 100);
        ofApril.userNumber = 1;
        LoggedJob ofMay = job(7, 10, 100);
        ofMay.userNumber = 2;
        assertThat(twins.take(ofApril, 0, true)).isTrue();
        assertThat(twins.take(ofMay, 1, true)).isFalse();
        ofApril.user = null;
        ofMay.user = null;
        assertThat(twins.take(ofApril, 0, true)).isTrue();
        assertThat(twins.take(ofMay, 1, true)).isTrue();
    }

    @Test
    void equalElementsOfAnArrayAreAsManyAsTheLogWithTheMostHas() {
        assertThat(take(0, 7, 10, 100)).isTrue();
        assertThat(take(0, 7, 10, 100)).isTrue();
        assertThat(take(1, 7, 10, 100)).isFalse();
        assertThat(take(1, 7, 10, 100)).isFalse();
        assertThat(take(1, 7, 10, 100)).isTrue();
        assertThat(dropped).containsExactly(1, 1);
    }

    @Test
    void whatKnowsNoRunTimeGivesWayToWhatDoes() {
        assertThat(take(0, 7, 10, -1)).isFalse(); // held
        assertThat(take(1, 7, 10, 100)).isTrue();
        assertThat(take(2, 7, 10, -1)).isFalse();
        assertThat(dropped).containsExactly(0, 2);
        assertThat(twins.release(new LoggedJob())).isEqualTo(-1);
    }

    @Test
    void whatNobodyKnowsBetterIsToldAtTheEnd() {
        assertThat(take(0, 7, 10, -1)).isFalse();
        assertThat(take(1, 7, 10, -1)).isFalse();
        assertThat(dropped).containsExactly(1);
        LoggedJob left = new LoggedJob();
        assertThat(twins.release(left)).isZero();
        assertThat(left.id).isEqualTo(7);
        assertThat(twins.release(left)).isEqualTo(-1);
        assertThat(twins.take(job(8, 20, -1), 0, false)).isTrue(); // no other log is left
    }

    @Test
    void memoryIsThatOfJobsThatMayComeAgain() {
        int many = 10 * Twins.RECENT;
        take(0, 1, 0, 10L * many); // is there throughout
        for (int i = 2; i <= many; i++) {
            take(0, i, i, 50);
        }
        assertThat(twins.rememberedCount()).isLessThanOrEqualTo(2 * Twins.RECENT + 1);
        assertThat(take(1, 1, 0, 10L * many)).isFalse();
        assertThat(take(1, many, many, 50)).isFalse();
        for (int i = 0; i <= Twins.RECENT; i++) {
            take(1, many + i + 1, many + i, -1);
        }
        assertThat(twins.isFull()).isTrue();
    }
}
