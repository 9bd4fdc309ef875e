package dandori.network;

import dandori.interconnect.FlowTable;
import dandori.interconnect.MaxMinSharing;
import java.util.Arrays;

/**
 * The max–min fair rates of the jobs in a {@link LinkTable}, kept up while jobs come and go.
 *
 * <p>Rates are fair if no link is overfull and every job has its cap or is held by a full link on
 * which nobody has more. That can be checked job by job. So after a change only those jobs are
 * solved anew that it concerns, with what the others leave of each link; then those others are
 * looked at that share a link with them: who has more on a link that holds one of the solved, and
 * who was held by a link that is not full any more or on which one of the solved has more now, is
 * solved too. When there are no such jobs the rates are fair for all, and since there is one fair
 * solution, they are what solving everything would give.
 *
 * <p>Cost: O(contended entries of the jobs that are concerned, and jobs on those links) a round,
 * for at most {@link #ROUNDS} rounds or {@link #MANY} jobs; then everything is solved that
 * contended links join.
 */
final class Rates {

    private static final double ROUNDING = 1e-9; // differences up to this, relatively, are none
    private static final int OWN_CAP = -1;
    private static final int ROUNDS = 40; // after which all are solved that links join
    private static final int MANY = 256; // jobs, above which the same is done at once

    private final LinkTable table;
    private final MaxMinSharing sharing = new MaxMinSharing();
    private final FlowTable flows = new FlowTable();
    private final int[] holds; // by link: how many jobs it holds
    private final int[] numberOf; // by link: its number in this round, -1 without
    private double[] rate = new double[16]; // by slot
    private int[] heldBy = new int[16]; // by slot: a link or OWN_CAP
    private boolean[] isConcerned = new boolean[16]; // by slot
    private int[] concerned = new int[16]; // slots; the place is the flow
    private int[] placeOf = new int[16]; // by slot: its place in concerned, where it is
    private int count;
    private double[] left = new double[16]; // by number: what those not concerned leave
    private int[] links = new int[16]; // by number
    private int linkCount;

    Rates(LinkTable table, int linkCount) {
        this.table = table;
        holds = new int[linkCount];
        numberOf = new int[linkCount];
        Arrays.fill(numberOf, -1);
    }

    /** Takes a job in that has been laid on its links. */
    void started(int job) {
        if (job >= rate.length) {
            int length = Math.max(job + 1, 2 * rate.length);
            rate = Arrays.copyOf(rate, length);
            heldBy = Arrays.copyOf(heldBy, length);
            isConcerned = Arrays.copyOf(isConcerned, length);
            concerned = Arrays.copyOf(concerned, length);
            placeOf = Arrays.copyOf(placeOf, length);
        }
        rate[job] = 0;
        heldBy[job] = OWN_CAP;
        concern(job);
        concernHeldBesides(job);
    }

    /** Lets a job go that is still on its links. */
    void ended(int job) {
        concernHeldBesides(job);
        if (heldBy[job] != OWN_CAP) {
            holds[heldBy[job]]--;
        }
        if (isConcerned[job]) {
            isConcerned[job] = false;
            int last = concerned[--count];
            concerned[placeOf[job]] = last;
            placeOf[last] = placeOf[job];
        }
    }

    /** Those whom a link holds that a job crosses. */
    private void concernHeldBesides(int job) {
        for (int hot = table.firstHot(job); hot >= 0; hot = table.nextHot(hot)) {
            int link = table.link(hot);
            int entry = holds[link] > 0 ? table.firstOnLink(link) : -1;
            for (; entry >= 0; entry = table.nextOnLink(entry)) {
                if (heldBy[table.slot(entry)] == link && table.slot(entry) != job) {
                    concern(table.slot(entry));
                }
            }
        }
    }

    private void concern(int job) {
        if (!isConcerned[job]) {
            isConcerned[job] = true;
            placeOf[job] = count;
            concerned[count++] = job;
        }
    }

