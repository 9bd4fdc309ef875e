package dandori.scenario;

import dandori.scenario.text.Issues;
import dandori.scenario.text.ScenarioException;
import dandori.sim.Simulation;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reservations of a scenario in a run. */
public final class Reservations {

    private Reservations() {}

    /**
     * Tells a simulation of all reservations.
     *
     * @param origin the date of time 0, or null if nobody says it
     * @throws ScenarioException if they cannot be, with all issues
     */
    public static void tell(
            Scenario scenario, @Nullable ZonedDateTime origin, Simulation simulation) {
        Issues issues = new Issues();
        List<PlannedReservation> all = scenario.reservations();
        for (int i = 0; i < all.size(); i++) {
            Outages.checkTimes("reservations[" + i + "]", all.get(i).times(), origin, issues);
        }
        if (!issues.isEmpty()) {
            throw new ScenarioException(scenario.name(), issues.list());
        }
        all.forEach(one -> simulation.reservation(one.reservation(origin)));
    }
}
