package dandori.web.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds jobs by what somebody types: those of that number first, then those whose number begins
 * with it, then those whose user or organization contains it; each in the order of the trace.
 */
public final class JobSearch {

    private static final int MOST_DIGITS = 18;

    private final Jobs jobs;
    private final long number; // −1 if none was typed
    private final long limit; // the first number that has more digits
    private final boolean[] users;
    private final boolean[] organizations;

    private JobSearch(Jobs jobs, String text) {
        this.jobs = jobs;
        boolean isNumber = text.matches("[0-9]{1," + MOST_DIGITS + "}");
        this.number = isNumber ? Long.parseLong(text) : -1;
        long above = 1;
        for (int i = 0; isNumber && i < text.length(); i++) {
            above *= 10;
        }
        this.limit = above;
        this.users = containing(jobs.users(), text);
        this.organizations = containing(jobs.organizations(), text);
    }

    /** How many jobs are found, and a description of the first ones, at most so many. */
    public static Map<String, Object> tree(Jobs jobs, String text, int most) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return Map.of("found", 0, "jobs", List.of());
        }
        return new JobSearch(jobs, typed).tree(most);
    }

    private Map<String, Object> tree(int most) {
        List<List<Integer>> byRank =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        long found = 0;
        for (int row = 0; row < jobs.rows; row++) {
            int rank = jobs.columns.stays[row] == 0 ? rank(row) : -1;
            if (rank >= 0) {
                found++;
                if (byRank.get(rank).size() < most) {
                    byRank.get(rank).add(row);
                }
            }
        }
        List<Map<String, @Nullable Object>> trees =
                byRank.stream()
                        .flatMap(List::stream)
                        .limit(most)
                        .map(row -> JobTree.of(jobs, row))
                        .toList();
        return Map.of("found", found, "jobs", trees);
    }

    /** How well a job fits, 0 best; −1 if it does not. */
    private int rank(int row) {
        long id = jobs.columns.ids[row];
        if (number >= 0 && id == number) {
            return 0;
        }
        if (number >= 0 && id >= limit) {
            long begin = id;
            while (begin >= limit) {
                begin /= 10;
            }
            if (begin == number) {
                return 1;
            }
        }
        boolean isNamed =
                users[jobs.columns.users[row]] || organizations[jobs.columns.organizations[row]];
        return isNamed ? 2 : -1;
    }

    private static boolean[] containing(List<String> names, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        boolean[] contain = new boolean[names.size()];
        for (int i = 0; i < contain.length; i++) {
            contain[i] = names.get(i).toLowerCase(Locale.ROOT).contains(wanted);
        }
        return contain;
    }
}
