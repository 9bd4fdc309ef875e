package dandori.reference;

import dandori.policy.Order;
import dandori.policy.order.FairShare;
import dandori.policy.order.FairTreeOrder;
import dandori.policy.order.Multifactor;
import dandori.policy.order.Orders;
import dandori.policy.order.TresWeights;
import dandori.policy.order.UsageRule;
import dandori.policy.share.Account;
import dandori.policy.share.Accounts;
import dandori.reference.ReferenceAccount.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The orders that go by usage: all records of all jobs are swept whenever anybody asks.
 *
 * <p>A name has bits behind its colon: 1 for ties as in Slurm's code (or the classic factor), 2 for
 * usage that never decays, 4 for resets.
 */
final class ReferenceShares {

    /** An organization in detail, one without users, one without shares; more join. */
    static final Accounts ACCOUNTS =
            new Accounts(
                    List.of(
                            new Account(
                                    "org0",
                                    3,
                                    List.of(
                                            new Account("p", 2, List.of(), Map.of("user0", 2.0)),
                                            new Account("q", 2, List.of(), Map.of("user1", 1.0)),
                                            Account.of("empty", 5)),
                                    Map.of()),
                            new Account(
                                    "org1",
                                    1,
                                    List.of(
                                            new Account(
                                                    "r",
                                                    Account.PARENT,
                                                    List.of(
                                                            new Account(
                                                                    "s",
                                                                    3,
                                                                    List.of(),
                                                                    Map.of("user1", 1.0))),
                                                    Map.of("user2", 2.0))),
                                    Map.of("user0", 0.5)),
                            Account.of("org2", 0)));

    private static final Multifactor.Weights WEIGHTS =
            new Multifactor.Weights(
                    1_000, 2_000, 500, 700, 900, 300, new TresWeights(110, 70, 50, 30));
    private static final long OLD_MILLIS = 60_000;

    private final ReferenceSimulator all;
    private final UsageRule rule;
    private final boolean flag;
    private final Tree tree;
    private final long look;
    private int visited;
    private int last;

    private ReferenceShares(ReferenceSimulator all) {
        this.all = all;
        rule = rule(all.setting.order());
        flag = (bits(all.setting.order()) & 1) > 0;
        tree = Tree.of(all);
        look = Math.floorDiv(all.now, rule.periodMillis()) * rule.periodMillis();
        for (ReferenceJob job : tree.ways().keySet()) {
            tree.add(job, used(job));
        }
        rank(tree.root().below, false);
    }

    static boolean knows(String order) {
        return List.of("fair-tree", "fair-share", "multifactor", "drf", "hdrf")
                .contains(idea(order));
    }

    static String idea(String order) {
        return order.split(":")[0];
    }

    private static int bits(String order) {
        return order.contains(":") ? Integer.parseInt(order.split(":")[1]) : 0;
    }

    private static UsageRule rule(String order) {
        int bits = bits(order);
        return new UsageRule((bits & 2) > 0 ? 0 : 50_000, 7_000, (bits & 4) > 0 ? 90_000 : 0);
    }

    static Order order(String name) {
        boolean flag = (bits(name) & 1) > 0;
        return switch (idea(name)) {
            case "fair-tree" -> new FairTreeOrder(rule(name), flag);
            case "fair-share" -> new FairShare(rule(name));
            case "multifactor" ->
                    new Multifactor(
                            WEIGHTS,
                            rule(name),
                            OLD_MILLIS,
                            flag,
                            flag,
                            false,
                            ReferenceFactors.SITE);
            case "hdrf" -> Orders.hierarchicalDominantShare();
            default -> Orders.dominantShare();
        };
    }

    static Comparator<ReferenceJob> at(ReferenceSimulator all) {
        ReferenceShares shares = new ReferenceShares(all);
        return Comparator.comparingDouble(shares::score)
                .thenComparingLong(ReferenceJob::submit)
                .thenComparingInt(job -> job.index);
    }

    private double score(ReferenceJob job) {
        return switch (idea(all.setting.order())) {
            case "fair-tree" -> tree.user(job).place;
            case "fair-share" -> ratio(job);
            default -> -priority(job);
        };
    }

