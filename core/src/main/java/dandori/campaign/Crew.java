package dandori.campaign;

import dandori.machine.NodeSet;
import dandori.machine.NodeSetBuilder;

/**
 * The nodes of a running piece: which compute, and which stand by. The others are down.
 *
 * <p>At the start the first nodes by number compute. Whoever is lost is replaced by the first that
 * stands by; what comes back stands by. Where nodes have no places, losses hit those that compute.
 */
final class Crew {

    private final boolean hasPlaces;
    private final NodeSet all;
    private NodeSet computing;
    private NodeSet standingBy;

    /**
     * The nodes that a piece is given.
     *
     * @param given which; none where nodes have no places
     * @param count how many, where that is so
     * @param needed how many compute
     */
    Crew(NodeSet given, int count, int needed) {
        hasPlaces = given.size() > 0;
        all = hasPlaces ? given : NodeSet.range(0, count - 1);
        if (all.size() < needed) {
            throw new IllegalStateException(
                    "A piece that computes on %d nodes cannot do so on %d (%s)."
                            .formatted(needed, all.size(), given));
        }
        computing = first(all, needed);
        standingBy = all.minus(computing);
    }

    /** How many nodes there are, in whatever state. */
    int size() {
        return all.size();
    }

    /** Those that compute, or {@link NodeSet#EMPTY} where nodes have no places. */
    NodeSet places() {
        return hasPlaces ? computing : NodeSet.EMPTY;
    }

    /** Takes out nodes that are lost; says how many of them computed. */
    int lose(NodeSet lost) {
        NodeSet gone = hasPlaces ? lost : first(computing, lost.size());
        standingBy = standingBy.minus(gone);
        int before = computing.size();
        computing = computing.minus(gone);
        return before - computing.size();
    }

    /** Replaces so many by such as stand by; says whether there were enough of them. */
    boolean replace(int missing) {
        if (missing > standingBy.size()) {
            return false;
        }
        NodeSet coming = first(standingBy, missing);
        computing = computing.or(coming);
        standingBy = standingBy.minus(coming);
        return true;
    }

    /** Takes nodes in again that were down. */
    void comeBack(NodeSet back) {
        NodeSet down = all.minus(computing).minus(standingBy);
        standingBy = standingBy.or(hasPlaces ? down.and(back) : first(down, back.size()));
    }

    private static NodeSet first(NodeSet from, int count) {
        NodeSetBuilder some = new NodeSetBuilder();
        int left = Math.min(count, from.size());
        for (int interval = 0; left > 0; interval++) {
            int first = from.first(interval);
            int last = Math.min(from.last(interval), first + left - 1);
            some.add(first, last);
            left -= last - first + 1;
        }
        return some.build();
    }
}
