package dandori.scenario;

import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.policy.limit.DailyTimes;
import dandori.scenario.key.Moment;
import dandori.scenario.key.ReservationSections;
import dandori.scenario.key.Times;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import dandori.scenario.text.Scalar;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the reservations of a scenario. */
final class ReservationReader {

    private static final Times NEVER =
            new Times(new Moment(null, 0L), new Moment(null, 0L), DailyTimes.ALWAYS);

    private final List<Machine> machines;
    private final KnownNames known;
    private final RunPlan plan;
    private final boolean staysHome; // under every policy
    private final Issues issues;

    /**
     * A reader.
     *
     * @param known the names that may be used
     * @param plan how long the run is
     * @param staysHome whether no policy sends jobs to other machines than their home
     */
    ReservationReader(
            List<Machine> machines,
            KnownNames known,
            RunPlan plan,
            boolean staysHome,
            Issues issues) {
        this.machines = machines;
        this.known = known;
        this.plan = plan;
        this.staysHome = staysHome;
        this.issues = issues;
    }

    /** The names of machines that may have reservations, before anything is checked. */
    static Set<String> reserved(Values file, List<Machine> machines) {
        Set<String> reserved = new LinkedHashSet<>();
        for (Node item : file.items("reservations")) {
            Node named = item instanceof Mapping mapping ? mapping.get("machine") : null;
            if (named instanceof Scalar name) {
                reserved.add(name.text());
            } else if (machines.size() == 1) {
                reserved.add(machines.get(0).name());
            }
        }
        return reserved;
    }

    /** The reservations, in the order of the file. */
    List<PlannedReservation> reservations(Values file) {
        List<PlannedReservation> reservations = new ArrayList<>();
        for (Node item : file.items("reservations")) {
            Values values = Values.of(ReservationSections.RESERVATION, item, issues);
            PlannedReservation one = reservation(values, reservations.size() + 1);
            if (one != null) {
                reservations.add(one);
            }
        }
        return reservations;
    }

    private @Nullable PlannedReservation reservation(Values values, int number) {
        int before = issues.count();
        Machine machine = MachineKey.read(values, machines, issues);
        Times times = Times.read(values, issues);
        NodeSet nodes = machine == null ? NodeSet.EMPTY : nodes(values, machine);
        String given = values.has("name") ? values.name("name") : null;
        long lend = values.millis("lend");
        if (times != null) {
            TimesChecks.check(values.mapping(), times, plan, issues);
        }
        PlannedReservation one =
                new PlannedReservation(
                        given == null ? "reservation-" + number : given,
                        machine == null ? "" : machine.name(),
                        times == null ? NEVER : times,
                        nodes,
                        names(values, "organizations"),
                        names(values, "users"),
                        names(values, "partitions"),
                        names(values, "campaigns"),
                        lend);
        new ReservationChecks(values, one, known, issues).check(machine, staysHome);
        return machine == null || times == null || issues.count() > before ? null : one;
    }

    private static List<String> names(Values values, String key) {
        return values.has(key) ? values.names(key) : List.of();
    }

    /** So many of the last nodes, or those that are named; none, and an issue, if it is neither. */
    private NodeSet nodes(Values values, Machine machine) {
        Node node = values.node("nodes");
        if (node == null) {
            return NodeSet.EMPTY;
        }
        String text = node instanceof Scalar scalar ? scalar.text() : "";
        int all = machine.nodes();
        BitSet nodes = new BitSet();
        if (text.matches("[0-9]{1,9}")) {
            int count = Integer.parseInt(text);
            nodes.set(Math.max(0, all - Math.min(count, all)), all);
            return count < 1 || count > all ? wrong(node, all) : NodeSet.of(nodes);
        }
        for (String part : text.split("[ ,]+")) {
            String[] ends = part.split("-");
            boolean isRange = part.matches("[0-9]{1,9}(-[0-9]{1,9})?");
            int first = isRange ? Integer.parseInt(ends[0]) : -1;
            int last = isRange ? Integer.parseInt(ends[ends.length - 1]) : -1;
            if (first < 0 || last < first || last >= all) {
                return wrong(node, all);
            }
            nodes.set(first, last + 1);
        }
        return NodeSet.of(nodes);
    }

    private NodeSet wrong(Node node, int all) {
        issues.add(
                node,
                "must be a number of nodes or some of 0-%d, but is %s."
                        .formatted(all - 1, node.says()),
                "'48', or '0-11 24-35'.");
        return NodeSet.EMPTY;
    }
}
