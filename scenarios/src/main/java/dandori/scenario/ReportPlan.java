package dandori.scenario;

import java.util.List;

/**
 * What is shown, and where results go.
 *
 * @param by one table for each: {@code organization}, {@code nodesClass}
 * @param policies the policies to run and show, in this order; at least one
 * @param compareTo the policy with which the others are compared
 * @param metrics the columns of the tables of all jobs, by their names in {@code summary.json}; the
 *     first decides the answer. Empty: those that suit the study
 * @param figures which figures are drawn
 * @param folder the results folder, as the file has it
 * @param asParquet whether tables are written as Parquet files as well
 */
public record ReportPlan(
        List<String> by,
        List<String> policies,
        String compareTo,
        List<String> metrics,
        List<String> figures,
        String folder,
        boolean asParquet) {

    /** Keeps the lists. */
    public ReportPlan {
        by = List.copyOf(by);
        policies = List.copyOf(policies);
        metrics = List.copyOf(metrics);
        figures = List.copyOf(figures);
    }

    /** The same of other policies. */
    public ReportPlan of(List<String> others, String baseline) {
        return new ReportPlan(by, others, baseline, metrics, figures, folder, asParquet);
    }
}
