package dandori.reference;

import dandori.policy.Estimates;
import dandori.policy.preemption.QosTable;
import dandori.sim.Conventions;
import dandori.sim.Overrun;

/**
 * How a world is played.
 *
 * @param order the order's name
 * @param backfill the backfill's name; {@code easy:3} tries three candidates, {@code depth:2} holds
 *     two reservations
 * @param conventions what happens first at one instant
 * @param estimates what the rules are told
 * @param overrun what becomes of jobs that run too long
 * @param userLimit how many jobs of one user may run at once; 0 for no limit
 * @param qos whose jobs make way for whose; users have one or the default
 */
public record Setting(
        String order,
        String backfill,
        Conventions conventions,
        Estimates estimates,
        Overrun overrun,
        int userLimit,
        QosTable qos) {

    /** The defaults with an order and a backfill. */
    public static Setting of(String order, String backfill) {
        return new Setting(
                order,
                backfill,
                Conventions.DANDORI,
                Estimates.REQUESTED,
                Overrun.KILL,
                0,
                QosTable.NONE);
    }

    /** The same under other conventions. */
    public Setting conventions(Conventions other) {
        return new Setting(order, backfill, other, estimates, overrun, userLimit, qos);
    }

    /** The same with other estimates. */
    public Setting estimates(Estimates other) {
        return new Setting(order, backfill, conventions, other, overrun, userLimit, qos);
    }

    /** The same with another rule for jobs that run too long. */
    public Setting overrun(Overrun other) {
        return new Setting(order, backfill, conventions, estimates, other, userLimit, qos);
    }

    /** The same with a limit on the running jobs of a user. */
    public Setting userLimit(int other) {
        return new Setting(order, backfill, conventions, estimates, overrun, other, qos);
    }

    /** The same with another backfill. */
    public Setting backfill(String other) {
        return new Setting(order, other, conventions, estimates, overrun, userLimit, qos);
    }

    /** The same with jobs that make way. */
    public Setting qos(QosTable other) {
        return new Setting(order, backfill, conventions, estimates, overrun, userLimit, other);
    }

    /** The backfill's name without its number. */
    public String idea() {
        return backfill.contains(":") ? backfill.substring(0, backfill.indexOf(':')) : backfill;
    }

    /** The backfill's number, or a very large one. */
    int number() {
        return backfill.contains(":")
                ? Integer.parseInt(backfill.substring(backfill.indexOf(':') + 1))
                : Integer.MAX_VALUE;
    }

    @Override
    public String toString() {
        return "%s %s %s %s %s limit %d %s"
                .formatted(order, backfill, conventions, estimates, overrun, userLimit, qos);
    }
}
