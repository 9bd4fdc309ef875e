package dandori.scenario.text;

import java.util.List;

/** A scenario cannot be used; the message lists every issue, fit for a user. */
public final class ScenarioException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;

    /**
     * Lists the issues of a file.
     *
     * @param file its name, as the user gave it
     * @param issues at least one
     */
    public ScenarioException(String file, List<Issue> issues) {
        super(text(file, issues));
        this.issues = List.copyOf(issues);
    }

    /** What is wrong, in order of line. */
    public List<Issue> issues() {
        return issues;
    }

    private static String text(String file, List<Issue> issues) {
        StringBuilder text = new StringBuilder(file).append(" has ");
        text.append(issues.size() == 1 ? "1 problem." : issues.size() + " problems.");
        for (Issue issue : issues) {
            text.append("\n\n  ").append(issue.text().replace("\n", "\n  "));
        }
        return text.toString();
    }
}
