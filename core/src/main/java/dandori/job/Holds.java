package dandori.job;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The jobs of a run that depend on others: who is held still, and who is never wanted.
 *
 * <p>Cost: O(1) a link, once; O(1) to ask.
 */
final class Holds {

    private final Dependencies links;
    private final int[] firstLink; // by predecessor, -1: none
    private final int[] nextLink; // by link: another of the same predecessor, or -1
    private final int[] open; // by row: links that hold it still, or that may let it go if one must
    private final BitSet settled = new BitSet(); // links
    private final BitSet withdrawn = new BitSet(); // rows
    private final BitSet outside = new BitSet(); // rows of series beyond the few
    private final int[] seriesOf; // by row, -1: none
    private final int[] reached; // by series: how many of its jobs are inside, or have been
    private final BitSet gone = new BitSet(); // rows that have left

    Holds(Dependencies links, int rows) {
        this.links = links;
        firstLink = new int[rows];
        seriesOf = new int[rows];
        open = new int[rows];
        Arrays.fill(firstLink, -1);
        Arrays.fill(seriesOf, -1);
        nextLink = new int[links.linkCount()];
        for (int link = links.linkCount() - 1; link >= 0; link--) {
            nextLink[link] = firstLink[links.predecessor(link)];
            firstLink[links.predecessor(link)] = link;
            open[links.job(link)]++;
        }
        List<Dependencies.Series> series = links.series();
        reached = new int[series.size()];
        for (int index = 0; index < reached.length; index++) {
            int[] members = series.get(index).rows();
            reached[index] = Math.min(members.length, series.get(index).most());
            for (int place = 0; place < members.length; place++) {
                seriesOf[members[place]] = index;
                outside.set(members[place], place >= reached[index]);
            }
        }
    }

    boolean isHeld(int job) {
        return open[job] > 0 || withdrawn.get(job) || outside.get(job);
    }

    boolean isWithdrawn(int job) {
        return withdrawn.get(job);
    }

    void started(int job) {
        for (int link = firstLink[job]; link >= 0; link = nextLink[link]) {
            if (links.condition(link) == Condition.STARTED) {
                settle(link, true);
            }
        }
    }

    void left(int job, JobState state) {
        for (int link = firstLink[job]; link >= 0; link = nextLink[link]) {
            boolean hasCompleted = state == JobState.COMPLETED;
            settle(
                    link,
                    switch (links.condition(link)) {
                        case LEFT, STARTED -> true;
                        case COMPLETED -> hasCompleted;
                        case NOT_COMPLETED -> !hasCompleted;
                    });
        }
        gone.set(job);
        if (seriesOf[job] >= 0 && !outside.get(job)) {
            letIn(seriesOf[job]);
        }
    }

    private void settle(int link, boolean isFulfilled) {
        if (settled.get(link)) {
            return;
        }
        settled.set(link);
        int job = links.job(link);
        boolean isEnough = links.needsAny(job);
        if (isFulfilled) {
            open[job] = isEnough ? 0 : open[job] - 1;
        } else if (!isEnough) {
            withdrawn.set(job);
        } else if (open[job] > 0) {
            open[job]--;
            withdrawn.set(job, open[job] == 0);
        }
    }

    /** One of a series has left: the next that has not may take its place. */
    private void letIn(int series) {
        int[] members = links.series().get(series).rows();
        while (reached[series] < members.length) {
            int next = members[reached[series]++];
            outside.clear(next);
            if (!gone.get(next)) {
                return;
            }
        }
    }
}
