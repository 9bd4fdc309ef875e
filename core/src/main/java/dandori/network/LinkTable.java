package dandori.network;

import java.util.Arrays;

/**
 * Which running jobs cross which links, and on which links they can be in each other's way.
 *
 * <p>A link is <em>contended</em> if at least two jobs cross it and it could not carry what they
 * would send over it if each were alone. Only such links can hold a job below what it gets alone,
 * so only they join jobs to components; all others are never looked at again.
 *
 * <p>An entry is a job on a link. Entries of a link form a list, and so do the contended entries of
 * a job. Cost of {@link #add} and {@link #remove}: O(jobs on the link) for each link of the job.
 * Memory: 4 bytes a link, 32 an entry.
 */
final class LinkTable {

    private static final double ROUNDING = 1 + 1e-9;
    private static final int NONE = -1;

    private final double[] capacity; // by link
    private final int[] firstOnLink; // by link: an entry, or NONE
    private int[] firstOfJob = new int[16]; // by slot: a contended entry, or NONE
    private Footprint[] footprint = new Footprint[16]; // by slot
    private int[] firstEntry =
            new int[16]; // by slot: its entries as a chain, in order of its links

    private int[] slot = new int[64]; // by entry
    private int[] link = new int[64]; // by entry
    private double[] use = new double[64]; // by entry
    private int[] nextOnLink = new int[64]; // by entry
    private int[] nextOfJob = new int[64]; // by entry: the next one of the job, or the next free
    private int[] nextHot = new int[64]; // by entry: the next contended one of the job
    private int[] lastHot = new int[64]; // by entry: the one before, NONE first, COLD if not in it
    private int entries;
    private int freeEntry = NONE;
    private int slots; // ever used

    private static final int COLD = -2;

    LinkTable(double[] capacity) {
        this.capacity = capacity;
        firstOnLink = new int[capacity.length];
        Arrays.fill(firstOnLink, NONE);
    }

    /** Lays a job on its links. */
    void add(int job, Footprint of) {
        if (job >= firstOfJob.length) {
            int length = Math.max(job + 1, 2 * firstOfJob.length);
            firstOfJob = Arrays.copyOf(firstOfJob, length);
            firstEntry = Arrays.copyOf(firstEntry, length);
            footprint = Arrays.copyOf(footprint, length);
        }
        slots = Math.max(slots, job + 1);
        firstOfJob[job] = NONE;
        footprint[job] = of;
        int before = NONE;
        for (int i = of.links().length - 1; i >= 0; i--) {
            int entry = take();
            int on = of.links()[i];
            slot[entry] = job;
            link[entry] = on;
            use[entry] = of.use()[i];
            nextOfJob[entry] = before;
            before = entry;
            lastHot[entry] = COLD;
            nextOnLink[entry] = firstOnLink[on];
            firstOnLink[on] = entry;
            if (nextOnLink[entry] != NONE) {
                judge(on);
            }
        }
        firstEntry[job] = before;
    }

    /** Takes a job off its links. */
    void remove(int job) {
        int entry = firstEntry[job];
        while (entry != NONE) {
            int next = nextOfJob[entry];
            int on = link[entry];
            boolean wasHot = lastHot[entry] != COLD;
            cool(entry);
            unlink(entry, on);
            if (wasHot) {
                judge(on);
            }
            nextOfJob[entry] = freeEntry;
            freeEntry = entry;
            entry = next;
        }
        firstEntry[job] = NONE;
    }

    /**
     * Names each link that carries anything, once. Cost: O(entries).
     *
     * @param sends by slot: how many bytes a second each node of the job sends
     */
    void loads(double[] sends, NetworkModel.LoadListener listener) {
        for (int job = 0; job < slots; job++) {
            for (int mine = firstEntry[job]; mine != NONE; mine = nextOfJob[mine]) {
                if (firstOnLink[link[mine]] == mine) { // so that each link is told once
                    double load = 0;
                    for (int entry = mine; entry != NONE; entry = nextOnLink[entry]) {
                        load += use[entry] * sends[slot[entry]];
                    }
                    listener.load(link[mine], load, lastHot[mine] != COLD);
                }
            }
        }
    }

    private void unlink(int entry, int on) {
        if (firstOnLink[on] == entry) {
            firstOnLink[on] = nextOnLink[entry];
            return;
        }
        int before = firstOnLink[on];
        while (nextOnLink[before] != entry) {
            before = nextOnLink[before];
        }
        nextOnLink[before] = nextOnLink[entry];
    }

    /** Decides anew whether a link is contended. */
    private void judge(int on) {
        double wanted = 0;
        int first = firstOnLink[on];
        for (int entry = first; entry != NONE; entry = nextOnLink[entry]) {
            wanted += use[entry] * footprint[slot[entry]].alone();
        }
        boolean shared = first != NONE && nextOnLink[first] != NONE;
        boolean isHot = shared && wanted > capacity[on] * ROUNDING;
        for (int entry = first; entry != NONE; entry = nextOnLink[entry]) {
            if (isHot) {
                heat(entry);
            } else {
                cool(entry);
            }
        }
    }

    private void heat(int entry) {
        if (lastHot[entry] == COLD) {
            int job = slot[entry];
            lastHot[entry] = NONE;
            nextHot[entry] = firstOfJob[job];
            if (firstOfJob[job] != NONE) {
                lastHot[firstOfJob[job]] = entry;
            }
            firstOfJob[job] = entry;
        }
    }

    private void cool(int entry) {
        int last = lastHot[entry];
        if (last == COLD) {
            return;
        }
        if (last == NONE) {
            firstOfJob[slot[entry]] = nextHot[entry];
        } else {
            nextHot[last] = nextHot[entry];
        }
        if (nextHot[entry] != NONE) {
            lastHot[nextHot[entry]] = last;
        }
        lastHot[entry] = COLD;
    }

    private int take() {
        if (freeEntry != NONE) {
            int entry = freeEntry;
            freeEntry = nextOfJob[entry];
            return entry;
        }
        if (entries == slot.length) {
            slot = Arrays.copyOf(slot, 2 * entries);
            link = Arrays.copyOf(link, 2 * entries);
            use = Arrays.copyOf(use, 2 * entries);
            nextOnLink = Arrays.copyOf(nextOnLink, 2 * entries);
            nextOfJob = Arrays.copyOf(nextOfJob, 2 * entries);
            nextHot = Arrays.copyOf(nextHot, 2 * entries);
            lastHot = Arrays.copyOf(lastHot, 2 * entries);
        }
        return entries++;
    }

    double capacity(int ofLink) {
        return capacity[ofLink];
    }

    /** What a node of a job gets with nobody else about. */
    double alone(int job) {
        return footprint[job].alone();
    }

    /** The first contended entry of a job, or -1. */
    int firstHot(int job) {
        return firstOfJob[job];
    }

    /** The contended entry of the same job after an entry, or -1. */
    int nextHot(int entry) {
        return nextHot[entry];
    }

    /** The first entry on a link, or -1. */
    int firstOnLink(int on) {
        return firstOnLink[on];
    }

    /** The entry on the same link after an entry, or -1. */
    int nextOnLink(int entry) {
        return nextOnLink[entry];
    }

    int link(int entry) {
        return link[entry];
    }

    int slot(int entry) {
        return slot[entry];
    }

    double use(int entry) {
        return use[entry];
    }
}
