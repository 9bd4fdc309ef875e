package dandori.report;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Study;
import dandori.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** What the reports of searches and sensitivities have in common. */
final class InquiryReport {

    private InquiryReport() {}

    /**
     * A report.
     *
     * @param all what was played
     * @param answer the answer in sentences
     * @param sections what it rests on
     * @param pictures its figures
     * @param told the variants whose own report follows, for pages only
     */
    static Report of(
            ExperimentResult all,
            List<String> answer,
            List<Section> sections,
            List<Picture> pictures,
            List<Study> told) {
        List<Section> allSections = new ArrayList<>(sections);
        List<Picture> allPictures = new ArrayList<>(pictures);
        for (Study study : told) {
            String before = study.variant().text() + ": ";
            Report its = StudyReport.of(study);
            for (Section one : its.sections()) {
                allSections.add(new Section(before + one.title(), one.table(), one.lines(), false));
            }
            its.pictures()
                    .forEach(one -> allPictures.add(new Picture(before + one.title(), one.svg())));
        }
        Scenario scenario = all.first().scenario();
        return new Report(
                scenario.name(),
                scenario.description(),
                StudySize.ofVariants(all.studies().size()) + StudySize.of(all.first()),
                answer,
                allSections,
                allPictures);
    }
}
