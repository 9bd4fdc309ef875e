package dandori.web.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the list tells of a scenario. */
final class ScenarioHeadTest {

    private static ScenarioHead of(String text) {
        return ScenarioHead.of(text.lines().toList());
    }

    @Test
    void theQuestionAndThePoliciesThatArePlayed() {
        ScenarioHead head =
                of(
                        """
                        scenario: first
                        description: Who gains?
                        policies:
                          easy:
                            order:
                              use: fcfs
                        report:
                          by:
                            - organization
                          policies:
                            - easy
                            - "yes"
                          compareTo: easy
                        """);

        assertThat(head).isEqualTo(new ScenarioHead("Who gains?", List.of("easy", "yes")));
    }

    @Test
    void textsInQuotesAndOfSeveralLines() {
        assertThat(of("description: \"What: \\\"who\\\"?\"").description())
                .isEqualTo("What: \"who\"?");
        assertThat(of("description: 'it''s so: yes'").description()).isEqualTo("it's so: yes");
        assertThat(of("description: |-\n  One.\n  Two?\nmachines:\n  one: 1").description())
                .isEqualTo("One. Two?");
    }

    @Test
    void whatIsNoScenarioTellsNothing() {
        assertThat(of("")).isEqualTo(ScenarioHead.UNKNOWN);
        assertThat(of("policies:\n    - a\nreport: {policies: [a]}"))
                .isEqualTo(ScenarioHead.UNKNOWN);
    }
}
