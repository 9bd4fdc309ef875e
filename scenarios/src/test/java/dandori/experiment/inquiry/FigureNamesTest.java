package dandori.experiment.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.experiment.CampaignStudies;
import dandori.experiment.Group;
import dandori.experiment.Studies;
import dandori.experiment.Study;
import dandori.scenario.inquiry.FigureNames;
import dandori.scenario.inquiry.Whose;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every figure that may be asked about is one that runs have. */
class FigureNamesTest {

    private static Set<String> measured(Study study, Group.Kind kind) {
        Set<String> names = new TreeSet<>();
        study.groups(kind).forEach(group -> names.addAll(study.figureNames(group)));
        return names;
    }

    @Test
    void runsHaveThem() throws InterruptedException {
        Study jobs =
                Studies.play(
                        Studies.scenario(
                                Studies.SMALL,
                                "run.seeds=1",
                                "run.explain=true",
                                "power={east: {busy: 400 W}, west: {busy: 1 kW}}"),
                        2,
                        null);
        Study campaigns =
                Studies.play(
                        Studies.scenario(CampaignStudies.BY_HAND, "run.explain=true"), 1, null);
        FigureNames.Has ofJobs = new FigureNames.Has(true, false, true);
        FigureNames.Has ofCampaigns = new FigureNames.Has(false, true, true);

        assertThat(measured(jobs, Group.Kind.ALL)).containsAll(FigureNames.of(Whose.ALL, ofJobs));
        assertThat(measured(jobs, Group.Kind.ORGANIZATION))
                .containsAll(FigureNames.of(Whose.ORGANIZATION, ofJobs));
        assertThat(measured(jobs, Group.Kind.MACHINE))
                .containsAll(FigureNames.of(Whose.MACHINE, ofJobs));
        assertThat(measured(campaigns, Group.Kind.ALL))
                .containsAll(FigureNames.of(Whose.ALL, ofCampaigns));
        assertThat(measured(campaigns, Group.Kind.MACHINE))
                .containsAll(FigureNames.of(Whose.MACHINE, ofCampaigns));
        assertThat(measured(campaigns, Group.Kind.CAMPAIGN))
                .containsAll(FigureNames.of(Whose.CAMPAIGN, ofCampaigns));
    }
}
