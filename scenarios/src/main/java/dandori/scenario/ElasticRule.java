package dandori.scenario;

import dandori.job.Amdahl;

/**
 * On how many nodes else each job of a stream can run.
 *
 * @param shrink on how many times fewer nodes than it asks for; at least 1
 * @param grow on how many times as many; at least 1
 * @param serial the part of its work that more nodes do not speed up, from 0 to 1
 */
public record ElasticRule(double shrink, double grow, double serial) {

    /** What a job of so many nodes can do. */
    Amdahl of(int nodes) {
        int least = (int) Math.max(1, Math.ceil(nodes / shrink));
        int most = (int) Math.min(Integer.MAX_VALUE, Math.floor(nodes * grow));
        return new Amdahl(least, Math.max(nodes, most), serial);
    }
}
