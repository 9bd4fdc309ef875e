package dandori.web.timeline;

import java.util.Arrays;

/**
 * Columns of jobs, 45 bytes a row. Only {@code GrowingJobs} writes, and only in rows that nobody
 * else looks at yet.
 */
final class Columns {

    final long[] ids;
    final int[] submits; // times in units
    final int[] starts; // Jobs.NEVER if it did not start
    final int[] ends; // Jobs.OPEN if it had not ended
    final int[] waits; // in units
    final int[] nodes;
    final int[] organizations; // numbers of names
    final int[] users;
    final int[] sets; // places in NodeSets
    final char[] machines;
    final char[] stays; // which stay of its job, from 0
    final byte[] states; // ordinals of State

    Columns(int capacity) {
        ids = new long[capacity];
        submits = new int[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        waits = new int[capacity];
        nodes = new int[capacity];
        organizations = new int[capacity];
        users = new int[capacity];
        sets = new int[capacity];
        machines = new char[capacity];
        stays = new char[capacity];
        states = new byte[capacity];
    }

    private Columns(Columns from, int capacity) {
        ids = Arrays.copyOf(from.ids, capacity);
        submits = Arrays.copyOf(from.submits, capacity);
        starts = Arrays.copyOf(from.starts, capacity);
        ends = Arrays.copyOf(from.ends, capacity);
        waits = Arrays.copyOf(from.waits, capacity);
        nodes = Arrays.copyOf(from.nodes, capacity);
        organizations = Arrays.copyOf(from.organizations, capacity);
        users = Arrays.copyOf(from.users, capacity);
        sets = Arrays.copyOf(from.sets, capacity);
        machines = Arrays.copyOf(from.machines, capacity);
        stays = Arrays.copyOf(from.stays, capacity);
        states = Arrays.copyOf(from.states, capacity);
    }

    /** The same with room for more or fewer rows. */
    Columns resized(int capacity) {
        return new Columns(this, capacity);
    }

    /** The same with times in units ten times as long. */
    Columns coarser() {
        Columns coarser = resized(ids.length);
        for (int[] times : new int[][] {coarser.submits, coarser.starts, coarser.ends}) {
            divide(times);
        }
        divide(coarser.waits);
        return coarser;
    }

    private static void divide(int[] times) {
        for (int i = 0; i < times.length; i++) {
            if (times[i] != Jobs.NEVER && times[i] != Jobs.OPEN) {
                times[i] = Math.floorDiv(times[i], 10);
            }
        }
    }
}
