package dandori.estimate;

import dandori.training.StepConstants;
import dandori.training.StepFit;
import dandori.training.StepMeasurement;
import dandori.training.StepValidation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fits the machines of a table to what was measured on them. Lines that cannot be are left out, and
 * told; lines that do not say how the model was spread are left out.
 */
public final class Calibrating {

    private final List<CaseRow> used = new ArrayList<>();
    private final List<CaseRow> impossible = new ArrayList<>();
    private final Map<String, List<StepMeasurement>> measured = new LinkedHashMap<>();
    private final Map<String, StepConstants> starts = new LinkedHashMap<>();

    /** Takes the measured lines of a table, machine by machine. */
    public Calibrating(CaseTable table) {
        for (CaseRow row : table.rows()) {
            StepMeasurement measurement = row.measurement();
            if (measurement != null && measurement.isImpossible()) {
                impossible.add(row);
            } else if (measurement != null && !row.isSearched()) {
                used.add(row);
                measured.computeIfAbsent(row.machine(), machine -> new ArrayList<>())
                        .add(measurement);
            }
        }
        measured.forEach((machine, steps) ->
                starts.put(machine, StepFit.start(machine, steps.size(), measured)));
    }

    /** The machines, in the order in which the table names them. */
    public List<String> machines() {
        return List.copyOf(measured.keySet());
    }

    /** Lines whose time would need more than the accelerators' peak. */
    public List<CaseRow> impossible() {
        return List.copyOf(impossible);
    }

    /** The lines that are fitted to. */
    public List<CaseRow> used() {
        return List.copyOf(used);
    }

    /** The constants of a machine. */
    public StepConstants constants(String machine) {
        return StepFit.of(steps(machine), start(machine));
    }

    /** The constants of all machines as if they were one. */
    public StepConstants pooled() {
        return StepFit.pooled(measured);
    }

    /**
     * The error on each line used when its half, or its configuration, is left out of the fit of
     * its machine: the mean over so many splits.
     */
    public double[][] unseenErrors(int seeds) {
        double[][] errors = new double[seeds][];
        for (int seed = 0; seed < seeds; seed++) {
            Map<String, double[]> byMachine = new LinkedHashMap<>();
            for (String machine : machines()) {
                byMachine.put(
                        machine, StepValidation.errors(steps(machine), start(machine), seed + 1L));
            }
            errors[seed] = inOrder(byMachine);
        }
        return errors;
    }

    /** The error on each line used when its machine is left out of the fit altogether. */
    public double[] unseenMachineErrors() {
        Map<String, double[]> byMachine = new LinkedHashMap<>();
        for (String machine : machines()) {
            Map<String, List<StepMeasurement>> others = new LinkedHashMap<>(measured);
            others.remove(machine);
            StepConstants constants =
                    others.isEmpty() ? StepConstants.START : StepFit.pooled(others);
            byMachine.put(
                    machine,
                    steps(machine).stream().mapToDouble(step -> step.error(constants)).toArray());
        }
        return inOrder(byMachine);
    }

    /** The sets of the lines used of a machine, in order. */
    public List<String> setsOf(String machine) {
        Set<String> sets = new LinkedHashSet<>();
        used.stream()
                .filter(row -> row.machine().equals(machine) && !row.set().isEmpty())
                .forEach(row -> sets.add(row.set()));
        return List.copyOf(sets);
    }

    /** The steps that were measured on a machine. */
    public List<StepMeasurement> steps(String machine) {
        return measured.getOrDefault(machine, List.of());
    }

    private StepConstants start(String machine) {
        return starts.getOrDefault(machine, StepConstants.START);
    }

    private double[] inOrder(Map<String, double[]> byMachine) {
        Map<String, Integer> next = new LinkedHashMap<>();
        double[] errors = new double[used.size()];
        for (int i = 0; i < errors.length; i++) {
            String machine = used.get(i).machine();
            int at = next.merge(machine, 1, Integer::sum) - 1;
            errors[i] = byMachine.getOrDefault(machine, new double[0])[at];
        }
        return errors;
    }

    /** The mean of some errors; NaN of none. */
    static double mean(double[] errors) {
        return Arrays.stream(errors).average().orElse(Double.NaN);
    }
}
