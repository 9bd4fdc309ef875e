package dandori.campaign;

import dandori.job.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of a workload, and behind them those that its campaigns bring. */
final class Names {

    private final Column users;
    private final Column organizations;
    private final Column partitions;
    private final int[] userOf; // by campaign
    private final int[] organizationOf; // by campaign
    private final int[][] partitionOf; // by campaign and venue; -1 without

    Names(Workload workload, List<Campaign> campaigns) {
        users = new Column(workload.users());
        organizations = new Column(workload.organizations());
        partitions = new Column(workload.partitions());
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
        return List.copyOf(users.names);
    }

    List<String> organizations() {
        return List.copyOf(organizations.names);
    }

    List<String> partitions() {
        return List.copyOf(partitions.names);
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

    private static final class Column {

        final List<String> names;
        private final Map<String, Integer> indices = new HashMap<>(); // asked by name only

        Column(List<String> known) {
            names = new ArrayList<>(known);
            for (String name : known) {
                indices.putIfAbsent(name, indices.size());
            }
        }

        /** The index of a name, a new one if need be; -1 for the empty name. */
        int index(String name) {
            if (name.isEmpty()) {
                return -1;
            }
            Integer known = indices.putIfAbsent(name, names.size());
            if (known != null) {
                return known;
            }
            names.add(name);
            return names.size() - 1;
        }
    }
}
