package dandori.scenario;

import dandori.machine.Machine;
import dandori.policy.share.Account;
import java.util.ArrayList;
import java.util.List;

/** Parts of policies that change nothing beside the others, or in this scenario; in sentences. */
final class IdleParts {

    private static final String FIXED = "fixed-quota";
    private static final String LENT = "lent-quota";
    private static final String RECLAIM = "reclaim";

    private IdleParts() {}

    /** What is to be said of the policies of a scenario. */
    static List<String> warnings(Scenario scenario) {
        List<String> warnings = new ArrayList<>();
        for (PolicyParts policy : scenario.policies()) {
            Part admission = policy.admission();
            String use = admission == null ? "" : admission.use();
            if (areOrganizationsKnown(scenario)
                    && (use.startsWith(FIXED) || use.startsWith(LENT))) {
                quota(policy.name(), use, scenario, warnings);
            }
            Part preemption = policy.preemption();
            if (preemption != null && preemption.use().equals(RECLAIM)) {
                reclaim(policy.name(), use, preemption, warnings);
            }
        }
        return warnings;
    }

    private static void quota(String policy, String use, Scenario scenario, List<String> warnings) {
        boolean isOfOrganizations = use.equals(FIXED) || use.equals(LENT);
        if (isOfOrganizations
                && scenario.machines().stream().noneMatch(m -> isShared(m, scenario))) {
            warnings.add(
                    "Policy '%s': '%s' divides nothing: on each machine one organization at most is at home."
                            .formatted(policy, use));
        }
        boolean hasAccounts =
                scenario.organizations().stream()
                        .map(Organization::account)
                        .anyMatch(IdleParts::hasAccounts);
        if (use.endsWith(":account") && !hasAccounts) {
            warnings.add(
                    "Policy '%s': '%s' is as without ':account': no organization has 'accounts'."
                            .formatted(policy, use));
        }
    }

    /** Whether no trace or snapshot may bring others than the scenario names. */
    private static boolean areOrganizationsKnown(Scenario scenario) {
        return scenario.workload().streams().stream()
                .allMatch(stream ->
                        stream instanceof GeneratedStream
                                || stream instanceof TraceStream trace
                                        && trace.organization() != null
                                || stream instanceof SnapshotStream snapshot
                                        && snapshot.organization() != null);
    }

    private static boolean isShared(Machine machine, Scenario scenario) {
        long owners =
                scenario.organizations().stream()
                        .filter(one -> one.home().equals(machine.name()))
                        .count();
        return owners > 1;
    }

    private static boolean hasAccounts(Account account) {
        return !account.accounts().isEmpty();
    }

    private static void reclaim(
            String policy, String admission, Part preemption, List<String> warnings) {
        if (admission.startsWith(FIXED)) {
            warnings.add(
                    "Policy '%s': 'reclaim' takes nothing back: under '%s' nobody borrows."
                            .formatted(policy, admission));
        }
        boolean goesOn =
                preemption.options().flag("suspend")
                        || preemption.options().millis("checkpointEvery") > 0;
        if (!goesOn && preemption.options().millis("restart") > 0) {
            warnings.add(
                    "Policy '%s': 'restart' of 'reclaim' says nothing without 'suspend' or 'checkpointEvery': jobs begin anew."
                            .formatted(policy));
        }
    }
}
