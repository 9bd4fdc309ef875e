package dandori.sim;

import dandori.job.JobSource;
import dandori.job.Jobs;
import dandori.machine.NodeSet;
import dandori.machine.Reservation;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** A reservation in a run. Cost of a question: O(log spans), and O(spans) that a job meets. */
final class Booking {

    private final Reservation reservation;
    private final Jobs jobs; // as the pool sees them
    private final BitSet organizations = new BitSet(); // by number
    private final BitSet users = new BitSet();
    private final BitSet partitions = new BitSet();
    private final long[] fromMillis;
    private final long[] toMillis;

    /** With jobs as the pool sees them, and the names of their partitions. */
    Booking(Reservation reservation, JobSource source, Jobs jobs, List<String> partitions) {
        this.reservation = reservation;
        this.jobs = jobs;
        mark(organizations, source.organizations(), reservation.organizations());
        mark(users, source.users(), reservation.users());
        mark(this.partitions, partitions, reservation.partitions());
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
        return has(organizations, jobs.organization(job))
                || has(users, jobs.user(job))
                || has(partitions, jobs.partition(job));
    }

    private static boolean has(BitSet marked, int number) {
        return number >= 0 && marked.get(number);
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
