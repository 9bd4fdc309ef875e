package dandori.sim;

import dandori.job.JobSource;
import dandori.machine.NodeSet;
import dandori.machine.Reservation;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** A reservation in a run. Cost of a question: O(log spans), and O(spans) that a job meets. */
final class Booking {

    private final Reservation reservation;
    private final JobSource source;
    private final BitSet organizations = new BitSet(); // by number
    private final BitSet users = new BitSet();
    private final long[] fromMillis;
    private final long[] toMillis;

    Booking(Reservation reservation, JobSource source) {
        this.reservation = reservation;
        this.source = source;
        mark(organizations, source.organizations(), reservation.organizations());
        mark(users, source.users(), reservation.users());
        int count = reservation.spans().size();
        fromMillis = new long[count];
        toMillis = new long[count];
        for (int i = 0; i < count; i++) {
            fromMillis[i] = reservation.spans().get(i).fromMillis();
            toMillis[i] = reservation.spans().get(i).toMillis();
        }
    }

    private static void mark(BitSet marked, List<String> names, Set<String> wanted) {
        for (int i = 0; i < names.size(); i++) {
            marked.set(i, wanted.contains(names.get(i)));
        }
    }

    Reservation reservation() {
        return reservation;
    }

    NodeSet nodes() {
        return reservation.nodes();
    }

    /** Whether the nodes are kept for a job. */
    boolean isFor(int job) {
        int organization = source.jobs().organization(job);
        int user = source.jobs().user(job);
        return organization >= 0 && organizations.get(organization) || user >= 0 && users.get(user);
    }

    /** Whether the nodes are kept at an instant. */
    boolean isOn(long millis) {
        int span = firstEndingAfter(millis);
        return span < fromMillis.length && fromMillis[span] <= millis;
    }

    /** Whether the nodes are kept from a job of others that runs from one instant to another. */
    boolean keepsOut(long startMillis, long endMillis) {
        int span = firstEndingAfter(startMillis);
        boolean isLent =
                span < fromMillis.length
                        && fromMillis[span] <= startMillis
                        && endMillis - startMillis <= reservation.lendMillis();
        span += isLent ? 1 : 0;
        return span < fromMillis.length && fromMillis[span] < endMillis;
    }

    /** The next instant at which it begins or ends; {@link Long#MAX_VALUE} if none. */
    long nextChangeMillis(long afterMillis) {
        int span = firstEndingAfter(afterMillis);
        if (span == fromMillis.length) {
            return Long.MAX_VALUE;
        }
        return fromMillis[span] > afterMillis ? fromMillis[span] : toMillis[span];
    }

    /** The next instant at which others may have more of the nodes than before. */
    long nextRelieveMillis(long afterMillis) {
        if (reservation.lendMillis() > 0) {
            return nextChangeMillis(afterMillis);
        }
        int span = firstEndingAfter(afterMillis);
        return span == fromMillis.length ? Long.MAX_VALUE : toMillis[span];
    }

    private int firstEndingAfter(long millis) {
        return Instants.countUpTo(toMillis, millis);
    }
}
