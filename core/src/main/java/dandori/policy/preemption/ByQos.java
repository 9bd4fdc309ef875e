package dandori.policy.preemption;

import dandori.policy.Preemption;
import dandori.policy.Setting;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/**
 * Jobs of some qualities of service take the nodes of others, as with Slurm's {@code
 * PreemptType=preempt/qos}.
 *
 * <p>SchedMD, "Preemption", and "Quality of Service (QOS)", for qualities, their lists of those
 * whom they preempt, modes and PreemptExemptTime. Unlike Slurm, the priority of a quality comes
 * before any order, and only the first of the queue takes nodes.
 *
 * <p>Cost: O(1) for each question.
 *
 * @param table who has which
 */
public record ByQos(QosTable table) implements Preemption {

    /** The same with other qualities. */
    public ByQos with(QosTable other) {
        return new ByQos(other);
    }

    /** Not to be asked: each run has an instance of its own, which knows the names. */
    @Override
    public boolean mayTake(int job, int victim, Situation now) {
        throw new IllegalStateException(
                "Qualities are known by name in a run.\nMaybe .forRun(setting)");
    }

    @Override
    public Preemption forRun(Setting setting) {
        return table.isEmpty() ? Preemption.NONE : new QosInRun(table, setting);
    }

    /** Makes it known as {@code qos}. */
    public static final class Provider extends NamedPart<Preemption> {

        /** For the service loader. */
        public Provider() {
            super(
                    Preemption.class,
                    "qos",
                    "Jobs of some qualities of service, as `qos` names them, take the nodes of"
                            + " others.",
                    "Slurm, preempt/qos");
        }

        @Override
        public Preemption create(Options options) {
            return new ByQos(QosTable.NONE);
        }
    }
}
