package dandori.scenario.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known name that was probably meant.
 *
 * <p>By optimal string alignment distance (Damerau 1964; insertions, deletions, replacements and
 * swaps of neighbours), regardless of case, hyphens and underscores; a name is near if a third of
 * its letters at most differ, and at least one may. O(length²) a name.
 */
public final class NearestName {

    private static final int LONGEST = 60;
    private static final int LISTED = 16;

    private NearestName() {}

    /** The nearest of the known names, the first of equals; empty if none is near. */
    public static Optional<String> of(String name, Collection<String> known) {
        String wanted = plain(name);
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            String plain = plain(candidate);
            int allowed = Math.max(1, Math.max(plain.length(), wanted.length()) / 3);
            boolean isCompared =
                    wanted.length() <= LONGEST
                            && Math.abs(plain.length() - wanted.length()) <= allowed;
            int distance = isCompared ? distance(wanted, plain) : Integer.MAX_VALUE;
            if (distance <= allowed && distance < least && distance < plain.length()) {
                least = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /**
     * The rest of a sentence that begins with <em>Maybe</em>: the nearest name and the known ones.
     */
    public static @Nullable String maybe(String name, Collection<String> known) {
        Optional<String> nearest = of(name, known);
        if (known.isEmpty()) {
            return null;
        }
        if (known.size() == 1) {
            return "'" + known.iterator().next() + "'.";
        }
        String list = list(known);
        return nearest.map(near -> "'" + near + "'. Known: " + list).orElse("one of: " + list);
    }

    /** The names with commas between, the first sixteen. */
    private static String list(Collection<String> names) {
        String list = String.join(", ", names.stream().limit(LISTED).toList());
        return names.size() > LISTED ? list + ", …" : list + ".";
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = cost[i - 1][j - 1] + (same ? 0 : 1);
        least = Math.min(least, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
