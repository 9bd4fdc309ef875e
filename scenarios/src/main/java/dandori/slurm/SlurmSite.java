package dandori.slurm;

import dandori.scenario.text.Issues;
import java.util.List;

/**
 * What {@code slurm.conf} says of a site.
 *
 * @param cluster its name
 * @param nodes its nodes
 * @param partitions its partitions
 * @param policy how it schedules
 */
record SlurmSite(String cluster, SlurmNodes nodes, SlurmPartitions partitions, SlurmPolicy policy) {

    /**
     * Sorts statements by what they are about; nodes come first, since partitions name them.
     *
     * @param qualities the qualities of service, which partitions name too
     */
    static SlurmSite of(
            List<SlurmStatement> statements,
            SlurmQosTable qualities,
            SlurmNotes notes,
            Issues issues) {
        SlurmNodes nodes = new SlurmNodes(notes, issues);
        SlurmPartitions partitions = new SlurmPartitions(nodes, qualities, notes, issues);
        SlurmPolicy policy = new SlurmPolicy(qualities.isThere(), notes, issues);
        String cluster = "cluster";
        for (SlurmStatement line : statements) {
            if (line.first().is("NodeName")) {
                nodes.take(line);
            }
        }
        for (SlurmStatement line : statements) {
            SlurmStatement.Setting first = line.first();
            if (first.is("PartitionName")) {
                partitions.take(line);
            } else if (first.is("DownNodes") || first.is("NodeSet") || first.is("FrontendName")) {
                notes.add(line, first.text(), "not modelled");
            } else if (!first.is("NodeName")) {
                cluster = first.is("ClusterName") ? first.value() : cluster;
                policy.take(line);
            }
        }
        policy.preemption().settle(notes);
        return new SlurmSite(cluster, nodes, partitions, policy);
    }
}
