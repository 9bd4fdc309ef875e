package dandori.interconnect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The links of an interconnect in groups, at most {@link #MOST}: few enough to be read over time.
 * Every link is in one of them. Immutable; 4 bytes a link.
 */
public final class LinkGroups {

    /** How many groups there are at most. */
    public static final int MOST = 2_000;

    /** The place that is everywhere. */
    static final String ALL = "all";

    private final List<LinkGroup> groups;
    private final int[] groupOf; // by link

    private LinkGroups(List<LinkGroup> groups, int[] groupOf) {
        this.groups = groups;
        this.groupOf = groupOf;
    }

    /** All links of an interconnect as one group; none where it has no links. */
    static LinkGroups whole(Interconnect wiring) {
        Draft draft = new Draft(wiring.linkCount());
        if (wiring.linkCount() > 0) {
            int all = draft.group("link", ALL, ALL);
            for (int link = 0; link < wiring.linkCount(); link++) {
                draft.put(link, all, wiring.bytesPerSecond(link));
            }
        }
        return draft.finished();
    }

    /** The groups, in order. */
    public List<LinkGroup> groups() {
        return groups;
    }

    /** The place of a link's group among {@link #groups}. */
    public int groupOf(int link) {
        return groupOf[link];
    }

    /** Groups that are being put together. */
    static final class Draft {

        private final List<LinkGroup> groups = new ArrayList<>();
        private final int[] groupOf;
        private final int[] links; // by group
        private final double[] bytesPerSecond; // by group

        Draft(int linkCount) {
            groupOf = new int[linkCount];
            Arrays.fill(groupOf, -1);
            links = new int[MOST];
            bytesPerSecond = new double[MOST];
        }

        /** Begins a group; its number. */
        int group(String link, String from, String to) {
            groups.add(new LinkGroup(link, from, to, 0, 0));
            return groups.size() - 1;
        }

        /** Puts a link into a group. */
        void put(int link, int group, double carries) {
            groupOf[link] = group;
            links[group]++;
            bytesPerSecond[group] += carries;
        }

        /** The groups; those without a link must not be. */
        LinkGroups finished() {
            List<LinkGroup> counted = new ArrayList<>();
            for (int group = 0; group < groups.size(); group++) {
                LinkGroup named = groups.get(group);
                counted.add(
                        new LinkGroup(
                                named.link(),
                                named.from(),
                                named.to(),
                                links[group],
                                bytesPerSecond[group]));
            }
            return new LinkGroups(List.copyOf(counted), groupOf);
        }
    }
}
