package dandori.scenario;

import dandori.machine.Machine;
import dandori.machine.Maintenance;
import dandori.machine.Outage;
import dandori.machine.Pool;
import dandori.scenario.key.Times;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.ScenarioException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The planned outages of a run: what the machines' operators have announced, where the date of time
 * 0 is known, and what the scenario says.
 */
public final class Outages {

    private Outages() {}

    /**
     * The maintenance of a machine as outages; none where the date of time 0 is not known.
     *
     * @param machine the machine as it is in the run
     * @param origin the date of time 0, or null
     */
    public static List<Outage> announced(Machine machine, @Nullable ZonedDateTime origin) {
        List<Outage> outages = new ArrayList<>();
        if (origin != null) {
            for (Maintenance date : machine.specification().maintenance()) {
                outages.add(date.outage(machine.name(), origin));
            }
        }
        return outages;
    }

    /**
     * All that are planned in a run of a scenario.
     *
     * @param scenario the scenario
     * @param origin the date of time 0, or null if nobody says it
     * @throws ScenarioException if they cannot be, with all issues
     */
    public static List<Outage> of(Scenario scenario, @Nullable ZonedDateTime origin) {
        List<Outage> outages = new ArrayList<>();
        for (Machine machine : scenario.machines()) {
            outages.addAll(announced(machine, origin));
        }
        Issues issues = new Issues();
        check(scenario.maintenance(), scenario.machines(), origin, issues);
        if (!issues.isEmpty()) {
            throw new ScenarioException(scenario.name(), issues.list());
        }
        scenario.maintenance().forEach(one -> outages.addAll(one.outages(origin)));
        return outages;
    }

    /** How many outages fall into a span of a run, both ends in milliseconds since time 0. */
    public static int met(List<Outage> outages, long fromMillis, long toMillis) {
        return (int)
                outages.stream()
                        .filter(one -> one.fromMillis() < toMillis && one.toMillis() > fromMillis)
                        .count();
    }

    /** Says what cannot be, now that the date of time 0 is known or will not be. */
    static void check(
            List<PlannedOutage> planned,
            List<Machine> machines,
            @Nullable ZonedDateTime origin,
            Issues issues) {
        List<Outage> so = new ArrayList<>();
        for (Machine machine : machines) {
            so.addAll(announced(machine, origin));
        }
        for (int i = 0; i < planned.size(); i++) {
            PlannedOutage one = planned.get(i);
            String path = "maintenance[" + i + "]";
            if (!checkTimes(path, one.times(), origin, issues)) {
                continue;
            }
            for (Outage outage : one.outages(origin)) {
                int before = issues.count();
                so.add(outage);
                checkSums(path, so, machines, issues);
                if (issues.count() > before) {
                    break; // the others would say the same
                }
            }
        }
    }

    /** Whether times can be, now that the date of time 0 is known or will not be. */
    static boolean checkTimes(
            String path, Times times, @Nullable ZonedDateTime origin, Issues issues) {
        if (times.needsDate() && origin == null) {
            issues.add(
                    Node.below(path, times.dated()),
                    0,
                    "is a date, but the trace does not say when it begins.",
                    "'run.start: 2026-04-01T00:00+09:00', or the time since the beginning.");
            return false;
        }
        if (times.to().millisAfter(origin) <= times.from().millisAfter(origin)) {
            issues.add(Node.below(path, "to"), 0, "must lie after 'from'.", null);
            return false;
        }
        if (times.spans(origin).isEmpty()) {
            issues.add(
                    Node.below(path, times.recurring()),
                    0,
                    "there is no such time between 'from' and 'to'.",
                    "a later 'to', or more 'days'.");
            return false;
        }
        return true;
    }

    private static void checkSums(
            String path, List<Outage> so, List<Machine> machines, Issues issues) {
        for (Machine machine : machines) {
            for (Pool pool : machine.pools()) {
                checkSum(path, so, machine, pool, issues);
            }
        }
    }

    /** Whether the outages before and the last take no more nodes together than there are. */
    private static void checkSum(
            String path, List<Outage> so, Machine machine, Pool pool, Issues issues) {
        Outage last = so.get(so.size() - 1);
        if (last.isWhole() || !last.reaches(machine, pool)) {
            return;
        }
        long most = 0;
        for (Outage begins : so) {
            long at = Math.max(begins.fromMillis(), last.fromMillis());
            long sum = 0;
            for (Outage other : so) {
                boolean counts = !other.isWhole() && other.reaches(machine, pool);
                sum += counts && other.isOn(at) && last.isOn(at) ? other.nodes() : 0;
            }
            most = Math.max(most, sum);
        }
        if (most > pool.nodes()) {
            issues.add(
                    Node.below(path, "nodes"),
                    0,
                    "with those planned beside it, %,d of %,d nodes are away at once."
                            .formatted(most, pool.nodes()),
                    "leave 'nodes' out where all leave: outages of the whole machine may overlap.");
        }
    }
}
