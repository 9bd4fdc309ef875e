package dandori.estimate;

import dandori.estimate.CalibrationReport.Group;
import dandori.training.StepParameter;
import java.util.Locale;
import java.util.function.Predicate;

/** Tables of calibrations, in Markdown. */
public final class CalibrationTables {

    private CalibrationTables() {}

    /** The error of each set of measurements, and of all together. */
    public static String errors(CalibrationReport report) {
        StringBuilder text =
                new StringBuilder(
                        "| set | machine | nodes | steps | step unseen | machine unseen |\n");
        text.append("|---|---|---|---|---|---|\n");
        for (Group group : report.groups()) {
            row(
                    text,
                    group.set() + " | " + group.machine(),
                    group.isMultiNode(),
                    report,
                    CalibrationReport.in(group));
        }
        Predicate<CaseRow> several = CalibrationReport::isMulti;
        row(text, "all | all", true, report, several);
        row(text, "all | all", false, report, several.negate());
        return text.toString();
    }

    private static void row(
            StringBuilder text,
            String name,
            boolean isMulti,
            CalibrationReport report,
            Predicate<CaseRow> wanted) {
        text.append("| ").append(name).append(" | ").append(isMulti ? "several" : "one");
        text.append(" | ").append(report.count(wanted));
        text.append(" | ").append(percent(report.unseen(wanted)));
        text.append(" | ").append(percent(report.unseenMachine(wanted))).append(" |\n");
    }

    /** The constants of each machine. */
    public static String constants(Calibrating calibrating) {
        StringBuilder text = new StringBuilder("| constant |");
        calibrating.machines().forEach(machine -> text.append(' ').append(machine).append(" |"));
        text.append(" all |\n|---|").append("---|".repeat(calibrating.machines().size() + 1));
        text.append('\n');
        var constants = calibrating.machines().stream().map(calibrating::constants).toList();
        var pooled = calibrating.pooled();
        for (StepParameter parameter : StepParameter.values()) {
            text.append("| ").append(parameter.text()).append(" |");
            constants.forEach(of ->
                    text.append(' ').append(CalibrationText.value(of, parameter)).append(" |"));
            text.append(' ').append(CalibrationText.value(pooled, parameter)).append(" |\n");
        }
        return text.toString();
    }

    private static String percent(double part) {
        return Double.isNaN(part) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }
}
