package dandori.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A backfill that holds places for jobs needs a placement that gives them. */
class HeldPlacesTest {

    private static final String HOLDS =
            Reading.RIGHT.replace("backfill: easy", "backfill: identity-easy");

    @Test
    void aPlacementThatIsLeftOutGivesPlaces() {
        Scenario scenario = Reading.scenario(HOLDS);
        assertThat(scenario.policies().get(0).placements().get("one").use()).isEqualTo("first-fit");
        Scenario counts = Reading.scenario(Reading.RIGHT);
        assertThat(counts.policies().get(0).placements().get("one").use()).isEqualTo("count");
    }

    @Test
    void oneThatOnlyCountsIsRefused() {
        assertThat(
                        Reading.issues(
                                HOLDS.replace(
                                        "identity-easy}", "identity-easy, placement: count}")))
                .containsExactly(
                        "policies.easy.placement (line 8): 'count' gives jobs no places, but"
                                + " 'identity-easy' holds places for jobs.\n"
                                + "Maybe leave 'placement' out: it is then 'first-fit' on 'one'.");
    }
}
