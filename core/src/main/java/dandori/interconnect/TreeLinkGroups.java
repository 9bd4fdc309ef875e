package dandori.interconnect;

/**
 * The links of a tree of switches: the uplinks of each switch, and the links of the nodes below
 * each of the lowest. Where that would be too many groups, all that lies below a switch of a higher
 * level is put together by level.
 */
final class TreeLinkGroups {

    private final int nodes;
    private final int[] span; // by level below the top: the most nodes below a switch
    private final int lowest; // the level whose switches have groups of their own

    private TreeLinkGroups(int nodes, int[] span) {
        this.nodes = nodes;
        this.span = span;
        int level = 0;
        while (count(level) > LinkGroups.MOST) {
            level++;
        }
        lowest = level;
    }

    /**
     * Groups of a fat tree.
     *
     * @param span by level below the top: the most nodes below a switch
     * @param firstLink by level below the top; links of nodes come first
     * @param names by level below the top: what a switch of it is called
     */
    static LinkGroups of(FatTree tree, int[] span, int[] firstLink, String[] names) {
        TreeLinkGroups rule = new TreeLinkGroups(tree.nodes(), span);
        LinkGroups.Draft draft = new LinkGroups.Draft(tree.linkCount());
        rule.add(tree, -1, 0, "node", names, draft);
        for (int level = 0; level < span.length; level++) {
            rule.add(tree, level, firstLink[level], names[level], names, draft);
        }
        return draft.finished();
    }

    private long count(int lowestLevel) {
        long count = switches(lowestLevel); // of links of nodes
        for (int level = 0; level < span.length; level++) {
            count += switches(Math.max(level, lowestLevel));
        }
        return count;
    }

    private int switches(int level) {
        return level >= span.length ? 1 : (nodes - 1) / span[level] + 1;
    }

    /** Adds the uplinks of a level; level -1 is that of nodes. */
    private void add(
            FatTree tree,
            int level,
            int first,
            String kind,
            String[] names,
            LinkGroups.Draft draft) {
        int below = level < 0 ? 1 : span[level];
        int count = level < 0 ? nodes : switches(level);
        int known = -1;
        int group = -1;
        int at = Math.max(level, lowest);
        for (int number = 0; number < count; number++) {
            int under = at >= span.length ? 0 : number * below / span[at];
            if (under != known) {
                known = under;
                String place = place(at, under, names);
                String from = level < 0 ? "nodes" : place;
                String to = level < lowest ? place : place(level + 1, parent(level, number), names);
                group = draft.group(kind, from, to);
            }
            for (int link = first + 2 * number; link <= first + 2 * number + 1; link++) {
                draft.put(link, group, tree.bytesPerSecond(link));
            }
        }
    }

    private int parent(int level, int number) {
        return level + 1 >= span.length ? 0 : number * span[level] / span[level + 1];
    }

    private static String place(int level, int number, String[] names) {
        return level >= names.length ? LinkGroups.ALL : names[level] + " " + number;
    }
}
