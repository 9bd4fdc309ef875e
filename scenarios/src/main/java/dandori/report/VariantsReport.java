package dandori.report;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Study;
import dandori.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the report of an experiment with sweeps: all variants in one table, metrics over the swept
 * values, what no other choice beats; then, of a few variants, each by itself.
 */
final class VariantsReport {

    private static final int TOLD = 4; // variants of which each is told by itself
    private static final int ANSWERED = 6; // variants of which each has a sentence

    private final ExperimentResult result;
    private final List<Section> sections = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();

    private VariantsReport(ExperimentResult result) {
        this.result = result;
    }

    static Report of(ExperimentResult result) {
        return new VariantsReport(result).report();
    }

    private Report report() {
        Study first = result.first();
        Scenario scenario = first.scenario();
        List<Metric> metrics = StudyReport.first(first);
        SweepTable table = new SweepTable(result);
        sections.add(
                new Section(
                        "All jobs, by " + String.join(" and ", table.sweeps()),
                        table.of(metrics),
                        List.of(StudyReport.legend(first)),
                        true));
        pictures.addAll(new SweepPictures(result).of(metrics));
        ParetoFront front = ParetoFront.of(result);
        if (front.isOfUse()) {
            sections.add(new ParetoReport(front).section());
            pictures.add(new ParetoReport(front).picture());
        }
        if (result.studies().size() <= TOLD) {
            result.studies().forEach(this::tell);
        }
        return new Report(
                scenario.name(),
                scenario.description(),
                StudySize.ofVariants(result.studies().size()) + StudySize.of(first),
                answer(),
                sections,
                pictures);
    }

    private List<String> answer() {
        List<String> answer = new ArrayList<>(new VariantsAnswer(result).sentences());
        for (Study study : result.studies()) {
            if (result.studies().size() <= ANSWERED) {
                new Answer(study)
                        .sentences().stream()
                                .limit(1)
                                .forEach(one -> answer.add(study.variant().text() + ": " + one));
            }
        }
        return answer;
    }

    /** All that a variant's own report says, below its own name. */
    private void tell(Study study) {
        String before = study.variant().text() + ": ";
        Report its = StudyReport.of(study);
        for (Section section : its.sections()) {
            sections.add(
                    new Section(before + section.title(), section.table(), section.lines(), false));
        }
        for (Picture picture : its.pictures()) {
            pictures.add(new Picture(before + picture.title(), picture.svg()));
        }
    }
}
