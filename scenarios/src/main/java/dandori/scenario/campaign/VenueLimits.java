package dandori.scenario.campaign;

import dandori.machine.Machine;
import dandori.machine.Partition;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.NearestName;
import dandori.scenario.text.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a machine and its resource groups allow the jobs of a campaign. */
final class VenueLimits {

    private final Machine machine;
    private final Issues issues;
    private final @Nullable String partition;
    private final List<Partition> groups; // those that take its jobs; none where everything goes
    private final boolean isKnown;
    private final @Nullable Node box; // what may ask for nodes beside their number

    VenueLimits(Machine machine, Values values, Issues issues) {
        this.machine = machine;
        this.issues = issues;
        List<Partition> all =
                machine.pools().stream().flatMap(pool -> pool.partitions().stream()).toList();
        box = values.node("shape");
        Node node = values.node("partition");
        partition = node == null ? null : values.name("partition");
        groups =
                all.stream()
                        .filter(group ->
                                partition == null
                                        ? !group.isByName()
                                        : group.name().equals(partition))
                        .toList();
        isKnown = partition == null || !groups.isEmpty();
        if (!isKnown && node != null) {
            issues.add(
                    node,
                    all.isEmpty()
                            ? "'%s' has no resource groups here.".formatted(machine.name())
                            : "'%s' has no resource group '%s'."
                                    .formatted(machine.name(), partition),
                    all.isEmpty()
                            ? "machines: {%s: {from: …, groups: true}}".formatted(machine.name())
                            : NearestName.maybe(
                                    String.valueOf(partition),
                                    all.stream().map(Partition::name).toList()));
        }
    }

    /** The group that jobs name, or null. */
    @Nullable String partition() {
        return partition;
    }

    /** The part of a wish that can be had; null, and an issue, if nothing of it can. */
    @Nullable NodesWish within(@Nullable NodesWish wish, int spares) {
        if (wish == null || !isKnown) {
            return null;
        }
        int most = mostNodes(wish.least() + spares) - spares;
        if (most < wish.least()) {
            int limit = Math.max(0, mostNodes(1));
            String where =
                    partition == null
                            ? "'%s'".formatted(machine.name())
                            : "'%s' of '%s'".formatted(partition, machine.name());
            boolean isLess =
                    !groups.isEmpty()
                            && groups.stream()
                                    .allMatch(group -> wish.least() + spares < group.minNodes());
            String says = wish.at().says() + (spares > 0 ? " and %d spares".formatted(spares) : "");
            issues.add(
                    wish.at(),
                    isLess
                            ? "%s is less than the %,d nodes that a job must have on %s."
                                    .formatted(says, fewestNodes(), where)
                            : "%s is more than the %,d nodes that a job may have on %s."
                                    .formatted(says, limit, where),
                    instead(wish, spares, isLess ? fewestNodes() : limit));
            return null;
        }
        return new NodesWish(wish.at(), wish.least(), Math.min(most, wish.most()));
    }

    /** How many nodes would do, or where so many may be had; null if nothing would do. */
    private @Nullable String instead(NodesWish wish, int spares, int nodes) {
        String group = other(wish.least() + spares, 1);
        String there = partition == null || group == null ? "" : "partition: " + group;
        String here =
                wish.at() == box
                        ? nodes == 0 ? "" : "a box of %d nodes".formatted(nodes)
                        : nodes <= spares ? "" : "%d".formatted(nodes - spares);
        String maybe = here + (here.isEmpty() || there.isEmpty() ? "" : ", or ") + there;
        return maybe.isEmpty() ? null : maybe + ".";
    }

    /** The fewest nodes that any of the groups takes. */
    private int fewestNodes() {
        return groups.stream().mapToInt(Partition::minNodes).min().orElse(1);
    }

    /** The most nodes that a group gives which takes as few as that; else of any. */
    int mostNodes(int least) {
        if (groups.isEmpty()) {
            return machine.nodes();
        }
        return groups.stream()
                .filter(group -> group.minNodes() <= least || least == 1)
                .mapToInt(group -> Math.min(group.maxNodes(), group.nodes().size()))
                .max()
                .orElse(0);
    }

    /** Another group that allows so many nodes for so long; null if none does. */
    @Nullable String other(int nodes, long millis) {
        return machine.pools().stream()
                .flatMap(pool -> pool.partitions().stream())
                .filter(group -> group.minNodes() <= nodes && nodes <= group.maxNodes())
                .filter(group -> millis <= group.maxWalltimeMillis())
                .map(Partition::name)
                .findFirst()
                .orElse(null);
    }

    /**
     * The longest time limit of a job of so many nodes; {@link Long#MAX_VALUE} if there is none.
     */
    long longestMillis(int nodes) {
        return groups.stream()
                .filter(group -> group.minNodes() <= nodes && nodes <= group.maxNodes())
                .mapToLong(Partition::maxWalltimeMillis)
                .max()
                .orElse(Long.MAX_VALUE);
    }
}
