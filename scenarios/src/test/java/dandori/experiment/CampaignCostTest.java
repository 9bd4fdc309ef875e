package dandori.experiment;

import static dandori.experiment.CampaignStudies.BY_HAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.catalogue.Catalogue;
import dandori.machine.Certainty;
import dandori.machine.Machine;
import dandori.machine.NodeHour;
import dandori.report.Section;
import dandori.report.StudyReport;
import dandori.results.CampaignCost;
import org.junit.jupiter.api.Test;

/** Energy and money that campaigns take. */
class CampaignCostTest {

    private static final double NODE_HOURS = 8 * 145 / 3600.0; // of the chain by hand

    private static Study onMachine(String name) throws InterruptedException {
        return Studies.play(
                Studies.scenario(BY_HAND, "machines.one={from: catalogue/" + name + ", nodes: 8}"),
                1,
                null);
    }

    private static CampaignCost cost(Study study) {
        return CampaignCost.of(study.results().get(0).campaigns().get(0));
    }

    @Test
    void nodeTimeTimesWhatANodeTakes() throws InterruptedException {
        Study study = onMachine("sakura-hokkaido");
        Group tiny = new Group(Group.Kind.CAMPAIGN, "tiny");

        // 8 kW, a tenth more for network and storage, and a tenth of that for cooling
        double energy = NODE_HOURS * 8 * 1.1 * 1.1;
        assertThat(cost(study).kilowattHours()).isCloseTo(energy, within(1e-9));
        assertThat(cost(study).yen()).isCloseTo(NODE_HOURS * 8 * 2990, within(1e-6));
        assertThat(cost(study).energyCertainty()).isEqualTo("remembered-low");
        assertThat(cost(study).priceCertainty()).isEqualTo("second-hand");
        assertThat(study.figures("easy", tiny, "energy_kwh").get(0).value())
                .isEqualTo(cost(study).kilowattHours());
        assertThat(study.figures("easy", tiny, "cost_yen").get(0).value())
                .isEqualTo(cost(study).yen());
    }

    @Test
    void whatNobodyPublishedIsNotMadeUp() throws InterruptedException {
        Study study = onMachine("vela"); // no power of a node, no site, no price

        assertThat(cost(study).kilowattHours()).isCloseTo(NODE_HOURS * 8 * 0.4, within(1e-9));
        assertThat(cost(study).yen()).isNaN();
        assertThat(cost(study).priceCertainty()).isEmpty();
        Section said =
                StudyReport.of(study).sections().stream()
                        .filter(section -> section.title().equals("What do campaigns take?"))
                        .findFirst()
                        .orElseThrow();
        assertThat(said.lines())
                .containsExactly(
                        "Energy, of a node and its part of the site: 3.20 kW (remembered-high, ≥: its"
                                + " accelerators alone, no cooling).",
                        "Price of a node and an hour: not published.");
    }

    @Test
    void whereNothingIsKnownNothingIsSaid() throws InterruptedException {
        Study study = Studies.play(Studies.scenario(BY_HAND), 1, null);

        assertThat(cost(study).kilowattHours()).isNaN();
        assertThat(StudyReport.of(study).sections())
                .noneMatch(section -> section.title().startsWith("What do campaigns take"));
    }

    @Test
    void anHourOfANode() {
        NodeHour fugaku = NodeHour.of(Catalogue.machine("fugaku"));
        NodeHour eagle = NodeHour.of(Catalogue.machine("azure-eagle"));
        NodeHour tsubame = NodeHour.of(Catalogue.machine("tsubame-4"));

        assertThat(fugaku.kilowattHours()).hasValue(0.188 * 1.15);
        assertThat(fugaku.isEnergyAtLeast()).isFalse();
        assertThat(fugaku.yen()).isEmpty();
        assertThat(eagle.kilowattHours()).hasValue(8);
        assertThat(eagle.isEnergyAtLeast()).isTrue();
        assertThat(eagle.isOfAcceleratorsAlone()).isFalse();
        assertThat(tsubame.yen()).hasValue(275);
        assertThat(tsubame.priceCertainty()).hasValue(Certainty.DERIVED);
        assertThat(NodeHour.of(Machine.flat("flat", 4)).kilowattHours()).isEmpty();
        assertThat(NodeHour.of(Catalogue.machine("ricc")).kilowattHours()).isEmpty();
    }
}
