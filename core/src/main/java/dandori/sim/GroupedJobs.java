package dandori.sim;

import dandori.job.ForwardingJobs;
import dandori.job.Jobs;
import dandori.job.Request;
import dandori.job.Shape;
import dandori.job.ShapeMode;
import dandori.machine.Partition;
import java.util.List;

/**
 * The jobs as a pool with resource groups sees them: one that asks for no shape lies as its group
 * has it by default, and its partition is the group that took it.
 */
final class GroupedJobs extends ForwardingJobs {

    private final Ledger ledger;
    private final List<Partition> partitions;

    GroupedJobs(Jobs jobs, Ledger ledger, List<Partition> partitions) {
        super(jobs);
        this.ledger = ledger;
        this.partitions = partitions;
    }

    @Override
    public Request request(int job) {
        Request asked = base.request(job);
        int group = ledger.group(job);
        if (asked.shape() != null || group == Ledger.NO_GROUP) {
            return asked;
        }
        var shapes = partitions.get(group).shapes();
        if (shapes.isEmpty() || shapes.iterator().next() == ShapeMode.NONCONT) {
            return asked;
        }
        Shape shape = Shape.line(base.nodes(job), shapes.iterator().next());
        return new Request(shape, asked.communication(), asked.minimumMillis(), asked.elasticity());
    }

    /** The resource group that it is in; the setting names these. */
    @Override
    public int partition(int job) {
        int group = ledger.group(job);
        return group == Ledger.NO_GROUP ? -1 : group;
    }
}
