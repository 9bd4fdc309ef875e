package dandori.scenario.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The issues found so far, each once; of more than {@link #MOST}, how many more there are.
 *
 * <p>One issue is another's equal if place and message are. Of long texts only the ends are kept.
 */
public final class Issues {

    /** How many issues are kept. */
    public static final int MOST = 1_000;

    /** How many pairs of names are compared; what is told of later ones lists known names only. */
    static final int MOST_COMPARED = 100_000;

    private static final int LONGEST_MESSAGE = 1_000;
    private static final int LONGEST_PATH = 200;

    private final Set<Issue> found = new HashSet<>(); // all of them, without what to try
    private final List<Issue> told = new ArrayList<>();
    private final boolean needsTraces;
    private long compared; // names with names

    /** Begins with none. */
    public Issues() {
        this(true);
    }

    private Issues(boolean needsTraces) {
        this.needsTraces = needsTraces;
    }

    /** Those of a scenario that has been played: its traces need not be there any more. */
    public static Issues ofPlayed() {
        return new Issues(false);
    }

    /** Whether they are of a scenario that has been played. */
    public boolean areOfPlayed() {
        return !needsTraces;
    }

    /** Notes that a node names a trace that is not there; no issue where it has been played. */
    public void addNoTrace(Node at, String message, @Nullable String maybe) {
        if (needsTraces) {
            add(at, message, maybe);
        }
    }

    /** Notes an issue with a node. */
    public void add(Node at, String message, @Nullable String maybe) {
        add(at.path(), at.line(), message, maybe);
    }

    /** Notes an issue at a path and line. */
    public void add(String path, int line, String message, @Nullable String maybe) {
        if (isToTell(path, line, message)) {
            tell(path, line, message, maybe);
        }
    }

    /**
     * Notes an issue with a name that is nobody's. The nearest of those that are known is looked
     * for only if the issue is among those that are told: files may hold thousands of both.
     *
     * @param name what stands there
     * @param known what might stand there
     */
    public void addUnknown(Node at, String message, String name, Collection<String> known) {
        if (isToTell(at.path(), at.line(), message)) {
            tell(at.path(), at.line(), message, maybe(name, known));
        }
    }

    /**
     * What might have been meant by a name that is nobody's, as the rest of a sentence that begins
     * with <em>Maybe</em>; null if nothing is known.
     */
    public @Nullable String maybe(String name, Collection<String> known) {
        boolean isSearched = compared < MOST_COMPARED && !isFull();
        compared += isSearched ? known.size() : 0;
        return NearestName.maybe(isSearched ? name : "", known);
    }

    /** How many pairs of names have been compared. */
    long compared() {
        return compared;
    }

    private boolean isToTell(String path, int line, String message) {
        boolean isNew =
                found.add(
                        new Issue(
                                ends(path, LONGEST_PATH),
                                line,
                                ends(message, LONGEST_MESSAGE),
                                null));
        return isNew && told.size() < MOST;
    }

    private void tell(String path, int line, String message, @Nullable String maybe) {
        told.add(
                new Issue(
                        ends(path, LONGEST_PATH),
                        line,
                        ends(message, LONGEST_MESSAGE),
                        maybe == null ? null : ends(maybe, LONGEST_MESSAGE)));
    }

    /** A text, or where it begins and ends if it is too long. */
    private static String ends(String text, int longest) {
        int half = longest / 2;
        return text.length() <= longest
                ? text
                : text.substring(0, half) + "…" + text.substring(text.length() - half);
    }

    /** Whether so many have been found that no other will be told, but only counted. */
    public boolean isFull() {
        return told.size() == MOST;
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How many issues there are. */
    public int count() {
        return found.size();
    }

    /**
     * The issues, in order of line, and of one line in the order in which they were found; the last
     * says how many more there are, if there are more.
     */
    public List<Issue> list() {
        List<Issue> list = new ArrayList<>(told);
        list.sort(Comparator.comparingInt(Issue::line));
        int more = found.size() - told.size();
        if (more > 0) {
            String rest = String.format(Locale.ROOT, "there are %,d more problems.", more);
            list.add(new Issue("", list.get(list.size() - 1).line(), rest, null));
        }
        return list;
    }
}
