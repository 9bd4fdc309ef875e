package dandori.scenario;

import dandori.job.Workload;
import dandori.machine.Partition;
import dandori.machine.Pool;
import dandori.scenario.campaign.CampaignPlan;
import dandori.scenario.key.Times;
import dandori.scenario.text.NearestName;
import dandori.scenario.text.Node;
import dandori.scenario.text.Units;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plans of which nothing comes, once the jobs are known; in sentences. */
final class IdlePlans {

    private final Scenario scenario;
    private final @Nullable ZonedDateTime origin;
    private final List<String> warnings = new ArrayList<>();

    private IdlePlans(Scenario scenario, @Nullable ZonedDateTime origin) {
        this.scenario = scenario;
        this.origin = origin;
    }

    /**
     * What is to be said of maintenance, reservations and caps before or beyond the run, and of
     * reservations for names that no job has.
     *
     * @param origin the date of time 0, or null if nobody says it
     * @param jobs asked only where there are reservations
     */
    static List<String> warnings(
            Scenario scenario, @Nullable ZonedDateTime origin, Supplier<Workload> jobs) {
        IdlePlans plans = new IdlePlans(scenario, origin);
        for (int i = 0; i < scenario.maintenance().size(); i++) {
            PlannedOutage one = scenario.maintenance().get(i);
            plans.checkTimes(called("maintenance[" + i + "]", one.name()), one.times());
        }
        scenario.power()
                .forEach((machine, power) -> {
                    for (int i = 0; i < power.caps().size(); i++) {
                        String path = Node.below("power", machine) + ".caps[" + i + "]";
                        var cap = power.caps().get(i);
                        plans.checkTimes(called(path, cap.name()), cap.times());
                    }
                });
        for (PlannedReservation one : scenario.reservations()) {
            plans.checkTimes("Reservation '%s'".formatted(one.name()), one.times());
        }
        if (!scenario.reservations().isEmpty()) {
            Workload workload = jobs.get();
            scenario.reservations().forEach(one -> plans.checkNames(one, workload));
        }
        return plans.warnings;
    }

    private static String called(String path, String name) {
        return name.isEmpty() ? "'%s'".formatted(path) : "'%s' (%s)".formatted(path, name);
    }

    private void checkTimes(String what, Times times) {
        if (times.needsDate() && origin == null) {
            return; // refused elsewhere
        }
        List<Times.Span> spans = times.spans(origin);
        if (spans.isEmpty()) {
            return; // refused elsewhere
        }
        Long length = scenario.run().lengthMillis();
        if (spans.get(spans.size() - 1).toMillis() <= 0) {
            warnings.add(what + " is over before the run begins.");
        } else if (length != null && spans.get(0).fromMillis() >= length) {
            warnings.add(
                    "%s begins when the run is over (%s): at most it keeps jobs from starting that would run into it."
                            .formatted(what, Units.duration(length)));
        }
    }

    private void checkNames(PlannedReservation one, Workload workload) {
        Set<String> organizations = new LinkedHashSet<>(workload.organizations());
        Set<String> users = new LinkedHashSet<>(workload.users());
        for (CampaignPlan campaign : scenario.campaigns()) {
            organizations.add(campaign.organization());
            users.add(campaign.name());
        }
        Set<String> partitions = new LinkedHashSet<>(workload.partitions());
        scenario.machines().stream()
                .flatMap(machine -> machine.pools().stream())
                .map(Pool::partitions)
                .flatMap(List::stream)
                .map(Partition::name)
                .forEach(partitions::add);
        checkNames(one, "organization", one.organizations(), organizations);
        checkNames(one, "user", one.users(), users);
        checkNames(one, "partition", one.partitions(), partitions);
    }

    private void checkNames(
            PlannedReservation one, String kind, List<String> names, Set<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                String near = NearestName.of(name, known).map(" Maybe '%s'."::formatted).orElse("");
                warnings.add(
                        "Reservation '%s' is for %s '%s', of which there is no job.%s"
                                .formatted(one.name(), kind, name, near));
            }
        }
    }
}
