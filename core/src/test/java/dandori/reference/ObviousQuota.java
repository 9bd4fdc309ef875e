package dandori.reference;

import dandori.policy.Admission;
import dandori.policy.Setting;
import dandori.policy.Verdict;
import dandori.policy.limit.Shares;
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

    private final Shares shares;
    private final boolean lends;
    private final List<Integer> waiting = new ArrayList<>();
    private final List<Integer> running = new ArrayList<>();
    private Map<String, Integer> own = Map.of();
    private List<String> names = List.of();

    /** The quotas of these shares, which lend or do not. */
    public ObviousQuota(Shares shares, boolean lends) {
        this.shares = shares;
        this.lends = lends;
    }

    @Override
    public Admission forRun(Setting setting) {
        ObviousQuota quota = new ObviousQuota(shares, lends);
        quota.names = setting.organizations();
        Map<String, Double> members =
                new LinkedHashMap<>(shares.byMachine().get(setting.machine().name()));
        setting.organizations().forEach(name -> members.putIfAbsent(name, 1.0));
        quota.own = divided(members, setting.pool().nodes());
        return quota;
    }

    /** One node after another, each to whoever is furthest below its exact part. */
    static Map<String, Integer> divided(Map<String, Double> members, int nodes) {
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

    private int own(int job, Situation now) {
        int index = now.jobs().organization(job);
        return index < 0 ? 0 : own.getOrDefault(names.get(index), 0);
    }

    private boolean isEntitled(int job, Situation now) {
        int index = now.jobs().organization(job);
        int used =
                running.stream()
                        .filter(other -> now.jobs().organization(other) == index)
                        .mapToInt(now::nodesNeeded)
                        .sum();
        return used + now.nodesNeeded(job) <= own(job, now);
    }

    @Override
    public Verdict admit(int job, Situation now) {
        int index = now.jobs().organization(job);
        boolean may =
                isEntitled(job, now)
                        || lends
                                && waiting.stream()
                                        .filter(other -> now.jobs().organization(other) != index)
                                        .noneMatch(other -> isEntitled(other, now));
        return may ? Verdict.ELIGIBLE : Verdict.QUOTA;
    }

    @Override
    public boolean mayEver(int job, Situation now) {
        return lends || now.nodesNeeded(job) <= own(job, now);
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
