package dandori.policy.limit;

import dandori.job.Jobs;
import dandori.policy.Setting;
import dandori.policy.share.AccountTree;
import dandori.policy.share.Accounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * A pool divided among owners, down the tree of accounts: its nodes among the organizations that
 * are at home on its machine, with or without jobs, by their shares, and where accounts or users
 * own nodes, those of each account among whoever is directly below it. Where accounts own nodes,
 * the users directly in one that has others below it count as one more of those, with the sum of
 * their shares. An organization that is not listed counts 1, and so does a user.
 *
 * <p>Parts of a node go to whoever would lose most of one by rounding down, at equal parts to
 * whoever is named first; so at each account.
 *
 * <p>Users are those that are named in accounts, and those of jobs that are known beforehand.
 */
final class Division {

    private static final int NOBODY = 0;

    private final Owner owner;
    private final Jobs jobs;
    private final List<String> organizations;
    private final List<String> users;
    private final AccountTree tree;
    private int[] own = new int[64]; // nodes, by node of the tree, of those who own some

    /**
     * The division of a setting's pool.
     *
     * @throws IllegalArgumentException if no job of the run has an organization
     */
    Division(Owner owner, Setting setting) {
        if (setting.organizations().isEmpty()) {
            throw new IllegalArgumentException(
                    "Quotas are for organizations, but no job has one.\nMaybe organizationFrom: group");
        }
        this.owner = owner;
        jobs = setting.jobs();
        organizations = setting.organizations();
        users = setting.users();
        tree = new AccountTree(setting.accounts(), setting.organizations(), setting.users());
        divide(setting);
    }

    private void divide(Setting setting) {
        Accounts accounts = setting.accounts();
        for (int job = 0; owner != Owner.ORGANIZATION && job < jobs.count(); job++) {
            if (jobs.organization(job) >= 0 && jobs.user(job) >= 0) {
                tree.user(jobs.organization(job), jobs.user(job));
            }
        }
        Map<Integer, Double> members = new LinkedHashMap<>();
        for (int place = 0; place < accounts.organizations().size(); place++) {
            String name = accounts.organizations().get(place).name();
            if (!accounts.away().contains(name)) {
                int node = tree.child(AccountTree.ROOT, place);
                members.put(node, tree.shares(node));
            }
        }
        for (int index = 0; index < setting.organizations().size(); index++) {
            if (!accounts.away().contains(setting.organizations().get(index))) {
                int node = tree.organization(index);
                members.put(node, tree.shares(node));
            }
        }
        divide(setting.pool().nodes(), members)
                .forEach(owner == Owner.ORGANIZATION ? this::give : this::below);
    }

    private void give(int node, int nodes) {
        if (node >= own.length) {
            own = Arrays.copyOf(own, Math.max(node + 1, 2 * own.length));
        }
        own[node] = nodes;
    }

    /** Divides the nodes of an account among those below it. */
    private void below(int account, int nodes) {
        Map<Integer, Double> members = new LinkedHashMap<>();
        IntArrayList users = new IntArrayList();
        double ofUsers = 0;
        for (int place = 0; place < tree.childCount(account); place++) {
            int node = tree.child(account, place);
            if (tree.isUser(node)) {
                users.add(node);
                ofUsers += tree.shares(node);
            } else {
                members.put(node, tree.shares(node));
            }
        }
        if (owner == Owner.ACCOUNT && members.isEmpty()) {
            members.put(account, 1.0);
        } else if (owner == Owner.ACCOUNT && !users.isEmpty()) {
            members.put(account, ofUsers);
        } else if (owner == Owner.USER) {
            users.forEach(user -> members.put(user, tree.shares(user)));
        }
        divide(nodes, members)
                .forEach((node, its) -> {
                    if (node == account || tree.isUser(node)) {
                        give(node, its);
                    } else {
                        below(node, its);
                    }
                });
    }

    /** Whole nodes for each member by its share, in their order. */
    private static Map<Integer, Integer> divide(int nodes, Map<Integer, Double> members) {
        double all = members.values().stream().reduce(0.0, Double::sum);
        Map<Integer, Integer> parts = new LinkedHashMap<>();
        Map<Integer, Double> rests = new LinkedHashMap<>();
        int left = all > 0 ? nodes : 0;
        for (Map.Entry<Integer, Double> member : members.entrySet()) {
            double exact = all > 0 ? nodes * (member.getValue() / all) : 0;
            parts.put(member.getKey(), (int) exact);
            rests.put(member.getKey(), exact - (int) exact);
            left -= (int) exact;
        }
        List<Integer> byRest = new ArrayList<>(members.keySet());
        byRest.sort(Comparator.comparingDouble((Integer one) -> -rests.getOrDefault(one, 0.0)));
        for (Integer one : byRest.subList(0, Math.min(Math.max(0, left), byRest.size()))) {
            parts.merge(one, 1, Integer::sum);
        }
        return parts;
    }

    /** Who owns what a job may have: a small number, 0 for nobody. */
    int ownerOf(int job) {
        int organization = jobs.organization(job);
        if (organization < 0) {
            return NOBODY;
        }
        if (owner == Owner.ORGANIZATION) {
            return tree.organization(organization);
        }
        int user = tree.user(organization, jobs.user(job));
        return owner == Owner.USER ? user : tree.parent(user);
    }

    /** The same in words: {@code organization riken}; empty for nobody. */
    String whose(int job) {
        int organization = jobs.organization(job);
        if (organization < 0) {
            return "";
        }
        if (owner == Owner.ORGANIZATION) {
            return "organization " + organizations.get(organization);
        }
        int user = jobs.user(job);
        String kind = owner == Owner.USER ? "user " : "account of user ";
        return user < 0 ? "" : kind + users.get(user);
    }

    /** How many nodes an owner has. */
    int nodesOf(int one) {
        return one < own.length ? own[one] : 0;
    }
}
