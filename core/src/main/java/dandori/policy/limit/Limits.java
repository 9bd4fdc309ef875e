package dandori.policy.limit;

import dandori.policy.Admission;
import dandori.policy.Setting;
import dandori.policy.Verdict;
import dandori.policy.preemption.QosTable;
import dandori.state.Situation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits for organizations, users, partitions and qualities of service: a job may start if all of
 * its own have room for it. {@link Verdict#QUOTA} is what somebody may have at once, {@link
 * Verdict#SHARE} a budget.
 *
 * <p>A job that no limit would ever let start, since it asks for more than is there when nobody
 * else has anything, is rejected when it comes. A limit for a name that no job has holds nobody.
 * Limits count within one pool of a run.
 *
 * <p>After each start and each end only those who have lost or gained are looked at, and of their
 * waiting jobs only those are asked about whose nodes or node time lie between what was left before
 * and what is left now. Cost: a few nanoseconds a waiting job of theirs while they are near a
 * limit, nothing while they are far from it.
 *
 * <p>With the idea of Slurm's association limits (GrpTRES, GrpJobs, GrpTRESMins; SchedMD, resource
 * limits), which reserve nothing at the start unless told to.
 *
 * @param named limits of those who have one of their own
 * @param others the limit of each one who has none
 * @param qualities which job has which quality of service, for the limits of those; whom they let
 *     preempt says nothing here
 */
public record Limits(
        Map<Subject, Map<String, Limit>> named, Map<Subject, Limit> others, QosTable qualities)
        implements Admission {

    /** Nothing is limited. */
    public static final Limits NONE = new Limits(Map.of(), Map.of(), QosTable.NONE);

    /** Keeps the limits, in order. */
    public Limits {
        Map<Subject, Map<String, Limit>> kept = new EnumMap<>(Subject.class);
        named.forEach((subject, limits) ->
                kept.put(subject, Collections.unmodifiableMap(new LinkedHashMap<>(limits))));
        named = Collections.unmodifiableMap(kept);
        Map<Subject, Limit> all = new EnumMap<>(Subject.class);
        all.putAll(others);
        others = Collections.unmodifiableMap(all);
    }

    /** The same with other qualities of service. */
    public Limits qualities(QosTable table) {
        return new Limits(named, others, table);
    }

    /** The same with the limit of one organization, user, partition or quality of service. */
    public Limits with(Subject subject, String name, Limit limit) {
        Map<Subject, Map<String, Limit>> more = new EnumMap<>(Subject.class);
        more.putAll(named);
        Map<String, Limit> limits = new LinkedHashMap<>(more.getOrDefault(subject, Map.of()));
        limits.put(name, limit);
        more.put(subject, limits);
        return new Limits(more, others, qualities);
    }

    /** The same with the limit of each one who has none of its own. */
    public Limits withOthers(Subject subject, Limit limit) {
        Map<Subject, Limit> more = new EnumMap<>(Subject.class);
        more.putAll(others);
        more.put(subject, limit);
        return new Limits(named, more, qualities);
    }

    /** The limit of a name; null if it has none. */
    public @Nullable Limit of(Subject subject, String name) {
        Limit own = named.getOrDefault(subject, Map.of()).get(name);
        return own == null ? others.get(subject) : own;
    }

    /** Whether nothing is limited. */
    public boolean isEmpty() {
        return others.isEmpty() && named.values().stream().allMatch(Map::isEmpty);
    }

    /** Not to be asked: each run has an instance of its own, which counts. */
    @Override
    public Verdict admit(int job, Situation now) {
        throw new IllegalStateException("Limits count in a run.\nMaybe .forRun(setting)");
    }

    @Override
    public Admission forRun(Setting setting) {
        return isEmpty() ? OPEN : new LimitsInRun(this, setting);
    }
}
