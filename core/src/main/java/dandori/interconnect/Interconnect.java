package dandori.interconnect;

import java.util.function.IntConsumer;

/**
 * How the nodes of a machine are wired. Nodes are numbered from 0. Immutable, and safe to share.
 *
 * <p>A link is one direction of a cable, from 0 to {@link #linkCount()} - 1; links from nodes into
 * the network and out of it count like any others. The route between two nodes is one of the
 * shortest that the routing of its kind allows, always the same.
 */
public interface Interconnect {

    /** The word for its kind in machine files: {@code flat}, {@code torus}, {@code fat-tree} … */
    String kind();

    /** How many nodes it joins; at least 1. */
    int nodes();

    /**
     * How many links a message crosses from one node to another, as many as {@link #route} names; 0
     * from a node to itself.
     */
    int hops(int from, int to);

    /** The most hops between any two nodes. */
    int diameter();

    /**
     * The least bandwidth between any two halves of its nodes, one way, in bytes per second, for
     * the halves that its regular form suggests; {@link Double#POSITIVE_INFINITY} where nothing is
     * ever in the way.
     */
    double bisectionBytesPerSecond();

    /** How many links there are; 0 where nothing is ever in the way. */
    int linkCount();

    /** What a link carries, in bytes per second. */
    double bytesPerSecond(int link);

    /** Names the links that a message crosses from one node to another, in order. */
    void route(int from, int to, IntConsumer links);

    /** Its links in groups of which one can tell what they carry; one of all unless it says so. */
    default LinkGroups linkGroups() {
        return LinkGroups.whole(this);
    }

    /** Which nodes share a switch; one switch over all where there are none to choose among. */
    default SwitchTree switches() {
        return SwitchTree.flat(nodes());
    }
}
