package dandori.policy.backfill;

import dandori.state.Situation;
import java.util.Arrays;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/**
 * What {@link Rounds} remember of jobs: the fraction of the time that each is due since somebody
 * came or went, and what it has had.
 */
final class RoundBook {

    private static final long NOBODY = Long.MIN_VALUE;

    private final Objective objective;
    private final long roundMillis;
    private final Roll roll = new Roll();
    private final IntArrayList ranked = new IntArrayList(); // places in the roll, by claim
    private long[] present = new long[0]; // the sequences of those there when it was opened last
    private long resetMillis; // when fractions were computed last

    private long[] sequence = new long[0]; // by row: whose figures these are
    private double[] fraction = new double[0]; // due
    private long[] hadMillis = new long[0]; // since a reset, in stays that have ended
    private long[] hadSinceMillis = new long[0]; // that reset; those held meanwhile miss some
    private double[] owedMillis = new double[0]; // from before
    private double[] aloneMillis = new double[0]; // what it has done would have taken on its share
    private double[] share = new double[0]; // the fraction on an equal share, at the reset

    RoundBook(Objective objective, long roundMillis) {
        this.objective = objective;
        this.roundMillis = roundMillis;
    }

    /** Notes a job that has left its nodes. */
    void ended(int job, Situation now) {
        if (knows(job, now)) {
            hadMillis[job] = hadBefore(job);
            hadSinceMillis[job] = resetMillis;
            hadMillis[job] += now.nowMillis() - Math.max(resetMillis, now.startMillis(job));
        }
    }

    private boolean knows(int job, Situation now) {
        return job < sequence.length && sequence[job] == now.jobs().sequence(job);
    }

    /** A round begins: all that wait and run are ranked by what they are due. */
    void open(Situation now) {
        roll.call(now);
        long[] there = new long[roll.size()];
        for (int rank = 0; rank < there.length; rank++) {
            there[rank] = now.jobs().sequence(roll.job(rank));
        }
        Arrays.sort(there);
        if (!Arrays.equals(there, present)) {
            present = there;
            settle(now);
            assign(now);
        }
        ranked.clear();
        for (int rank = 0; rank < roll.size(); rank++) {
            ranked.add(rank);
        }
        ranked.sortThis((one, other) -> compare(one, other, now));
    }

    private long hadBefore(int job) {
        return hadSinceMillis[job] == resetMillis ? hadMillis[job] : 0;
    }

    private long had(int rank, Situation now) {
        int job = roll.job(rank);
        long since = Math.max(resetMillis, now.startMillis(job));
        return hadBefore(job) + (roll.runs(rank) ? now.nowMillis() - since : 0);
    }

    private double claim(int rank, Situation now) {
        return fraction[roll.job(rank)] / (roundMillis / 2.0 + had(rank, now));
    }

    private int compare(int one, int other, Situation now) {
        int job = roll.job(one);
        int otherJob = roll.job(other);
        int order = Integer.compare(now.tier(job), now.tier(otherJob));
        order = order != 0 ? order : Double.compare(claim(other, now), claim(one, now));
        order = order != 0 ? order : Double.compare(owedMillis[otherJob], owedMillis[job]);
        order = order != 0 ? order : Double.compare(fraction[otherJob], fraction[job]);
        return order != 0
                ? order
                : Long.compare(now.jobs().sequence(job), now.jobs().sequence(otherJob));
    }

    /** Adds up what each was due and has had until now. */
    private void settle(Situation now) {
        long passed = now.nowMillis() - resetMillis;
        for (int rank = 0; rank < roll.size(); rank++) {
            int job = roll.job(rank);
            if (job >= sequence.length) {
                grow(Math.max(job + 1, 2 * sequence.length));
            }
            if (knows(job, now)) {
                long had = had(rank, now);
                owedMillis[job] += fraction[job] * passed - had;
                aloneMillis[job] += had / share[job];
            } else {
                sequence[job] = now.jobs().sequence(job);
                owedMillis[job] = 0;
                aloneMillis[job] = 0;
            }
            hadMillis[job] = 0;
            hadSinceMillis[job] = now.nowMillis();
        }
        resetMillis = now.nowMillis();
    }

    private void grow(int rows) {
        int before = sequence.length;
        sequence = Arrays.copyOf(sequence, rows);
        Arrays.fill(sequence, before, rows, NOBODY);
        fraction = Arrays.copyOf(fraction, rows);
        hadMillis = Arrays.copyOf(hadMillis, rows);
        hadSinceMillis = Arrays.copyOf(hadSinceMillis, rows);
        owedMillis = Arrays.copyOf(owedMillis, rows);
        aloneMillis = Arrays.copyOf(aloneMillis, rows);
        share = Arrays.copyOf(share, rows);
    }

    /** Computes the fractions, in order of submission. */
    private void assign(Situation now) {
        int count = roll.size();
        IntArrayList ranks = new IntArrayList();
        for (int rank = 0; rank < count; rank++) {
            ranks.add(rank);
        }
        ranks.sortThis((one, other) ->
                Long.compare(
                        now.jobs().sequence(roll.job(one)), now.jobs().sequence(roll.job(other))));
        int[] nodes = new int[count];
        double[] age = new double[count];
        double[] left = new double[count];
        double[] alone = new double[count];
        int capacity = Math.max(1, now.cluster().nodesInService());
        for (int i = 0; i < count; i++) {
            int job = roll.job(ranks.get(i));
            long stay = roll.runs(ranks.get(i)) ? now.nowMillis() - now.startMillis(job) : 0;
            nodes[i] = now.nodesNeeded(job);
            age[i] = now.nowMillis() - now.jobs().submitMillis(job);
            left[i] = Math.max(1, now.estimateMillis(job) - stay);
            share[job] = Math.min(1, (double) capacity / ((double) count * nodes[i]));
            alone[i] = aloneMillis[job] + left[i] / share[job];
        }
        double[] fractions =
                switch (objective) {
                    case MAX_MIN -> RoundTargets.maxMin(capacity, nodes);
                    case ORGANIZATIONS -> byOrganization(capacity, nodes, ranks, now);
                    case FINISH_TIME -> RoundTargets.finishTime(capacity, nodes, age, left, alone);
                    case MAKESPAN -> RoundTargets.makespan(capacity, nodes, left);
                };
        for (int i = 0; i < count; i++) {
            fraction[roll.job(ranks.get(i))] = fractions[i];
        }
    }

    private double[] byOrganization(int capacity, int[] nodes, IntArrayList ranks, Situation now) {
        IntArrayList organizations = new IntArrayList();
        int[] group = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            int organization = now.jobs().organization(roll.job(ranks.get(i)));
            if (!organizations.contains(organization)) {
                organizations.add(organization);
            }
            group[i] = organizations.indexOf(organization);
        }
        double[] weight = new double[organizations.size()];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = now.shares(organizations.get(i));
        }
        return RoundTargets.hierarchical(capacity, nodes, group, weight);
    }

    /** How many wait and run. */
    int size() {
        return roll.size();
    }

    /** The job with the rank-th largest claim. */
    int job(int rank) {
        return roll.job(ranked.get(rank));
    }

    /** Whether the job with the rank-th largest claim runs. */
    boolean runs(int rank) {
        return roll.runs(ranked.get(rank));
    }
}
