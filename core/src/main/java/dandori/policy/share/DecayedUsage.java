package dandori.policy.share;

import java.util.Arrays;

/**
 * What users and accounts have used, in node milliseconds, where what was used a half-life ago
 * counts half: the integral of the nodes held at s, times 2^(-(t - s) / h). Running jobs count as
 * far as they have run.
 *
 * <p>Nothing is ever decayed. Usage is kept in a currency that gains value as time goes on, 2^(s/h)
 * at s, and is divided by today's value when somebody looks. So a change costs one power of 2 and
 * touches one user and the accounts above, however many jobs and users there are. After a few
 * hundred half-lives the currency is renamed, once for all.
 *
 * <p>Kay and Lauder, "A fair share scheduler", CACM 31(1), 1988. Slurm adds up whole periods
 * instead ({@code PriorityCalcPeriod}); at 5 min and 7 d that differs by less than 0.04 %.
 */
public final class DecayedUsage implements Usage {

    private static final double LN_2 = StrictMath.log(2);
    private static final int MOST_HALF_LIVES = 300; // 2^300 · 10^18 is far from the largest double
    private static final int MOST_SCALED = 2_200; // takes the largest double to 0

    private final long halfLifeMillis; // 0: no decay
    private final long resetMillis; // 0: never
    private final AccountTree tree;
    private double[] used = new double[16]; // by node, in the currency, until gainOfLast
    private double[] gainOfLast = new double[16]; // the integral of the currency at the last change
    private long[] lastMillis = new long[16]; // the last change
    private long[] nodes = new long[16]; // held since
    private double[] seen = new double[16]; // what was used at lookOfSeen
    private long[] lookOfSeen = new long[16];
    private long lookMillis = Long.MIN_VALUE;
    private long baseMillis; // when the currency is worth 1
    private long nowMillis = Long.MIN_VALUE; // of the last change: many come together
    private double gainOfNow;
    private double gainOfLook;
    private double worthOfLook = 1;

    /**
     * Nobody has used anything.
     *
     * @param tree who may use something; it may grow
     * @param halfLifeMillis after which usage counts half; 0 if it always counts in full
     * @param resetMillis the span at whose multiples all is forgotten; 0 if never
     */
    public DecayedUsage(AccountTree tree, long halfLifeMillis, long resetMillis) {
        if (halfLifeMillis < 0 || resetMillis < 0) {
            throw new IllegalArgumentException(
                    "halfLife (%d ms) and resetPeriod (%d ms) must be at least 0."
                            .formatted(halfLifeMillis, resetMillis));
        }
        this.tree = tree;
        this.halfLifeMillis = halfLifeMillis;
        this.resetMillis = resetMillis;
        Arrays.fill(lookOfSeen, Long.MIN_VALUE);
    }

    /** From now on {@link #of} speaks of this instant, the latest that it was told of. */
    public void look(long atMillis) {
        if (atMillis == lookMillis) {
            return;
        }
        rebase(atMillis);
        lookMillis = atMillis;
        worthOfLook = worth(atMillis);
        gainOfLook = gain(atMillis, worthOfLook);
    }

    /** A user takes nodes, or gives back (negative), at an instant not before the look. */
    public void change(int user, int change, long atMillis) {
        ensure(tree.size());
        if (atMillis != nowMillis) {
            nowMillis = atMillis;
            gainOfNow = gain(atMillis);
        }
        for (int node = user; node >= AccountTree.ROOT; node = tree.parent(node)) {
            if (lookOfSeen[node] != lookMillis) {
                seen[node] = at(node, lookMillis, gainOfLook);
                lookOfSeen[node] = lookMillis;
            }
            used[node] = at(node, atMillis, gainOfNow);
            gainOfLast[node] = gainOfNow;
            lastMillis[node] = atMillis;
            nodes[node] += change;
        }
    }

    /** What a node has used at the instant of the look, decayed, in node milliseconds. */
    @Override
    public double of(int node) {
        ensure(node + 1);
        boolean isSeen = lookOfSeen[node] == lookMillis;
        return (isSeen ? seen[node] : at(node, lookMillis, gainOfLook)) / worthOfLook;
    }

    @Override
    public long lookMillis() {
        return lookMillis;
    }

    @Override
    public boolean hasMoved(int node, long sinceMillis) {
        ensure(node + 1);
        return resetMillis > 0 || nodes[node] != 0 || lastMillis[node] > sinceMillis;
    }

    /** In the currency. */
    private double at(int node, long millis, double gain) {
        if (resetMillis > 0) {
            long reset = Math.floorDiv(millis, resetMillis) * resetMillis;
            if (lastMillis[node] < reset) {
                return nodes[node] == 0 ? 0 : nodes[node] * (gain - gain(reset));
            }
        }
        return nodes[node] == 0 ? used[node] : used[node] + nodes[node] * (gain - gainOfLast[node]);
    }

    private double worth(long millis) {
        return halfLifeMillis == 0
                ? 1
                : StrictMath.pow(2, (double) (millis - baseMillis) / halfLifeMillis);
    }

    /** The integral of the worth up to an instant. */
    private double gain(long millis) {
        return gain(millis, worth(millis));
    }

    private double gain(long millis, double worth) {
        return halfLifeMillis == 0 ? millis - baseMillis : halfLifeMillis / LN_2 * worth;
    }

    private void rebase(long millis) {
        if (halfLifeMillis == 0 || (millis - baseMillis) / halfLifeMillis < MOST_HALF_LIVES) {
            return;
        }
        long halfLives = (millis - baseMillis) / halfLifeMillis;
        baseMillis += halfLives * halfLifeMillis;
        nowMillis = Long.MIN_VALUE;
        int down = (int) Math.min(halfLives, MOST_SCALED); // beyond it all is 0 anyway
        for (int node = 0; node < used.length; node++) {
            used[node] = Math.scalb(used[node], -down);
            gainOfLast[node] = Math.scalb(gainOfLast[node], -down);
            seen[node] = Math.scalb(seen[node], -down);
        }
    }

    private void ensure(int needed) {
        int old = used.length;
        if (needed <= old) {
            return;
        }
        int size = Math.max(needed, 2 * old);
        used = Arrays.copyOf(used, size);
        gainOfLast = Arrays.copyOf(gainOfLast, size);
        lastMillis = Arrays.copyOf(lastMillis, size);
        nodes = Arrays.copyOf(nodes, size);
        seen = Arrays.copyOf(seen, size);
        lookOfSeen = Arrays.copyOf(lookOfSeen, size);
        Arrays.fill(lookOfSeen, old, size, Long.MIN_VALUE);
    }
}
