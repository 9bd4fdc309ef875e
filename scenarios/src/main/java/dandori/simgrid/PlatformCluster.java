package dandori.simgrid;

import java.math.BigDecimal;

/**
 * Hosts that are alike.
 *
 * @param count of hosts
 * @param cores of one
 * @param flops speed of one core in FLOP/s; 0 if unknown
 * @param bandwidth of its link in bytes a second, one way; 0 if unknown
 * @param topology {@code FLAT}, {@code TORUS}, {@code FAT_TREE}, {@code DRAGONFLY} …
 * @param parameters of the topology, as written
 */
record PlatformCluster(
        String id,
        long count,
        long cores,
        BigDecimal flops,
        BigDecimal bandwidth,
        String topology,
        String parameters) {

    /** Whether other hosts are like these. */
    boolean isLike(PlatformCluster other) {
        return cores == other.cores && flops.compareTo(other.flops) == 0;
    }

    PlatformCluster withCount(long more) {
        return new PlatformCluster(id, more, cores, flops, bandwidth, topology, parameters);
    }
}
