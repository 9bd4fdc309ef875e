package dandori.cli;

import dandori.engine.Durations;
import dandori.metric.JobFigures;
import dandori.results.GroupFigures;
import dandori.sim.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the pools and the resource groups of a machine came to, in words. */
final class PoolText {

    private static final List<String> HEADINGS =
            List.of("Group", "Jobs", "Wait, mean", "Median", "p95", "Node hours", "Ended");

    private PoolText() {}

    /** A line for each pool, where there are several. */
    static void pools(StringBuilder text, Outcome outcome) {
        List<Outcome.PoolOutcome> pools = outcome.pools();
        int width = pools.stream().mapToInt(one -> one.pool().name().length()).max().orElse(0);
        for (int i = 0; pools.size() > 1 && i < pools.size(); i++) {
            Outcome.PoolOutcome one = pools.get(i);
            ReplayText.line(
                    text,
                    i == 0 ? "by pool" : "",
                    "%4.1f %%   %-" + width + "s   %,9d %ss",
                    100 * one.summary().utilization(),
                    one.pool().name(),
                    one.pool().nodes(),
                    one.machine().unit().text());
        }
    }

    /** A table of the groups that had jobs; nothing where there are no groups. */
    static void groups(StringBuilder text, Outcome outcome) {
        List<List<String>> rows = new ArrayList<>();
        boolean anyEnded = false;
        for (GroupFigures one : GroupFigures.of(outcome)) {
            JobFigures its = one.figures();
            if (its.jobs() > 0 || its.nodeMillis() > 0) {
                rows.add(row(one));
                anyEnded |= its.preempted() > 0;
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        text.append("\nWaits by resource group\n");
        int columns = anyEnded ? HEADINGS.size() : HEADINGS.size() - 1;
        rows.add(0, HEADINGS);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < columns; i++) {
                String pad = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? row.get(i) + pad : "   " + pad + row.get(i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        if (anyEnded) {
            text.append("  Ended: so that others could have their nodes.\n");
        }
    }

    private static List<String> row(GroupFigures one) {
        JobFigures its = one.figures();
        return List.of(
                one.group(),
                String.format(Locale.ROOT, "%,d", its.jobs()),
                ReplayText.span(its.meanWaitMillis()),
                ReplayText.span(its.medianWaitMillis()),
                ReplayText.span(its.p95WaitMillis()),
                String.format(
                        Locale.ROOT, "%,.0f", its.nodeMillis() / (double) Durations.HOUR_MILLIS),
                String.format(Locale.ROOT, "%,d", its.preempted()));
    }
}
