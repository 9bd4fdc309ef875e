package dandori.scenario;

import dandori.scenario.key.Times;
import dandori.scenario.text.Issue;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;

/** Tells at once of times that cannot be, or never come, where the date of time 0 is known. */
final class TimesChecks {

    private TimesChecks() {}

    /** Checks the times of a section, of which others than Times has been told already. */
    static void check(Node section, Times times, RunPlan plan, Issues issues) {
        if (plan.start() == null && times.needsDate()) {
            return; // a trace may say it
        }
        Issues found = new Issues();
        Outages.checkTimes(section.path(), times, plan.start(), found);
        for (Issue issue : found.list()) {
            issues.add(issue.path(), line(section, issue.path()), issue.message(), issue.maybe());
        }
    }

    /** The line of a key of a section or, where it has none such, its own. */
    private static int line(Node section, String path) {
        if (section instanceof Mapping keys) {
            for (Node value : keys.entries().values()) {
                if (value.path().equals(path)) {
                    return value.line();
                }
            }
        }
        return section.line();
    }
}
