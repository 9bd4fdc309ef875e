package dandori.policy.share;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.collections.impl.list.mutable.primitive.DoubleArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/**
 * The accounts of a run as numbered nodes, and below them the users. It grows: a user that the
 * accounts do not name joins with the first job, so nobody counts before being heard of.
 *
 * <p>A node's number is larger than its parent's. Cost: a look-up in a hash map for each question.
 */
public final class AccountTree {

    /** The node above all others. */
    public static final int ROOT = 0;

    private static final int NONE = -1;

    private final List<String> organizationNames;
    private final List<String> userNames;
    private final Map<String, Integer> organizationByName = new LinkedHashMap<>();
    private final List<Map<String, Integer>> namedUsers = new ArrayList<>(); // by node, if at top
    private final LongIntHashMap organizationNodes = new LongIntHashMap();
    private final LongIntHashMap userNodes = new LongIntHashMap();
    private final IntArrayList parents = new IntArrayList();
    private final DoubleArrayList shares = new DoubleArrayList();
    private final DoubleArrayList sharesBelow = new DoubleArrayList(); // sum over children
    private final List<IntArrayList> children = new ArrayList<>();
    private final BitSet users = new BitSet();

    /**
     * The tree of a run.
     *
     * @param accounts who has shares
     * @param organizationNames the names of organizations, by their index
     * @param userNames the names of users, by their index
     */
    public AccountTree(Accounts accounts, List<String> organizationNames, List<String> userNames) {
        this.organizationNames = organizationNames;
        this.userNames = userNames;
        add(NONE, 1, false);
        for (Account organization : accounts.organizations()) {
            Map<String, Integer> named = new LinkedHashMap<>();
            int node = add(organization, ROOT, named);
            organizationByName.put(organization.name(), node);
            namedUsers.set(node, named);
        }
    }

    private int add(Account account, int parent, Map<String, Integer> named) {
        boolean isThere = account.shares() != Account.PARENT;
        int node = isThere ? add(parent, account.shares(), false) : parent;
        account.users().forEach((name, share) -> named.put(name, add(node, share, true)));
        account.accounts().forEach(below -> add(below, node, named));
        return node;
    }

    private int add(int parent, double share, boolean isUser) {
        int node = parents.size();
        parents.add(parent);
        shares.add(share);
        sharesBelow.add(0);
        children.add(new IntArrayList(0));
        namedUsers.add(Map.of());
        users.set(node, isUser);
        if (parent != NONE) {
            children.get(parent).add(node);
            sharesBelow.set(parent, sharesBelow.get(parent) + share);
        }
        return node;
    }

    /**
     * The node of a user, who joins now if never heard of.
     *
     * @param organization the index of the organization, or -1 if it is not known
     * @param user the index of the user, or -1 if it is not known
     */
    public int user(int organization, int user) {
        long key = (long) organization << 32 | user & 0xFFFF_FFFFL;
        int known = userNodes.getIfAbsent(key, NONE);
        if (known != NONE) {
            return known;
        }
        int top = organization(organization);
        Integer named = namedUsers.get(top).get(name(userNames, user));
        int node = named == null ? add(top, 1, true) : named;
        userNodes.put(key, node);
        return node;
    }

    /**
     * The node of an organization, which joins now if never heard of.
     *
     * @param organization its index, or -1 if it is not known
     */
    public int organization(int organization) {
        int known = organizationNodes.getIfAbsent(organization, NONE);
        if (known != NONE) {
            return known;
        }
        Integer named = organizationByName.get(name(organizationNames, organization));
        int node = named == null ? add(ROOT, 1, false) : named;
        organizationNodes.put(organization, node);
        return node;
    }

    private static String name(List<String> names, int index) {
        return index >= 0 && index < names.size() ? names.get(index) : "";
    }

    /** The number of nodes, the root among them. */
    public int size() {
        return parents.size();
    }

    /** The number of users. */
    public int userCount() {
        return users.cardinality();
    }

    /** Whether a node is a user, below whom there is nobody. */
    public boolean isUser(int node) {
        return users.get(node);
    }

    /** The account above a node, or -1 above the root. */
    public int parent(int node) {
        return parents.get(node);
    }

    /** How many nodes are directly below an account. */
    public int childCount(int account) {
        return children.get(account).size();
    }

    /** A node directly below an account; they stand in the order in which they joined. */
    public int child(int account, int place) {
        return children.get(account).get(place);
    }

    /** What a node is entitled to, relative to its siblings. */
    public double shares(int node) {
        return shares.get(node);
    }

    /** What a node is entitled to among its siblings and itself, from 0 to 1; 0 without shares. */
    public double shareOfLevel(int node) {
        double level = sharesBelow.get(parents.get(node));
        return level > 0 ? shares.get(node) / level : 0;
    }
}
