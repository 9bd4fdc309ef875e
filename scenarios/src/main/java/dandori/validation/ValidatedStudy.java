package dandori.validation;

import java.util.List;

/**
 * What the runs of a study came to.
 *
 * @param study the study
 * @param figures its figures, run by run
 */
public record ValidatedStudy(PublishedStudy study, List<ComparedFigure> figures) {

    /** Keeps the figures. */
    public ValidatedStudy {
        figures = List.copyOf(figures);
    }

    /** Whether every figure is as it should be, or was skipped. */
    public boolean holds() {
        return figures.stream().allMatch(figure -> figure.verdict().holds());
    }

    /** Whether some figure was not compared. */
    public boolean isSkipped() {
        return figures.stream().anyMatch(figure -> figure.verdict() == Verdict.SKIPPED);
    }
}
