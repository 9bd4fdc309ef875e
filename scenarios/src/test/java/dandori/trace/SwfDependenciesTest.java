package dandori.trace;

import static dandori.trace.SwfText.HEADER;
import static dandori.trace.SwfText.job;
import static dandori.trace.SwfText.notes;
import static dandori.trace.SwfText.with;
import static org.assertj.core.api.Assertions.assertThat;

import dandori.job.Condition;
import dandori.job.Dependencies;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Fields 17 and 18: who follows whom. */
class SwfDependenciesTest {

    private static final ImportRules KEPT = ImportRules.dandori().withKeepDependencies(true);

    private static String after(String line, String preceding, String think) {
        return with(with(line, 17, preceding), 18, think);
    }

    @Test
    void theyAreIgnoredUnlessAskedFor() {
        String text = HEADER + job(1, 0, 5, 1, 9) + after(job(2, 1, 5, 1, 9), "1", "60");
        assertThat(SwfText.read(text).workload().dependencies()).isNull();
        assertThat(notes(SwfText.read(text))).isEmpty();
    }

    @Test
    void aJobFollowsTheLastEarlierLineOfThatNumber() {
        ImportedTrace trace =
                SwfText.read(
                        HEADER
                                + job(1, 0, 5, 1, 9)
                                + job(1, 1, 5, 1, 9)
                                + after(job(2, 2, 5, 1, 9), "1", "60")
                                + after(job(3, 3, 5, 1, 9), "2", "-1")
                                + after(job(4, 4, 5, 1, 9), "5", "0")
                                + job(5, 5, 5, 1, 9),
                        KEPT);
        Dependencies links = Objects.requireNonNull(trace.workload().dependencies());
        assertThat(links.preceding(2)).isEqualTo(1);
        assertThat(links.thinkMillis(2)).isEqualTo(60_000);
        assertThat(links.preceding(4)).isEqualTo(-1);
        assertThat(links.linkCount()).isEqualTo(1);
        assertThat(links.job(0)).isEqualTo(3);
        assertThat(links.predecessor(0)).isEqualTo(2);
        assertThat(links.condition(0)).isEqualTo(Condition.LEFT);
        assertThat(notes(trace))
                .containsExactly(
                        "repaired 1 preceding-unknown",
                        "noted 1 follows",
                        "noted 1 think-unknown",
                        "noted 1 id-not-ascending");
    }

    @Test
    void rowsAreThoseAfterSorting() {
        ImportedTrace trace =
                SwfText.read(
                        HEADER + job(1, 50, 5, 1, 9) + after(job(2, 20, 5, 1, 9), "1", "7"), KEPT);
        Dependencies links = Objects.requireNonNull(trace.workload().dependencies());
        assertThat(links.preceding(0)).isEqualTo(1); // job 2 stands first by its logged time
    }

    @Test
    void aThinkTimeBeyondReasonIsLeftOut() {
        ImportedTrace trace =
                SwfText.read(
                        HEADER
                                + job(1, 0, 5, 1, 9)
                                + after(job(2, 1, 5, 1, 9), "1", "9000000000000000"),
                        KEPT);
        assertThat(notes(trace)).contains("skipped 1 beyond-range");
    }
}
