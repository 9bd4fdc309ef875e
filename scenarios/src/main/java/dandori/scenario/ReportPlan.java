package dandori.scenario;

import java.util.List;

/**
 * What is shown, and where results go.
 *
 * @param by one table for each: {@code organization}, {@code nodesClass}
 * @param policies the policies to run and show, in this order; at least one
 * @param compareTo the policy with which the others are compared
 * @param folder the results folder, as the file has it
 * @param asParquet whether each simulation's tables are written as Parquet files as well
 */
public record ReportPlan(
        List<String> by,
        List<String> policies,
        String compareTo,
        String folder,
        boolean asParquet) {

    /** Keeps the lists. */
    public ReportPlan {
        by = List.copyOf(by);
        policies = List.copyOf(policies);
    }
}
