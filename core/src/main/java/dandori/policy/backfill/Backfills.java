package dandori.policy.backfill;

import dandori.engine.Durations;
import dandori.policy.Backfill;

/** The backfills, by the names of their ideas. */
public final class Backfills {

    private Backfills() {}

    /** In order; the first job that does not fit holds up all. */
    public static Backfill none() {
        return new NoBackfill();
    }

    /** EASY: the head holds a reservation. */
    public static Backfill easy() {
        return new Easy();
    }

    /** EASY whose reservation is a set of nodes, under any placement that has places. */
    public static Backfill identityEasy() {
        return new IdentityEasy();
    }

    /** EASY whose candidates are taken shortest estimate first. */
    public static Backfill shortest() {
        return new ShortestBackfill();
    }

    /** A promise to everybody, kept. */
    public static Backfill conservative() {
        return new Conservative();
    }

    /** Reservations for the first so many jobs, rebuilt at each pass. */
    public static Backfill depth(int reservations) {
        return new Depth(reservations);
    }

    /** Reservations for all, rebuilt at each pass. */
    public static Backfill replan() {
        return new Depth(Integer.MAX_VALUE);
    }

    /** Reservations for those only who have waited long, for what they ask. */
    public static Backfill selective(double threshold) {
        return new Selective(threshold);
    }

    /** EASY that starts those candidates, of the first so many, which use the most nodes. */
    public static Backfill lookAhead(int lookahead) {
        return new LookAhead(lookahead);
    }

    /** A promise to everybody, which may be missed by so many times a job's estimate. */
    public static Backfill slack(double factor) {
        return new Slack(factor, Integer.MAX_VALUE);
    }

    /** EASY with reservations for those, too, who have so little time left to a deadline. */
    public static Backfill deadline(long laxityMillis) {
        return new DeadlineBackfill(laxityMillis);
    }

    /** Slurm's main scheduler and its backfill, with the defaults of its parameters. */
    public static Backfill slurm() {
        return new Slurm(SlurmParameters.DEFAULT);
    }

    /** The planning of Fujitsu's job scheduler, with the defaults of its parameters. */
    public static Backfill tcs() {
        return new Tcs(TcsParameters.DEFAULT);
    }

    /** Rank and fit: the first of all that wait and run, run. */
    public static Backfill preemptive() {
        return new Preemptive(true, 0);
    }

    /** Rounds with an objective (Gavel), of the length of the paper. */
    public static Backfill rounds(Objective objective) {
        return new Rounds(objective, Rounds.ROUND_MILLIS, 0);
    }

    /** Turns in time slices of Slurm's length. */
    public static Backfill gang() {
        return new Gang(Gang.SLICE_MILLIS, 0);
    }

    /** Elastic jobs grow and shrink for short completion times (AFS-L). */
    public static Backfill afs() {
        return new Malleable(Malleable.Aim.COMPLETION, 0, 0);
    }

    /** Elastic jobs grow and shrink for fair speeds, as in Pollux, with its times. */
    public static Backfill goodput() {
        return new Malleable(
                Malleable.Aim.GOODPUT, Durations.MINUTE_MILLIS, 30 * Durations.SECOND_MILLIS);
    }

    /** EASY; elastic jobs start with the size with which they end earliest. */
    public static Backfill moldable() {
        return new Moldable();
    }

    /** Nodes without end: a bound. */
    public static Backfill unlimited() {
        return new Unlimited();
    }

    /** The starts of the log: a baseline. */
    public static Backfill asLogged() {
        return new AsLogged();
    }
}
