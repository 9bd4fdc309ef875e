package dandori.scenario.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The issues found so far, each once; of more than {@link #MOST}, how many more there are. */
public final class Issues {

    /** How many issues are kept. */
    public static final int MOST = 1_000;

    private final Set<Issue> found = new LinkedHashSet<>();
    private int more;

    /** Begins with none. */
    public Issues() {}

    /** Notes an issue with a node. */
    public void add(Node at, String message, @Nullable String maybe) {
        add(at.path(), at.line(), message, maybe);
    }

    /** Notes an issue at a path and line. */
    public void add(String path, int line, String message, @Nullable String maybe) {
        if (found.size() < MOST) {
            found.add(new Issue(path, line, message, maybe));
        } else {
            more++;
        }
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How many issues there are. */
    public int count() {
        return found.size() + more;
    }

    /**
     * The issues, in order of line, and of one line in the order in which they were found; the last
     * says how many more there are, if there are more.
     */
    public List<Issue> list() {
        List<Issue> list = new ArrayList<>(found);
        list.sort(Comparator.comparingInt(Issue::line));
        if (more > 0) {
            String rest = String.format(Locale.ROOT, "there are %,d more problems.", more);
            list.add(new Issue("", list.get(list.size() - 1).line(), rest, null));
        }
        return list;
    }
}
