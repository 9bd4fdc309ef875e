package dandori.reference;

import dandori.job.JobState;
import dandori.policy.share.Account;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account or a user in the tree of accounts, as it is now. */
final class ReferenceAccount {

    final String name;
    final double shares;
    final boolean isUser;
    final List<ReferenceAccount> below = new ArrayList<>();
    double amount; // used or held, by all below too
    int place; // of a user, among all

    ReferenceAccount(String name, double shares, boolean isUser) {
        this.name = name;
        this.shares = shares;
        this.isUser = isUser;
    }

    /** The tree at some instant, and whose each job is that has come so far. */
    record Tree(ReferenceAccount root, Map<ReferenceJob, List<ReferenceAccount>> ways) {

        static Tree of(ReferenceSimulator all) {
            ReferenceAccount root = new ReferenceAccount("", 1, false);
            ReferenceShares.ACCOUNTS.organizations().forEach(one -> add(root, one));
            Map<ReferenceJob, List<ReferenceAccount>> ways = new HashMap<>();
            for (ReferenceJob job : all.jobs) {
                if (job.state != JobState.UNBORN && job.state != JobState.REJECTED) {
                    ways.put(job, way(root, job.asked.organization(), job.asked.user()));
                }
            }
            return new Tree(root, ways);
        }

        /** Adds an amount to a job's user and to all accounts above. */
        void add(ReferenceJob job, double amount) {
            ways.getOrDefault(job, List.of()).forEach(one -> one.amount += amount);
            root.amount += amount;
        }

        ReferenceAccount user(ReferenceJob job) {
            List<ReferenceAccount> way = ways.get(job);
            return way.get(way.size() - 1);
        }

        private static void add(ReferenceAccount above, Account account) {
            ReferenceAccount one = above; // its children are those of the account above
            if (account.shares() != Account.PARENT) {
                one = new ReferenceAccount(account.name(), account.shares(), false);
                above.below.add(one);
            }
            ReferenceAccount home = one;
            account.users()
                    .forEach((name, shares) ->
                            home.below.add(new ReferenceAccount(name, shares, true)));
            account.accounts().forEach(other -> add(home, other));
        }

        /** From the organization down to the user, who joins if nobody has the name. */
        private static List<ReferenceAccount> way(
                ReferenceAccount root, String organization, String user) {
            ReferenceAccount top =
                    root.below.stream()
                            .filter(one -> one.name.equals(organization))
                            .findFirst()
                            .orElse(null);
            if (top == null) {
                top = new ReferenceAccount(organization, 1, false);
                root.below.add(top);
            }
            List<ReferenceAccount> way = find(top, user);
            if (way == null) {
                ReferenceAccount joined = new ReferenceAccount(user, 1, true);
                top.below.add(joined);
                return List.of(top, joined);
            }
            return way;
        }

        private static List<ReferenceAccount> find(ReferenceAccount from, String user) {
            for (ReferenceAccount one : from.below) {
                List<ReferenceAccount> way = null;
                if (one.isUser && one.name.equals(user)) {
                    way = List.of(one);
                } else if (!one.isUser) {
                    way = find(one, user);
                }
                if (way != null) {
                    List<ReferenceAccount> whole = new ArrayList<>(List.of(from));
                    whole.addAll(way);
                    return whole;
                }
            }
            return null;
        }
    }
}
