package dandori.network;

import dandori.job.Communication;
import dandori.machine.Machine;
import dandori.machine.NodeSet;

/**
 * Jobs share the links that their messages cross, max–min fairly: {@code max-min}.
 *
 * <p>A job is one flow. {@link Traffic} says who of its nodes sends to whom; the routes of the
 * interconnect say how much each link carries when every node sends 1 byte per second. What a node
 * of each job gets then rises for all jobs alike until a link is full ({@link
 * dandori.interconnect.MaxMinSharing}), so all nodes of a job get on together, and jobs that meet
 * at a full link give each of their nodes the same. Flow-level models of this kind follow
 * packet-level ones well where flows are long (Velho, Schnorr, Casanova and Legrand, ACM TOMACS
 * 23(4), 2013).
 *
 * <p>Solved anew are, once an instant, the jobs that started, those whom a link held that a job of
 * this instant crosses, and whoever is concerned by what comes out ({@link Rates}); where no link
 * is contended ({@link LinkTable}) nothing is shared.
 *
 * <p>Cost: a start lays one route for each pair that talks; then O(contended links of the jobs
 * concerned). Memory: 28 bytes a link of the machine in each run.
 *
 * <p>Limits: no latency, no adaptive routing, no congestion trees, no traffic of file systems; what
 * a node can inject at once is limited only where the interconnect has links for it.
 */
public final class LinkSharing implements NetworkModel {

    /** The model; {@link #forRun} gives the instance that a run uses. */
    public LinkSharing() {}

    @Override
    public NetworkModel forRun(Machine machine) {
        return new SharedLinks(this, machine);
    }

    @Override
    public void started(int job, NodeSet nodes, Communication communication, long runMillis) {
        throw StaticSlowdown.noRun();
    }

    @Override
    public void ended(int job) {
        throw StaticSlowdown.noRun();
    }

    @Override
    public void changes(Listener listener) {
        throw StaticSlowdown.noRun();
    }
}
