package dandori.report;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Study;
import dandori.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Makes the report of an experiment with sweeps: what each variant came to. */
final class VariantsReport {

    private VariantsReport() {}

    static Report of(ExperimentResult result) {
        Scenario scenario = result.first().scenario();
        List<Section> sections = new ArrayList<>();
        List<Picture> pictures = new ArrayList<>();
        List<String> answer = new ArrayList<>();
        for (Study study : result.studies()) {
            String before = study.variant().text() + ": ";
            Report its = StudyReport.of(study);
            its.answer().stream().limit(1).forEach(first -> answer.add(before + first));
            for (Section section : its.sections()) {
                sections.add(
                        new Section(
                                before + section.title(),
                                section.table(),
                                section.lines(),
                                section.isBrief() && section == its.sections().get(0)));
            }
            for (Picture picture : its.pictures()) {
                pictures.add(new Picture(before + picture.title(), picture.svg()));
            }
        }
        String size = StudySize.of(result.first());
        return new Report(
                scenario.name(),
                scenario.description(),
                StudySize.ofVariants(result.studies().size()) + size,
                answer,
                sections,
                pictures);
    }
}
