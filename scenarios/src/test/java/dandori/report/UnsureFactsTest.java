package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.experiment.CampaignStudies;
import dandori.experiment.Studies;
import dandori.machine.Certainty;
import dandori.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a study goes by though nobody has looked it up. */
class UnsureFactsTest {

    private static final String KNOWN =
            Studies.SMALL
                    .replace(
                            "west: {nodes: 16, unit: accelerator}",
                            "west: {from: catalogue/sakuraone}")
                    .replace(
                            "generate: {load: 0.6, nodes: {max: 16}}",
                            "generate: {load: 0.6, nodes: {max: 8}}");

    private static List<Assumption> of(String... settings) {
        return new UnsureFacts(Studies.scenario(KNOWN, settings)).list();
    }

    private static List<String> names(List<Assumption> all) {
        return all.stream().map(Assumption::what).toList();
    }

    @Test
    void aMachineWithoutAFileHasNone() {
        assertThat(new UnsureFacts(Studies.scenario(Studies.SMALL)).list()).isEmpty();
    }

    @Test
    void onlyWhatIsUsedAndNotLookedUp() {
        List<Assumption> all = of();

        assertThat(names(all))
                .allMatch(what -> what.startsWith("west: "))
                .noneMatch(what -> what.contains("power") || what.contains("memory"));
        assertThat(names(of("power={west: {busy: 8 kW}}")))
                .containsAll(names(all))
                .anyMatch(what -> what.contains("power"));
        assertThat(all)
                .allMatch(one ->
                        Certainty.named(one.certainty())
                                        .orElseThrow()
                                        .compareTo(Certainty.REMEMBERED_HIGH)
                                >= 0);
    }

    @Test
    void theSourceIsToldInFullWithItsNote() {
        assertThat(of("power={west: {busy: 8 kW}}"))
                .filteredOn(one -> one.what().equals("west: nodeTypes.gpu.power.busy"))
                .hasSize(1)
                .allSatisfy(one -> {
                    assertThat(one.value()).isEqualTo("8 kW");
                    assertThat(one.certainty()).isEqualTo("remembered-medium");
                    assertThat(one.source())
                            .endsWith("; 7 to 9 kW in training")
                            .doesNotStartWith("K;");
                });
    }

    @Test
    void whatIsTakenForCampaignsAndFailuresIsAmongThem() {
        Scenario scenario =
                Studies.scenario(
                        CampaignStudies.BY_HAND
                                .replace("    restart: 10s\n", "")
                                .replace("piece: 2min", "piece: 24h")
                                .replace(", bandwidth: 1 GB/s", ""),
                        "failures={one: {nodeMtbf: 1000d}}");

        List<Assumption> all = new CampaignAssumptions(scenario).list();

        assertThat(names(all))
                .containsExactly(
                        "one: repairs",
                        "one: writing of checkpoints",
                        "time until a job of a campaign trains");
        assertThat(all).allMatch(one -> one.certainty().equals("assumed"));
        String sentence = new CampaignAssumptions(scenario).sentence();
        assertThat(all).allMatch(one -> sentence.contains(one.value()));
    }
}
