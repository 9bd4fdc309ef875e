package dandori.interconnect;

/** How the nodes of a machine are wired. Nodes are numbered from 0. */
public interface Interconnect {

    /** How many nodes it joins; at least 1. */
    int nodes();

    /** How many links a message crosses from one node to another; 0 from a node to itself. */
    int hops(int from, int to);
}
