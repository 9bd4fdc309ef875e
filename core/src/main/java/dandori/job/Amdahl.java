package dandori.job;

/**
 * Amdahl's law: a job of which a part can only be done by one node, and the rest by as many as it
 * has. On n nodes it is 1 / (serial + (1 - serial) / n) times as fast as on one.
 *
 * <p>Amdahl, "Validity of the single processor approach to achieving large scale computing
 * capabilities", AFIPS 1967.
 *
 * @param leastNodes the smallest size; at least 1
 * @param mostNodes the largest size; at least the smallest
 * @param serial the part, from 0 to 1
 */
public record Amdahl(int leastNodes, int mostNodes, double serial) implements Elasticity {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the sizes are not 1 ≤ least ≤ most, or the part is not
     *     from 0 to 1
     */
    public Amdahl {
        if (leastNodes < 1 || mostNodes < leastNodes || !(serial >= 0 && serial <= 1)) {
            throw new IllegalArgumentException(
                    "A job cannot run on from %d to %d nodes with a serial part of %s."
                            .formatted(leastNodes, mostNodes, serial));
        }
    }

    @Override
    public double speedup(int nodes) {
        return rate(nodes) / rate(leastNodes);
    }

    private double rate(int nodes) {
        return 1 / (serial + (1 - serial) / nodes);
    }
}
