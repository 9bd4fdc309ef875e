package dandori.training;

import dandori.machine.Facts;
import dandori.machine.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a machine is calibrated by.
 *
 * @param constants its own, or those of all measured machines
 * @param isOwn whether they were fitted to steps that were measured on it
 * @param errorOfOneNode mean error on steps of one node that the fit had not seen, or, if it is not
 *     its own, on machines that the fit had not seen; NaN if unknown
 * @param rowsOfOneNode how many such steps there were
 * @param errorOfSeveralNodes the same of several nodes
 * @param rowsOfSeveralNodes how many such steps there were
 */
public record Calibration(
        StepConstants constants,
        boolean isOwn,
        double errorOfOneNode,
        int rowsOfOneNode,
        double errorOfSeveralNodes,
        int rowsOfSeveralNodes) {

    /** Key of {@link #errorOfOneNode} in machine files. */
    public static final String ERROR_OF_ONE = "errorOfOneNode";

    /** Key of {@link #rowsOfOneNode} in machine files. */
    public static final String ROWS_OF_ONE = "rowsOfOneNode";

    /** Key of {@link #errorOfSeveralNodes} in machine files. */
    public static final String ERROR_OF_SEVERAL = "errorOfSeveralNodes";

    /** Key of {@link #rowsOfSeveralNodes} in machine files. */
    public static final String ROWS_OF_SEVERAL = "rowsOfSeveralNodes";

    /**
     * The calibration of a machine: what its file says, and for constants that it leaves out those
     * of all measured machines.
     */
    public static Calibration of(Machine machine) {
        Facts facts = machine.specification().calibration();
        List<Double> values = new ArrayList<>();
        boolean isOwn = true;
        for (StepParameter parameter : StepParameter.values()) {
            OptionalDouble value = facts.value(parameter.text());
            isOwn &= value.isPresent();
            values.add(value.orElse(PooledConstants.VALUES.value(parameter)));
        }
        if (!isOwn) {
            Calibration others = PooledConstants.OF_OTHERS;
            return new Calibration(
                    StepConstants.of(values),
                    false,
                    others.errorOfOneNode,
                    others.rowsOfOneNode,
                    others.errorOfSeveralNodes,
                    others.rowsOfSeveralNodes);
        }
        return new Calibration(
                StepConstants.of(values),
                true,
                facts.value(ERROR_OF_ONE).orElse(Double.NaN),
                (int) facts.value(ROWS_OF_ONE).orElse(0),
                facts.value(ERROR_OF_SEVERAL).orElse(Double.NaN),
                (int) facts.value(ROWS_OF_SEVERAL).orElse(0));
    }
}
