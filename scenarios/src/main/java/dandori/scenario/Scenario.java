package dandori.scenario;

import dandori.machine.Machine;
import dandori.scenario.campaign.CampaignPlan;
import dandori.scenario.failure.FailurePlan;
import dandori.scenario.inquiry.Inquiry;
import dandori.scenario.power.PowerPlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scenario, checked and complete: every default filled in, every reference resolved.
 *
 * @param name its name
 * @param description the question that it asks; may be empty
 * @param machines at least one, in the order of the file
 * @param choices where machines are described that have a description elsewhere, by their names
 * @param organizations those that the file names, in its order; traces may bring more
 * @param workload where jobs come from
 * @param campaigns the models that are trained, in the order of the file
 * @param failures what breaks, by machine; a machine that is not there never fails
 * @param power what nodes draw, and caps, by machine; of a machine that is not there no energy is
 *     added up
 * @param policies those that are not abstract, in the order of the file
 * @param run how long, how often, under which conventions
 * @param maintenance planned outages, beside those that the machines' files list
 * @param reservations nodes that are kept for some
 * @param report what is shown
 * @param inquiry what is to be found out with other values; null if nothing
 */
public record Scenario(
        String name,
        String description,
        List<Machine> machines,
        Map<String, MachineChoice> choices,
        List<Organization> organizations,
        WorkloadPlan workload,
        List<CampaignPlan> campaigns,
        Map<String, FailurePlan> failures,
        Map<String, PowerPlan> power,
        List<PolicyParts> policies,
        RunPlan run,
        List<PlannedOutage> maintenance,
        List<PlannedReservation> reservations,
        ReportPlan report,
        @Nullable Inquiry inquiry) {

    /** Keeps the lists. */
    public Scenario {
        machines = List.copyOf(machines);
        choices = Map.copyOf(choices);
        organizations = List.copyOf(organizations);
        campaigns = List.copyOf(campaigns);
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
        power = Collections.unmodifiableMap(new LinkedHashMap<>(power));
        policies = List.copyOf(policies);
        maintenance = List.copyOf(maintenance);
        reservations = List.copyOf(reservations);
    }

    /** Whether runs of different seeds differ. */
    public boolean isDrawn() {
        return !failures.isEmpty()
                || run.certainty().shaking() != null
                || workload.streams().stream().anyMatch(Stream::isDrawn);
    }

    /** The machine of the given name. */
    public Optional<Machine> machine(String name) {
        return machines.stream().filter(machine -> machine.name().equals(name)).findFirst();
    }

    /** The organization of the given name. */
    public Optional<Organization> organization(String name) {
        return organizations.stream()
                .filter(organization -> organization.name().equals(name))
                .findFirst();
    }

    /**
     * The machine to which an organization's jobs go; the first for one that the file does not
     * name.
     */
    public Machine homeOf(String organization) {
        return organization(organization)
                .flatMap(known -> machine(known.home()))
                .orElse(machines.get(0));
    }

    /** The policies to run, in the order of the report. */
    public List<PolicyParts> policiesToRun() {
        return report.policies().stream()
                .map(name ->
                        policies.stream()
                                .filter(policy -> policy.name().equals(name))
                                .findFirst()
                                .orElseThrow(() ->
                                        new IllegalStateException(
                                                "There is no policy '%s'.".formatted(name))))
                .toList();
    }
}
