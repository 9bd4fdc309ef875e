package dandori.rule;

import static dandori.story.Play.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.policy.backfill.LookAhead;
import dandori.story.Play;
import org.junit.jupiter.api.Test;

/** Whom look-ahead starts, by hand: A has five of ten nodes until 10. */
class LookAheadRulesTest {

    @Test
    void thoseStartWhichTogetherUseTheMostNodes() {
        // B, of all ten, waits until 10. EASY takes C and leaves a node idle; D and E use all five.
        assertThat(candidates(all("easy"))).isEqualTo("A 0-10 | C 1-6 | D 6-10 | E 6-10 | B 10-15");
        assertThat(candidates(all("los:50")))
                .isEqualTo("A 0-10 | D 1-5 | E 1-5 | C 5-10 | B 10-15");
    }

    @Test
    void onlyTheFirstAreLookedAt() {
        assertThat(candidates(all("los:2")))
                .isEqualTo("A 0-10 | C 1-6 | D 6-10 | E 6-10 | B 10-15");
    }

    @Test
    void whoOutlastsTheShadowTimeTakesNoMoreThanTheHeadLeavesOver() {
        // B, of seven, leaves three over. C and D, of twenty seconds, would use all five; C and E
        // do, and E ends by 10.
        Play play = on(10, "los:50").job("A", 0, 5, 10).job("B", 1, 7, 5);
        play.job("C", 1, 3, 20).job("D", 1, 2, 20).job("E", 1, 2, 9);
        assertThat(play.log()).isEqualTo("A 0-10 | C 1-21 | E 1-10 | B 10-15 | D 15-35");
    }

    @Test
    void ofEqualSetsThatWithTheFirstJobCounts() {
        Play play = all("los:50").job("C", 1, 3, 9).job("D", 1, 5, 9).job("E", 1, 2, 9);
        assertThat(play.log()).isEqualTo("A 0-10 | C 1-10 | E 1-10 | B 10-15 | D 15-24");
    }

    @Test
    void itLooksAtOneJobAtLeast() {
        assertThatThrownBy(() -> new LookAhead(0)).hasMessageContaining("lookahead (0)");
    }

    private static Play all(String backfill) {
        return on(10, backfill).job("A", 0, 5, 10).job("B", 1, 10, 5);
    }

    private static String candidates(Play play) {
        return play.job("C", 1, 4, 5).job("D", 1, 3, 4).job("E", 1, 2, 4).log();
    }
}
