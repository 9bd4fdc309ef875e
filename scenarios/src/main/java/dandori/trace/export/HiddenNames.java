package dandori.trace.export;

import dandori.trace.LoggedJob;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pseudonyms of one kind of names, and how many there are. Memory: that of the names. */
final class HiddenNames {

    /** What those with few jobs become. */
    static final long OTHERS = 0;

    private final NameKind kind;
    private final Pseudonyms pseudonyms;
    private final long leastJobs;
    private final Map<String, long[]> jobsOf; // by name; counted before
    private final Map<String, Long> numbers = new HashMap<>();
    private final Set<Long> given = new HashSet<>();
    private long merged;
    private long collisions;

    HiddenNames(NameKind kind, Pseudonyms pseudonyms, long leastJobs, Map<String, long[]> jobsOf) {
        this.kind = kind;
        this.pseudonyms = pseudonyms;
        this.leastJobs = leastJobs;
        this.jobsOf = jobsOf;
    }

    void hide(LoggedJob job) {
        String name = kind.of(job);
        if (name == null) {
            kind.put(job, -1);
            return;
        }
        Long number = numbers.get(name);
        if (number == null) {
            number = isRare(jobsOf.get(name)) ? OTHERS : pseudonyms.number(kind.text(), name);
            numbers.put(name, number);
            merged += number == OTHERS ? 1 : 0;
            collisions += !given.add(number) && number != OTHERS ? 1 : 0;
        }
        kind.put(job, number);
    }

    private boolean isRare(long @Nullable [] jobs) {
        return leastJobs > 1 && kind.isMerged() && (jobs == null || jobs[0] < leastJobs);
    }

    NameKind kind() {
        return kind;
    }

    /** How many names were hidden. */
    long nameCount() {
        return numbers.size();
    }

    /** How many numbers stand in their place. */
    long numberCount() {
        return given.size();
    }

    /** How many of them became one, since each has few jobs. */
    long mergedCount() {
        return merged;
    }

    /** How many share a number with another by chance. */
    long collisionCount() {
        return collisions;
    }
}
