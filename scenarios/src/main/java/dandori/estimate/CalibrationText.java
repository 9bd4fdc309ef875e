package dandori.estimate;

import dandori.training.Calibration;
import dandori.training.StepConstants;
import dandori.training.StepParameter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** A calibration as the section of a machine file. */
public final class CalibrationText {

    private static final String UNSEEN = "on steps that the fit had not seen";
    private static final MathContext DIGITS = new MathContext(4);

    private CalibrationText() {}

    /** The section. */
    public static String of(Calibration calibration) {
        StringBuilder text = new StringBuilder("calibration:\n");
        for (StepParameter parameter : StepParameter.values()) {
            line(text, parameter.text(), value(calibration.constants(), parameter), "fitted");
        }
        if (calibration.rowsOfOneNode() > 0) {
            line(text, Calibration.ROWS_OF_ONE, "" + calibration.rowsOfOneNode(), "counted");
            line(text, Calibration.ERROR_OF_ONE, percent(calibration.errorOfOneNode()), UNSEEN);
        }
        if (calibration.rowsOfSeveralNodes() > 0) {
            line(
                    text,
                    Calibration.ROWS_OF_SEVERAL,
                    "" + calibration.rowsOfSeveralNodes(),
                    "counted");
            line(
                    text,
                    Calibration.ERROR_OF_SEVERAL,
                    percent(calibration.errorOfSeveralNodes()),
                    UNSEEN);
        }
        return text.toString();
    }

    /** The source to be named in the file: {@code FIT: "…"}. */
    public static String source(List<String> sets, int steps) {
        String of = sets.isEmpty() ? "" : " (" + String.join(", ", sets) + ")";
        return "FIT: \"Fitted to %d measured steps%s by dandori estimate --calibrate; docs/models/training.md\""
                .formatted(steps, of);
    }

    private static void line(StringBuilder text, String key, String value, String note) {
        text.append("  %s: [%s, derived, FIT, %s]\n".formatted(key, value, note));
    }

    /** A constant as it stands in machine files, with four digits. */
    static String value(StepConstants constants, StepParameter parameter) {
        double value = constants.value(parameter);
        if (parameter.unit().isEmpty()) {
            return rounded(value);
        }
        return value < 1e-3 ? rounded(value * 1e6) + " us" : rounded(value * 1e3) + " ms";
    }

    private static String rounded(double value) {
        return new BigDecimal(value).round(DIGITS).toPlainString();
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }
}