    private double priority(ReferenceJob job) {
        double users = count(tree.root());
        double fairshare =
                flag ? StrictMath.pow(2, -ratio(job)) : (users - tree.user(job).place) / users;
        double age = Math.min(1, Math.max(0.0, look - job.submit()) / OLD_MILLIS);
        double size = (double) job.nodes() / all.world.nodes();
        return Math.floor(
                Math.max(
                        1,
                        1_000 * age
                                + 2_000 * fairshare
                                + 500 * (flag ? 1 - size : size)
                                + ReferenceFactors.sum(job, all.world.nodes())));
    }

    private static int count(ReferenceAccount from) {
        return from.isUser ? 1 : from.below.stream().mapToInt(ReferenceShares::count).sum();
    }

    /** Effective usage over shares, from the top down. */
    private double ratio(ReferenceJob job) {
        double whole = tree.root().amount;
        double shares = 1;
        double effective = 0;
        List<ReferenceAccount> siblings = tree.root().below;
        for (ReferenceAccount one : tree.ways().get(job)) {
            double own = whole == 0 ? 0 : one.amount / whole;
            double part = part(one, siblings);
            effective = siblings == tree.root().below ? own : own + (effective - own) * part;
            shares *= part;
            siblings = one.below;
        }
        return shares == 0 ? Double.POSITIVE_INFINITY : (float) (effective / shares);
    }

    private static double part(ReferenceAccount one, List<ReferenceAccount> siblings) {
        double sum = siblings.stream().mapToDouble(other -> other.shares).sum();
        return sum == 0 ? 0 : one.shares / sum;
    }

    /** What a job has used at the look: what it ran before, and what it runs. */
    private double used(ReferenceJob job) {
        List<long[]> segments = new ArrayList<>(job.segments);
        if (all.running.contains(job)) {
            segments.add(new long[] {job.start, Long.MAX_VALUE});
        }
        double used = 0;
        long reset = rule.resetMillis();
        long forgotten = reset == 0 ? 0 : Math.floorDiv(look, reset) * reset;
        for (long[] segment : segments) {
            long from = Math.max(segment[0], forgotten);
            long to = Math.min(segment[1], look);
            if (from < to) {
                used += job.nodes() * (integral(to) - integral(from));
            }
        }
        return used;
    }

    private double integral(long at) {
        double half = rule.halfLifeMillis();
        return half == 0 ? at : half / StrictMath.log(2) * StrictMath.pow(2, (at - look) / half);
    }

    /** Fair Tree by groups of those who tie. */
    private void rank(List<ReferenceAccount> siblings, boolean isTiedAbove) {
        Map<Float, List<ReferenceAccount>> groups = new TreeMap<>(Comparator.reverseOrder());
        for (ReferenceAccount one : siblings) {
            groups.computeIfAbsent(levelFairshare(one), level -> new ArrayList<>()).add(one);
        }
        boolean isTied = isTiedAbove;
        for (List<ReferenceAccount> group : groups.values()) {
            List<ReferenceAccount> users = group.stream().filter(one -> one.isUser).toList();
            List<ReferenceAccount> accounts = group.stream().filter(one -> !one.isUser).toList();
            if (!users.isEmpty()) {
                last = isTied ? last : visited;
                users.forEach(one -> one.place = last);
                visited += users.size();
                isTied = true;
            }
            if (flag) {
                for (ReferenceAccount one : accounts) {
                    rank(one.below, isTied);
                    isTied = true;
                }
            } else {
                List<ReferenceAccount> merged = new ArrayList<>();
                accounts.forEach(one -> merged.addAll(one.below));
                rank(merged, isTied);
            }
            isTied = false;
        }
    }

    private float levelFairshare(ReferenceAccount one) {
        ReferenceAccount above = above(tree.root(), one);
        double part = part(one, above.below);
        double used = above.amount == 0 ? 0 : one.amount / above.amount;
        return part == 0 ? 0 : (float) (part / used);
    }

    private static ReferenceAccount above(ReferenceAccount from, ReferenceAccount one) {
        if (from.below.contains(one)) {
            return from;
        }
        for (ReferenceAccount other : from.below) {
            ReferenceAccount found = other.isUser ? null : above(other, one);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
