package dandori.web.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jobs as they are read, line by line; {@link #soFar} is what others may look at. */
final class GrowingJobs {

    private final Names organizations = new Names();
    private final Names users = new Names();
    private final Names machines = new Names();
    private final NodeSets sets = new NodeSets();
    private Columns columns;
    private int rows;
    private int jobs;
    private long unitMillis = 1;
    private long fromMillis = Long.MAX_VALUE;
    private long toMillis = Long.MIN_VALUE;
    private boolean[] hasPlaces = new boolean[4];
    private int[] leastNodes = new int[4];

    /** No jobs yet, and the names that come first. */
    GrowingJobs(List<String> organizations, List<String> machines) {
        organizations.forEach(this.organizations::add);
        machines.forEach(this.machines::add);
        columns = new Columns(1 << 12);
    }

    Names organizations() {
        return organizations;
    }

    Names users() {
        return users;
    }

    Names machines() {
        return machines;
    }

    NodeSets sets() {
        return sets;
    }

    int rows() {
        return rows;
    }

    /** Adds a job, which has not run yet. */
    void job(long id, int organization, int user, int machine, int nodes, State state) {
        if (rows == columns.ids.length) {
            columns = columns.resized(rows + rows / 2);
        }
        columns.ids[rows] = id;
        columns.organizations[rows] = organization;
        columns.users[rows] = user;
        columns.machines[rows] = (char) machine;
        columns.nodes[rows] = nodes;
        columns.states[rows] = (byte) state.ordinal();
        columns.stays[rows] = 0;
        columns.sets[rows] = NodeSets.NONE;
        columns.starts[rows] = Jobs.NEVER;
        columns.ends[rows] = Jobs.NEVER;
        columns.submits[rows] = 0;
        columns.waits[rows] = 0;
        if (machine >= hasPlaces.length) {
            hasPlaces = Arrays.copyOf(hasPlaces, 2 * machine);
            leastNodes = Arrays.copyOf(leastNodes, 2 * machine);
        }
        leastNodes[machine] = Math.max(leastNodes[machine], nodes);
        rows++;
        jobs++;
    }

    /** Says when the last job was submitted, and how long it waited. */
    void waited(long submitMillis, long waitMillis) {
        see(submitMillis);
        see(submitMillis + waitMillis);
        fit(submitMillis);
        fit(waitMillis);
        columns.submits[rows - 1] = units(submitMillis);
        columns.waits[rows - 1] = units(waitMillis);
    }

    /** Says when the last job ran, and on which nodes; {@code endMillis} null for: until now. */
    void ran(long startMillis, @Nullable Long endMillis, int set) {
        see(startMillis);
        fit(startMillis);
        if (endMillis != null) {
            see(endMillis);
            fit(endMillis);
        }
        int row = rows - 1;
        columns.starts[row] = units(startMillis);
        columns.ends[row] = endMillis == null ? Jobs.OPEN : units(endMillis);
        columns.sets[row] = set;
        if (set != NodeSets.NONE) {
            hasPlaces[columns.machines[row]] = true;
        }
    }

    /** Says that a node of the last job's machine was named. */
    void named(int node) {
        int machine = columns.machines[rows - 1];
        leastNodes[machine] = Math.max(leastNodes[machine], node + 1);
    }

    /** Gives the last job another stay, which is its {@code number}th from 0. */
    void stay(int number, int nodes, State state) {
        if (number > 0) {
            int before = rows - 1;
            job(
                    columns.ids[before],
                    columns.organizations[before],
                    columns.users[before],
                    columns.machines[before],
                    nodes,
                    state);
            jobs--; // it is the same one
            columns.submits[rows - 1] = columns.submits[before];
            columns.waits[rows - 1] = columns.waits[before];
        }
        columns.nodes[rows - 1] = nodes;
        columns.states[rows - 1] = (byte) state.ordinal();
        columns.stays[rows - 1] = (char) Math.min(number, Character.MAX_VALUE);
    }

    /** Notes a time at which something happened. */
    void see(long millis) {
        fromMillis = Math.min(fromMillis, millis);
        toMillis = Math.max(toMillis, millis);
    }

    /** Gives back the room that no job took. */
    void end() {
        columns = columns.resized(rows);
        sets.trim();
    }

    /** What there is so far. */
    Jobs soFar() {
        List<Boolean> places = new ArrayList<>();
        List<Integer> least = new ArrayList<>();
        for (int machine = 0; machine < machines.count(); machine++) {
            boolean isKnown = machine < hasPlaces.length;
            places.add(isKnown && hasPlaces[machine]);
            least.add(isKnown ? leastNodes[machine] : 0);
        }
        return new Jobs(
                columns,
                rows,
                sets,
                new JobNames(organizations.texts(), users.texts(), machines.texts()),
                new JobSpan(
                        jobs,
                        unitMillis,
                        jobs == 0 ? 0 : fromMillis,
                        jobs == 0 ? 0 : toMillis,
                        List.copyOf(places),
                        List.copyOf(least)));
    }

    private int units(long millis) {
        return (int) Math.floorDiv(millis, unitMillis);
    }

    /** Makes units long enough for a time, {@link Jobs#NEVER} and {@link Jobs#OPEN} left free. */
    private void fit(long millis) {
        while (Math.abs(Math.floorDiv(millis, unitMillis)) >= Integer.MAX_VALUE) {
            unitMillis *= 10;
            columns = columns.coarser();
        }
    }
}
