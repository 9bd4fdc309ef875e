package dandori.estimate;

import dandori.training.Calibration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * How far calibrated machines are off, from the errors on each line that {@link Calibrating} found.
 * Of several splits the median of their means counts.
 */
public final class CalibrationReport {

    private final Calibrating calibrating;
    private final List<CaseRow> rows;
    private final double[][] unseen;
    private final double[] unseenMachine;

    /** A group of lines and its error. */
    public record Group(String set, String machine, boolean isMultiNode) {}

    /**
     * Splits so many times.
     *
     * @param calibrating the lines
     * @param seeds how many splits, at least 1
     */
    public CalibrationReport(Calibrating calibrating, int seeds) {
        this.calibrating = calibrating;
        rows = calibrating.used();
        unseen = calibrating.unseenErrors(seeds);
        unseenMachine = calibrating.unseenMachineErrors();
    }

    /** The groups that there are, in the order of the table, those of one node first. */
    public List<Group> groups() {
        return rows.stream()
                .map(row -> new Group(row.set(), row.machine(), isMulti(row)))
                .distinct()
                .toList();
    }

    /** How many lines are wanted. */
    public int count(Predicate<CaseRow> isWanted) {
        return (int) rows.stream().filter(isWanted).count();
    }

    /** The error on lines that the fit had not seen; NaN if there are none. */
    public double unseen(Predicate<CaseRow> isWanted) {
        double[] means =
                Arrays.stream(unseen).mapToDouble(one -> mean(one, isWanted)).sorted().toArray();
        int middle = means.length / 2;
        return means.length % 2 == 1 ? means[middle] : (means[middle - 1] + means[middle]) / 2;
    }

    /** The error on lines of machines that the fit had not seen; NaN if there are none. */
    public double unseenMachine(Predicate<CaseRow> isWanted) {
        return mean(unseenMachine, isWanted);
    }

    /** The calibration of a machine. */
    public Calibration calibration(String machine) {
        Predicate<CaseRow> here = row -> row.machine().equals(machine);
        Predicate<CaseRow> multi = CalibrationReport::isMulti;
        return new Calibration(
                calibrating.constants(machine),
                true,
                unseen(here.and(multi.negate())),
                count(here.and(multi.negate())),
                unseen(here.and(multi)),
                count(here.and(multi)));
    }

    /** Whether a line is of several nodes. */
    public static boolean isMulti(CaseRow row) {
        return row.what().parallelism().accelerators() > row.what().node().accelerators();
    }

    /** Whether a line belongs to a group. */
    public static Predicate<CaseRow> in(Group group) {
        return row ->
                row.set().equals(group.set())
                        && row.machine().equals(group.machine())
                        && isMulti(row) == group.isMultiNode();
    }

    private double mean(double[] errors, Predicate<CaseRow> isWanted) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < errors.length; i++) {
            if (isWanted.test(rows.get(i))) {
                sum += errors[i];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
