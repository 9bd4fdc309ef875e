package dandori.reference;

import dandori.job.Consumption;
import dandori.policy.order.NamedFactor;
import dandori.policy.order.SiteFactors;
import dandori.policy.preemption.Qos;
import dandori.policy.preemption.QosTable;
import java.util.List;
import java.util.Map;

/** What a site gives its jobs, by name for the order and said again here name by name. */
final class ReferenceFactors {

    private static final QosTable QUALITIES =
            new QosTable(
                    List.of(Qos.named("urgent")),
                    Map.of("user1", "urgent"),
                    Map.of(),
                    Map.of("org2", "urgent"));

    static final SiteFactors SITE =
            new SiteFactors(
                    factor(Map.of("user0", 3.0, "user2", 4.0), Map.of("org1", 2.0), 1, true),
                    new NamedFactor(
                            Map.of(),
                            Map.of(),
                            Map.of(),
                            Map.of("urgent", 8.0, "default", 2.0),
                            0,
                            QUALITIES,
                            true),
                    factor(Map.of("user0", 5.0), Map.of("org0", 2.0), 0, true),
                    factor(Map.of("user1", -25.0), Map.of("org3", 40.0), 10, false));

    private ReferenceFactors() {}

    private static NamedFactor factor(
            Map<String, Double> users,
            Map<String, Double> organizations,
            double others,
            boolean r) {
        return new NamedFactor(users, Map.of(), organizations, Map.of(), others, QosTable.NONE, r);
    }

    /** What they add to the priority of a job that asks for such a part of the nodes. */
    static double sum(ReferenceJob job, int allNodes) {
        String user = job.asked.user();
        String organization = job.asked.organization();
        double partition =
                user.equals("user0")
                        ? 3
                        : user.equals("user2") ? 4 : organization.equals("org1") ? 2 : 1;
        double qos = user.equals("user1") || organization.equals("org2") ? 8 : 2;
        double association = user.equals("user0") ? 5 : organization.equals("org0") ? 2 : 0;
        double nice = user.equals("user1") ? -25 : organization.equals("org3") ? 40 : 10;
        return 700 * (partition / 4)
                + 900 * (qos / 8)
                + 300 * (association / 5)
                - nice
                + resources(job, allNodes);
    }

    /** Of nodes with 2 accelerators and 4 bytes; nothing is known of power. */
    private static double resources(ReferenceJob job, int allNodes) {
        Consumption uses = job.asked.request().consumption();
        double accelerators = uses.accelerators() < 0 ? 1 : uses.accelerators() / 2;
        double memory = uses.memoryBytes() < 0 ? 1 : uses.memoryBytes() / 4;
        int nodes = job.nodes();
        return 110.0 * nodes / allNodes
                + 70 * (nodes * accelerators) / allNodes
                + 50 * (nodes * memory) / allNodes
                + 30.0 * nodes / allNodes;
    }
}
