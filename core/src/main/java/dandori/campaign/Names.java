package dandori.campaign;

import dandori.job.NameTable;
import dandori.job.Workload;
import java.util.List;

/** The names of a workload, and behind them those that its campaigns bring. */
final class Names {

    private final NameTable users;
    private final NameTable organizations;
    private final NameTable partitions;
    private final int[] userOf; // by campaign
    private final int[] organizationOf; // by campaign
    private final int[][] partitionOf; // by campaign and venue; -1 without

    Names(Workload workload, List<Campaign> campaigns) {
        users = new NameTable(workload.users());
        organizations = new NameTable(workload.organizations());
        partitions = new NameTable(workload.partitions());
        userOf = campaigns.stream().mapToInt(one -> users.index(one.name())).toArray();
        organizationOf =
                campaigns.stream()
                        .mapToInt(one -> organizations.index(one.organization()))
                        .toArray();
        partitionOf =
                campaigns.stream()
                        .map(one ->
                                one.venues().stream()
                                        .mapToInt(venue -> partitions.index(venue.partition()))
                                        .toArray())
                        .toArray(int[][]::new);
    }

    List<String> users() {
        return users.names();
    }

    List<String> organizations() {
        return organizations.names();
    }

    List<String> partitions() {
        return partitions.names();
    }

    int user(int campaign) {
        return userOf[campaign];
    }

    int organization(int campaign) {
        return organizationOf[campaign];
    }

    int partition(int campaign, int venue) {
        return partitionOf[campaign][venue];
    }
}