    /** Makes the rates fair again; hands every job that was solved anew to {@code paces}. */
    void settle(double[] best, Paces paces) {
        int before = -1;
        for (int round = 1; before != count; round++) {
            solve(round > ROUNDS || count > MANY);
            before = count;
            for (int flow = 0; flow < before; flow++) {
                concernRicher(flow);
            }
            for (int number = 0; number < linkCount; number++) {
                concernReleased(number, before);
            }
            if (before == count) {
                keep(best, paces);
            }
            for (int number = 0; number < linkCount; number++) {
                numberOf[links[number]] = -1;
            }
        }
        count = 0;
    }

    private void solve(boolean all) {
        flows.clear();
        linkCount = 0;
        for (int flow = 0; flow < count; flow++) {
            int job = concerned[flow];
            flows.add(1, table.alone(job));
            for (int hot = table.firstHot(job); hot >= 0; hot = table.nextHot(hot)) {
                int link = table.link(hot);
                if (numberOf[link] < 0) {
                    number(link, all);
                }
                flows.loads(numberOf[link], table.use(hot));
            }
        }
        sharing.solve(flows, left, linkCount);
    }

    private void number(int link, boolean all) {
        if (linkCount == links.length) {
            links = Arrays.copyOf(links, 2 * linkCount);
            left = Arrays.copyOf(left, 2 * linkCount);
        }
        double free = table.capacity(link);
        for (int entry = table.firstOnLink(link); entry >= 0; entry = table.nextOnLink(entry)) {
            int job = table.slot(entry);
            if (all) {
                concern(job);
            }
            free -= isConcerned[job] ? 0 : table.use(entry) * rate[job];
        }
        links[linkCount] = link;
        left[linkCount] = Math.max(0, free);
        numberOf[link] = linkCount++;
    }

    /** Those who have more on the link that holds a flow. */
    private void concernRicher(int flow) {
        if (sharing.bottleneck(flow) < 0) {
            return;
        }
        double poor = sharing.rate(flow) * (1 + ROUNDING);
        int entry = table.firstOnLink(links[sharing.bottleneck(flow)]);
        for (; entry >= 0; entry = table.nextOnLink(entry)) {
            int job = table.slot(entry);
            if (!isConcerned[job] && rate[job] > poor) {
                concern(job);
            }
        }
    }

    /** Those whom a link held that is not full any more, or on which a flow has more than they. */
    private void concernReleased(int number, int flowCount) {
        int link = links[number];
        if (holds[link] == 0) {
            return;
        }
        double used = 0;
        double richest = 0;
        int first = table.firstOnLink(link);
        for (int entry = first; entry >= 0; entry = table.nextOnLink(entry)) {
            int job = table.slot(entry);
            boolean isFlow = isConcerned[job] && placeOf[job] < flowCount;
            double mine = isFlow ? sharing.rate(placeOf[job]) : 0;
            used += table.use(entry) * mine;
            richest = Math.max(richest, mine);
        }
        boolean isFull = left[number] - used <= ROUNDING * table.capacity(link);
        for (int entry = first; entry >= 0; entry = table.nextOnLink(entry)) {
            int job = table.slot(entry);
            boolean isHeld = !isConcerned[job] && heldBy[job] == link;
            if (isHeld && !(isFull && richest <= rate[job] * (1 + ROUNDING))) {
                concern(job);
            }
        }
    }

    private void keep(double[] best, Paces paces) {
        for (int flow = 0; flow < count; flow++) {
            int job = concerned[flow];
            isConcerned[job] = false;
            if (heldBy[job] != OWN_CAP) {
                holds[heldBy[job]]--;
            }
            int number = sharing.bottleneck(flow);
            heldBy[job] = number < 0 ? OWN_CAP : links[number];
            if (number >= 0) {
                holds[heldBy[job]]++;
            }
            rate[job] = sharing.rate(flow);
            paces.stretch(job, best[job] / rate[job]);
        }
    }
}
