package dandori.report;

import dandori.experiment.ExperimentResult;
import dandori.experiment.Study;
import java.util.ArrayList;
import java.util.List;

/**
 * All variants of an experiment in one table: the values of the sweeps, then the policies under
 * them, then metrics of all jobs. A value that stands in the row above is not said again.
 *
 * @param result the experiment
 */
record SweepTable(ExperimentResult result) {

    /** The names of the sweeps, in order. */
    List<String> sweeps() {
        return List.copyOf(result.first().variant().values().keySet());
    }

    /** The table of some metrics. */
    Table of(List<Metric> metrics) {
        List<Column> columns = new ArrayList<>(valueColumns());
        List<String> policies = new ArrayList<>();
        result.studies().forEach(study -> policies.addAll(study.policies()));
        columns.add(Column.text("Policy", policies));
        for (Metric metric : metrics) {
            List<StudyTables.Cells> cells = new ArrayList<>();
            for (Study study : result.studies()) {
                for (StudyTables.Cells one : new StudyTables(study).ofAll(metric)) {
                    cells.add(one);
                }
            }
            columns.add(
                    StudyTables.column(
                            metric.heading(), metric, cells, StudyTables.largest(cells)));
        }
        return new Table(columns, sweeps().size() + 1);
    }

    private List<Column> valueColumns() {
        List<Column> columns = new ArrayList<>();
        for (String sweep : sweeps()) {
            columns.add(new Column(heading(sweep), "", true, new ArrayList<>(entries(sweep))));
        }
        return columns;
    }

    private List<Entry> entries(String sweep) {
        List<Entry> entries = new ArrayList<>();
        String before = "";
        for (Study study : result.studies()) {
            String path = pathTo(sweep, study);
            for (int policy = 0; policy < study.policies().size(); policy++) {
                boolean isNew = policy == 0 && !path.equals(before);
                String value = study.variant().values().getOrDefault(sweep, "");
                entries.add(Entry.text(isNew ? value : ""));
            }
            before = path;
        }
        return entries;
    }

    /** The values of the sweeps up to one. */
    private String pathTo(String sweep, Study study) {
        StringBuilder path = new StringBuilder();
        for (String name : sweeps()) {
            path.append(study.variant().values().get(name)).append('\n');
            if (name.equals(sweep)) {
                break;
            }
        }
        return path.toString();
    }

    /** A sweep's name as the heading of a column: the end of a path is enough. */
    static String heading(String sweep) {
        String last = sweep.substring(sweep.lastIndexOf('.') + 1);
        return last.isEmpty() ? sweep : Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }
}
