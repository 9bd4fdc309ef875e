package dandori.scenario;

import dandori.policy.Admission;
import dandori.policy.limit.Both;
import dandori.policy.limit.Limit;
import dandori.policy.limit.Limits;
import dandori.policy.limit.Shared;
import dandori.policy.limit.Shares;
import dandori.policy.limit.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What limits and shares come to under a policy. */
final class EffectiveLimits {

    private EffectiveLimits() {}

    /**
     * An admission with the shares of organizations, under a policy's limits and those that
     * organizations have under every policy.
     */
    static Admission of(Admission admission, Limits limits, List<Organization> organizations) {
        Admission part =
                admission instanceof Shared shared ? shared.with(shares(organizations)) : admission;
        Limits all = limits(limits, organizations);
        return Both.of(all.isEmpty() ? Admission.OPEN : all, part);
    }

    /** What organizations are entitled to at home. */
    static Shares shares(List<Organization> organizations) {
        Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
        for (Organization one : organizations) {
            shares.computeIfAbsent(one.home(), machine -> new LinkedHashMap<>())
                    .put(one.name(), one.shares());
        }
        return new Shares(shares);
    }

    /** Both limits hold for an organization that has one of its own and one under the policy. */
    private static Limits limits(Limits policy, List<Organization> organizations) {
        Limits all = policy;
        for (Organization one : organizations) {
            if (!one.limit().equals(Limit.NONE)) {
                Limit under = policy.of(Subject.ORGANIZATION, one.name());
                Limit both = under == null ? one.limit() : one.limit().and(under);
                all = all.with(Subject.ORGANIZATION, one.name(), both);
            }
        }
        return all;
    }
}
