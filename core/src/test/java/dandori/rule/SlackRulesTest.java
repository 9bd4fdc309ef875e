package dandori.rule;

import static dandori.story.Play.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.policy.backfill.Slack;
import dandori.story.Play;
import org.junit.jupiter.api.Test;

/** Who may be put off, by hand: B, of all four nodes for five seconds, is promised 10. */
class SlackRulesTest {

    @Test
    void aJobMayBePutOffByItsSlack() {
        assertThat(play("slack:1").job("C", 2, 2, 12).log()).isEqualTo("A 0-10 | C 2-14 | B 14-19");
        assertThat(play("slack:1").job("C", 2, 2, 13).log()).isEqualTo("A 0-10 | C 2-15 | B 15-20");
    }

    @Test
    void butNotByMore() {
        assertThat(play("slack:1").job("C", 2, 2, 14).log())
                .isEqualTo("A 0-10 | B 10-15 | C 15-29");
        assertThat(play("slack:0").job("C", 2, 2, 12).log())
                .isEqualTo("A 0-10 | B 10-15 | C 15-27");
    }

    @Test
    void whatOneHasTakenOfTheSlackOthersCannot() {
        // At 10 there is room for D beside C until 14; with five seconds it would put B off to 16.
        Play three = play("slack:1").job("C", 2, 2, 12).job("D", 11, 2, 3);
        assertThat(three.log()).isEqualTo("A 0-10 | C 2-14 | D 11-14 | B 14-19");
        Play five = play("slack:1").job("C", 2, 2, 12).job("D", 11, 2, 5);
        assertThat(five.log()).isEqualTo("A 0-10 | C 2-14 | B 14-19 | D 19-24");
    }

    @Test
    void aNegativeFactorIsRefused() {
        assertThatThrownBy(() -> new Slack(-1, 1)).hasMessageContaining("factor (-1.0)");
    }

    private static Play play(String backfill) {
        return on(4, backfill).job("A", 0, 2, 10).job("B", 1, 4, 5);
    }
}
