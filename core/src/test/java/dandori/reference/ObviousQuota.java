package dandori.reference;

import dandori.policy.Admission;
import dandori.policy.Setting;
import dandori.policy.Verdict;
import dandori.policy.limit.Owner;
import dandori.policy.share.Account;
import dandori.policy.share.Accounts;
import dandori.state.Situation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Quotas that count running and waiting jobs anew at each question, and ask about everybody. */
public final class ObviousQuota implements Admission {

    private final Owner owner;
    private final boolean lends;
    private final List<Integer> waiting = new ArrayList<>();
    private final List<Integer> running = new ArrayList<>();
    private Setting setting; // once it runs
    private final Map<String, Integer> own = new LinkedHashMap<>(); // by the way down to the owner

    /** The quotas of these owners, which lend or do not. */
    public ObviousQuota(Owner owner, boolean lends) {
        this.owner = owner;
        this.lends = lends;
    }

    @Override
    public Admission forRun(Setting setting) {
        ObviousQuota quota = new ObviousQuota(owner, lends);
        quota.setting = setting;
        ofOrganizations(setting)
                .forEach((name, nodes) -> quota.divide(quota.top(name), "/" + name, nodes));
        return quota;
    }

    /** What each organization that is at home has of the pool's nodes. */
    static Map<String, Integer> ofOrganizations(Setting setting) {
        Accounts accounts = setting.accounts();
        Map<String, Double> members = new LinkedHashMap<>();
        accounts.organizations().forEach(one -> members.put(one.name(), one.shares()));
        setting.organizations().forEach(name -> members.putIfAbsent(name, 1.0));
        members.keySet().removeAll(accounts.away());
        return divided(members, setting.pool().nodes());
    }

    private Account top(String name) {
        return setting.accounts().organizations().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(Account.of(name, 1));
    }

    /** Divides an account's nodes among those in it. */
    private void divide(Account account, String way, int nodes) {
        if (owner == Owner.ORGANIZATION) {
            own.put(way, nodes);
            return;
        }
        Map<String, Double> users = new LinkedHashMap<>();
        account.users().forEach((name, share) -> users.put(way + "/user " + name, share));
        for (int job = 0; job < setting.jobs().count(); job++) {
            String user = wayOf(job, Owner.USER);
            if (user.startsWith(way + "/user ")) {
                users.putIfAbsent(user, 1.0);
            }
        }
        Map<String, Double> members = new LinkedHashMap<>();
        account.accounts().forEach(one -> members.put(way + "/" + one.name(), one.shares()));
        if (owner == Owner.USER) {
            members.putAll(users);
        } else if (members.isEmpty()) {
            members.put(way, 1.0);
        } else if (!users.isEmpty()) {
            members.put(way, users.values().stream().mapToDouble(share -> share).sum());
        }
        divided(members, nodes)
                .forEach((name, its) -> {
                    Account below =
                            account.accounts().stream()
                                    .filter(one -> name.equals(way + "/" + one.name()))
                                    .findFirst()
                                    .orElse(null);
                    if (below == null) {
                        own.put(name, its);
                    } else {
                        divide(below, name, its);
                    }
                });
    }

    /** The way down to whoever owns what a job may have; empty if nobody does. */
    private String wayOf(int job, Owner to) {
        int index = setting.jobs().organization(job);
        int user = setting.jobs().user(job);
        if (index < 0) {
            return "";
        }
        String organization = setting.organizations().get(index);
        String name = user < 0 ? "" : setting.users().get(user);
        if (to == Owner.ORGANIZATION) {
            return "/" + organization;
        }
        String account = accountOf(name, top(organization), "/" + organization);
        String way = account.isEmpty() ? "/" + organization : account;
        return to == Owner.ACCOUNT ? way : way + "/user " + name;
    }

    private static String accountOf(String user, Account account, String way) {
        if (account.users().containsKey(user)) {
            return way;
        }
        return account.accounts().stream()
                .map(below -> accountOf(user, below, way + "/" + below.name()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** One node after another, each to whoever is furthest below its exact part. */
    private static Map<String, Integer> divided(Map<String, Double> members, int nodes) {
        BigDecimal all =
                members.values().stream()
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, Integer> parts = new LinkedHashMap<>();
        if (all.signum() == 0) {
            return parts;
        }
        Map<String, BigDecimal> rests = new LinkedHashMap<>();
        int left = nodes;
        for (String name : members.keySet()) {
            BigDecimal exact =
                    new BigDecimal(members.get(name))
                            .multiply(BigDecimal.valueOf(nodes))
                            .divide(all, MathContext.DECIMAL128);
            int whole = exact.setScale(0, RoundingMode.DOWN).intValueExact();
            parts.put(name, whole);
            rests.put(name, exact.subtract(BigDecimal.valueOf(whole)));
            left -= whole;
        }
        for (; left > 0; left--) {
            String best = "";
            for (String name : rests.keySet()) {
                if (best.isEmpty() || rests.get(name).compareTo(rests.get(best)) > 0) {
                    best = name;
                }
            }
            parts.merge(best, 1, Integer::sum);
            rests.put(best, BigDecimal.ONE.negate());
        }
        return parts;
    }

    private int own(int job) {
        return own.getOrDefault(wayOf(job, owner), 0);
    }

    private boolean isEntitled(int job, Situation now) {
        int used =
                running.stream()
                        .filter(other -> wayOf(other, owner).equals(wayOf(job, owner)))
                        .mapToInt(now::nodesNeeded)
                        .sum();
        return used + now.nodesNeeded(job) <= own(job);
    }

    @Override
    public Verdict admit(int job, Situation now) {
        boolean may =
                isEntitled(job, now)
                        || lends
                                && waiting.stream()
                                        .filter(other ->
                                                !wayOf(other, owner).equals(wayOf(job, owner)))
                                        .noneMatch(other -> isEntitled(other, now));
        return may ? Verdict.ELIGIBLE : Verdict.QUOTA;
    }

    @Override
    public String heldBy(int job, Situation now) {
        int organization = setting.jobs().organization(job);
        int user = setting.jobs().user(job);
        if (organization < 0 || owner != Owner.ORGANIZATION && user < 0) {
            return "";
        }
        return switch (owner) {
            case ORGANIZATION -> "organization " + setting.organizations().get(organization);
            case ACCOUNT -> "account of user " + setting.users().get(user);
            case USER -> "user " + setting.users().get(user);
        };
    }

    @Override
    public boolean mayEver(int job, Situation now) {
        return lends || now.nodesNeeded(job) <= own(job);
    }

    @Override
    public void jobQueued(int job, Situation now) {
        waiting.add(job);
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        waiting.remove(Integer.valueOf(job));
    }

    @Override
    public void jobStarted(int job, Situation now) {
        waiting.remove(Integer.valueOf(job));
        running.add(job);
    }

    @Override
    public void jobEnded(int job, Situation now) {
        running.remove(Integer.valueOf(job));
    }
}
