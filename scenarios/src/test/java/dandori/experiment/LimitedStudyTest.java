package dandori.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Studies in which some may have no more. */
class LimitedStudyTest {

    private static Study play(String limits) throws InterruptedException {
        String text =
                Studies.SMALL.replace(
                        "plain: {backfill: none}",
                        "plain: {limits: {organizations: {big: {" + limits + "}}}}");
        Study study = Studies.play(Studies.scenario(text), 2, null);
        assertThat(study.failures()).isEmpty();
        return study;
    }

    @Test
    void whatIsRefusedWasDemandedAllTheSame() throws InterruptedException {
        Study study = play("nodesAtOnce: 2");
        Group big = Group.organization("big");

        assertThat(study.spread("plain", big, "rejected").min()).isPositive();
        assertThat(study.figures("plain", big, "demanded_node_hours"))
                .isEqualTo(study.figures("easy", big, "demanded_node_hours"));
    }

    @Test
    void aBudgetThatCarriesNearlyAllOverIsReckonedAtOnce() throws InterruptedException {
        Study study = play("nodeHoursPerDay: 900, carryOver: 0.999999999999");

        assertThat(study.spread("plain", Group.ALL, "rejected").max()).isZero();
        assertThat(study.spread("plain", Group.organization("big"), "delivered_node_hours").max())
                .isLessThan(
                        study.spread("easy", Group.organization("big"), "delivered_node_hours")
                                .max());
    }
}
