package dandori.policy.backfill;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Places;
import dandori.state.Situation;

/**
 * EASY in which the reservation of the head is for concrete nodes, under any placement: a job that
 * outlasts the shadow time must be placed beside them, even where enough others would be left over.
 *
 * <p>So a job has one fixed set of nodes through its whole slot, as where nodes cannot be exchanged
 * for others once they are promised. Lifka, JSSPP 1995, for EASY.
 *
 * <p>The shadow time is the earliest estimated end at which the placement finds a set for the head;
 * that set is reserved. How long a reservation stands, and what it costs, is that of EASY in pools
 * with resource groups.
 */
public final class IdentityEasy implements Backfill {

    private final Arrivals arrived = new Arrivals();
    private final EasyInGroups bySet = new EasyInGroups(arrived, Integer.MAX_VALUE, true);

    /** A new one, with nothing reserved. */
    public IdentityEasy() {}

    @Override
    public Backfill forRun() {
        return new IdentityEasy();
    }

    @Override
    public boolean reservesPlaces() {
        return true;
    }

    @Override
    public void jobQueued(int job, Situation now) {
        arrived.add(job);
    }

    @Override
    public void jobEnded(int job, Situation now) {
        bySet.jobEnded(job, now);
    }

    @Override
    public void capacityChanged(Situation now) {
        bySet.changed();
    }

    @Override
    public int keepsFor(Situation now) {
        return now.queue().first();
    }

    @Override
    public void fill(Situation now, Actions act) {
        Places places = now.places();
        if (places == null) {
            throw new IllegalStateException("A backfill that reserves places needs some.");
        }
        bySet.fill(now, places, act);
        arrived.clear();
    }

    /** Makes it known as {@code identity-easy}. */
    public static final class Provider extends NamedPart<Backfill> {

        /** For the service loader. */
        public Provider() {
            super(
                    Backfill.class,
                    "identity-easy",
                    "EASY whose reservation is a set of nodes, under any placement that has places.",
                    "Lifka, JSSPP 1995");
        }

        @Override
        public Backfill create(Options options) {
            return new IdentityEasy();
        }
    }
}
