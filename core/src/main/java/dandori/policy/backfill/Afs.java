package dandori.policy.backfill;

import dandori.state.Situation;

/**
 * Apathetic future share with known lengths: each node in turn goes to the job for which it does
 * most for the average completion time.
 *
 * <p>Hwang, Kim, Kim, Shin and Park, "Elastic Resource Sharing for Distributed Deep Learning", NSDI
 * 2021: AFS-L, algorithm 1. Of two jobs, a being the one that would end earlier, b gets the node if
 * (p_b(g+1) - p_b(g)) / p_b(g+1) of b is larger than (p_a(g+1) - p_a(g)) / p_a(g) of a, for the
 * speeds p with the nodes g that each has by then. A job that cannot do with one node more is dealt
 * as many as it takes to its next size, and counts by what each of them gains.
 *
 * <p>Cost: O(nodes · jobs).
 */
final class Afs implements Dealing {

    @Override
    public void deal(Portions portions, Situation now) {
        for (int next = next(portions); next >= 0; next = next(portions)) {
            portions.grow(next);
        }
    }

    private static int next(Portions portions) {
        int best = -1;
        for (int place = 0; place < portions.count(); place++) {
            if (portions.isElastic(place) && portions.mayGrow(place)) {
                best = best < 0 ? place : preferred(best, place, portions);
            }
        }
        return best;
    }

    private static int preferred(int one, int other, Portions portions) {
        boolean isLonger = portions.leftMillis(one) > portions.leftMillis(other);
        int first = isLonger ? other : one;
        int second = isLonger ? one : other;
        double gainSecond = gain(second, portions);
        double relative = gainSecond / portions.speedup(second, portions.next(second));
        double gainFirst = gain(first, portions);
        return relative > gainFirst / portions.speedup(first, portions.size(first))
                ? second
                : first;
    }

    /** What each node more gains. */
    private static double gain(int place, Portions portions) {
        int nodes = portions.size(place);
        int more = portions.next(place);
        return (portions.speedup(place, more) - portions.speedup(place, nodes)) / (more - nodes);
    }
}
