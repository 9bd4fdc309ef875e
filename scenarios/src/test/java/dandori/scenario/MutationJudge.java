package dandori.scenario;

import dandori.scenario.Mutant.Change;
import dandori.scenario.key.CampaignSections;
import dandori.scenario.key.Kind;
import dandori.scenario.sweep.VariantReader;
import dandori.scenario.text.Issue;
import dandori.scenario.text.ScenarioException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads mutants and says of which the reader does not say what it must. */
final class MutationJudge {

    private final Path folder;
    private final List<String> faults = new ArrayList<>();
    private final Map<Change, Integer> refused = new TreeMap<>();
    private final Map<Change, Integer> read = new TreeMap<>();
    private final Set<String> said = new TreeSet<>();
    private String dropped = ""; // what was understood without the key

    /**
     * A judge.
     *
     * @param folder where files lie that scenarios name
     */
    MutationJudge(Path folder) {
        this.folder = folder;
    }

    /** What is wrong with the reader, a line for each mutant. */
    List<String> faults() {
        return faults;
    }

    /** All that the reader has said, and what it offered. */
    Set<String> said() {
        return said;
    }

    /** How many were read, and how many refused. */
    String counts() {
        return "read " + read + ", refused " + refused;
    }

    /**
     * Judges a mutant; of one key the one without it comes just before the one with its default.
     *
     * @return whether it was read
     */
    boolean judge(Mutant mutant) {
        List<Issue> issues = new ArrayList<>();
        String understood = understood(mutant, mutant.text(), issues);
        (issues.isEmpty() ? read : refused).merge(mutant.change(), 1, Integer::sum);
        for (Issue issue : issues) {
            said.add(issue.message());
            said.addAll(issue.maybe() == null ? Set.of() : Set.of(issue.maybe()));
            boolean speaks =
                    issue.message().matches("(?s).*[.?]")
                            && !issue.message().contains("Exception")
                            && issue.line() > 0
                            && issue.line() <= mutant.text().lines().count();
            if (!speaks) {
                fault(mutant, "says " + issue.text());
            }
        }
        boolean isRight =
                switch (mutant.change()) {
                    case DROPPED -> !mutant.key().isRequired() || names(mutant, issues);
                    case DEFAULTED -> isDefault(mutant, understood);
                    case DOUBLED -> tells(mutant, issues, "is given twice");
                    case MISSPELLED -> tellsNearest(mutant, issues);
                    case EMPTY -> isAsIfEmpty(mutant, understood) || tells(mutant, issues, "");
                    case NOBODY -> mayBeNew(mutant) || tells(mutant, issues, "");
                    case WRONG_TYPE, OUT_OF_RANGE, WRONG_UNIT -> tells(mutant, issues, "");
                };
        if (!isRight) {
            String first = issues.isEmpty() ? "nothing" : issues.get(0).text();
            fault(mutant, "tells " + first);
        }
        dropped = mutant.change() == Change.DROPPED ? understood : dropped;
        return issues.isEmpty();
    }

    private String understood(Mutant mutant, String text, List<Issue> issues) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Scenario scenario =
                    VariantReader.read("m.yaml", bytes, folder, List.of(), Reading.PARTS).first();
            return ScenarioText.of(scenario, Reading.PARTS);
        } catch (ScenarioException told) {
            issues.addAll(told.issues());
            return "";
        } catch (RuntimeException | StackOverflowError thrown) {
            throw new AssertionError(mutant + "\n" + text, thrown);
        }
    }

    private void fault(Mutant mutant, String what) {
        String line = mutant.line() == 0 ? "" : mutant.text().split("\n")[mutant.line() - 1];
        faults.add("%s [%s] %s".formatted(mutant, line.strip(), what.replace("\n", " / ")));
    }

    /** Whether an issue names the key that is not there. */
    private static boolean names(Mutant mutant, List<Issue> issues) {
        String name = "'" + mutant.key().name() + "'";
        return issues.stream().anyMatch(issue -> issue.message().contains(name));
    }

    /** Whether an issue stands at the key, with its line. */
    private static boolean tells(Mutant mutant, List<Issue> issues, String what) {
        return issues.stream()
                .filter(issue -> issue.path().startsWith(mutant.place()))
                .anyMatch(issue -> issue.line() == mutant.line() && issue.message().contains(what));
    }

    /** Whether the key that was meant is the first that is offered. */
    private static boolean tellsNearest(Mutant mutant, List<Issue> issues) {
        String name = "'" + mutant.key().name() + "'";
        return issues.stream()
                .filter(issue -> issue.path().equals(mutant.place()))
                .filter(issue -> issue.line() == mutant.line())
                .anyMatch(issue -> String.valueOf(issue.maybe()).startsWith(name));
    }

    /**
     * Whether leaving the key out means its default; unless its value is then that of another
     * policy or of the campaign, or one of both is refused.
     */
    private boolean isDefault(Mutant mutant, String understood) {
        boolean isInherited =
                mutant.section().equals(CampaignSections.VENUE.place())
                        || mutant.path().startsWith("policies.")
                                && mutant.text().contains("extends: ");
        return isInherited
                || dropped.isEmpty()
                || understood.isEmpty()
                || dropped.equals(understood);
    }

    /** Whether a section with nothing behind it is one without keys. */
    private boolean isAsIfEmpty(Mutant mutant, String understood) {
        if (mutant.key().kind() != Kind.SECTION || understood.isEmpty()) {
            return false;
        }
        String[] lines = mutant.text().split("\n");
        lines[mutant.line() - 1] += "{}";
        return understood.equals(understood(mutant, String.join("\n", lines), new ArrayList<>()));
    }

    /** Whether anybody may be named, since the file lists nobody, or a trace brings others. */
    private static boolean mayBeNew(Mutant mutant) {
        String name = mutant.key().name();
        String text = mutant.text();
        return name.equals("organization") && !text.contains("\norganizations:")
                || Set.of("users", "partitions").contains(name) && text.contains("trace:");
    }
}
