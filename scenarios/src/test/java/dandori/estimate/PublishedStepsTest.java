package dandori.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.catalogue.Catalogue;
import dandori.training.Calibration;
import dandori.training.MemoryNeed;
import dandori.training.PooledConstants;
import dandori.training.StepConstants;
import dandori.training.StepParameter;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The model of training steps against 951 steps that were published: how far it is off on those
 * that its fit has not seen.
 */
class PublishedStepsTest {

    private static final int SPLITS = 20;
    private static final Predicate<CaseRow> SEVERAL = CalibrationReport::isMulti;

    private static CaseTable table;
    private static Calibrating calibrating;
    private static CalibrationReport report;

    @BeforeAll
    static void fit() {
        table = CaseTable.read(Shared.file("training/measured-iterations.csv"));
        calibrating = new Calibrating(table);
        report = new CalibrationReport(calibrating, SPLITS);
    }

    @Test
    void stepsThatTheFitHasNotSeenArePredicted() {
        assertThat(report.unseen(SEVERAL)).as("several nodes").isLessThan(0.060);
        assertThat(report.unseen(SEVERAL.negate())).as("one node").isLessThan(0.047);
    }

    @Test
    void machinesThatTheFitHasNotSeenArePredicted() {
        assertThat(report.unseenMachine(SEVERAL)).as("several nodes").isLessThan(0.16);
        assertThat(report.unseenMachine(SEVERAL.negate())).as("one node").isLessThan(0.15);
    }
}
