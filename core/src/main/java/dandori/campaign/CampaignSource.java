package dandori.campaign;

import dandori.failure.Execution;
import dandori.job.ForwardingSource;
import dandori.job.JobSource;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.machine.NodeSet;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * A workload with campaigns beside it: it submits their pieces, and knows how far they get.
 *
 * <p>Rows of the workload stay what they are; pieces get rows behind them as they are submitted. At
 * one instant jobs of the workload come before pieces, and pieces in the order of their campaigns.
 * A piece's user is named as its campaign, its organization as the campaign's.
 *
 * <p>A piece trains as {@link Stretch} says until all is done, or until the last step after which a
 * checkpoint can be written before its time limit and margin. When computing nodes fail, or the
 * software does, the work since the last checkpoint is lost; on the nodes that it has left, spares
 * among them, the piece restarts in place with a plan for the time that it has left. With too few
 * nodes or too little time it ends at once, and the next is submitted. A piece that others end
 * loses as much. A piece in whose time not one step fits on the nodes that it was given computes in
 * vain until its margin; after ten of those in a row a campaign is given up, and so it is after
 * 10,000 in a row that brought no step for whatever reason, lest a run never end, and when a piece
 * is refused.
 *
 * <p>A piece of a campaign that can run on several numbers of nodes may be told to give way, so as
 * to go on with another. It keeps all whole steps; the next start, of whatever piece, takes as much
 * longer as the checkpoint takes that it wrote for that. Each piece is submitted with the nodes
 * that the campaign asks for.
 *
 * <p>Cost: nothing a step; O(log campaigns) a piece, O(intervals of nodes) a start or failure, and
 * what {@link StepSpeed} takes.
 *
 * <p>Limits: software that fails on a node of a piece is taken to have computed, although the node
 * may have stood by. A run must call {@link #end} before {@link #jobLeft}.
 */
public final class CampaignSource extends ForwardingSource implements Execution {

    private final Workload workload;
    private final List<CampaignRun> runs = new ArrayList<>();
    private final Names names;
    private final PieceTable jobs;
    private final PriorityQueue<Arrival> arrivals = new PriorityQueue<>();
    private int jobsTaken; // of the workload

    /**
     * A source for one run.
     *
     * @param workload the other jobs; may be none
     * @param campaigns the campaigns, in the order by which they refer to each other
     * @throws IllegalArgumentException if two have one name, or they wait for each other
     */
    public CampaignSource(Workload workload, List<Campaign> campaigns) {
        this(workload, workload.source(), campaigns);
    }

    /**
     * A source for one run, whose other jobs come by a source of their own, row by row those of the
     * workload.
     *
     * @param workload the other jobs; may be none
     * @param base what they come from
     * @param campaigns the campaigns, in the order by which they refer to each other
     * @throws IllegalArgumentException if two have one name, or they wait for each other
     */
    public CampaignSource(Workload workload, JobSource base, List<Campaign> campaigns) {
        super(base);
        check(campaigns);
        this.workload = workload;
        names = new Names(workload, campaigns);
        for (int index = 0; index < campaigns.size(); index++) {
            runs.add(new CampaignRun(campaigns.get(index)));
            if (campaigns.get(index).after() < 0) {
                submitAt(campaigns.get(index).submitMillis(), index);
            }
        }
        jobs = new PieceTable(base.jobs(), runs, names);
    }

    private static void check(List<Campaign> campaigns) {
        Set<String> seen = new HashSet<>();
        for (Campaign campaign : campaigns) {
            if (!seen.add(campaign.name())) {
                throw new IllegalArgumentException(
                        "Two campaigns are called '%s'.".formatted(campaign.name()));
            }
            Campaign first = campaign;
            for (int hops = 0; first.after() >= 0; hops++) {
                if (first.after() >= campaigns.size() || hops == campaigns.size()) {
                    throw new IllegalArgumentException(
                            "Campaign '%s' waits for one that is never done: that at place %d of %d."
                                    .formatted(campaign.name(), first.after(), campaigns.size()));
                }
                first = campaigns.get(first.after());
            }
        }
    }

    private void submitAt(long atMillis, int campaign) {
        runs.get(campaign).expectNext();
        arrivals.add(new Arrival(atMillis, campaign));
    }

    /** The names of users, by {@link Jobs#user}: those of the workload, then campaigns. */
    @Override
    public List<String> users() {
        return names.users();
    }

    /** The names of organizations, by {@link Jobs#organization}. */
    @Override
    public List<String> organizations() {
        return names.organizations();
    }

    @Override
    public List<String> partitions() {
        return names.partitions();
    }

    /** Whether a job is a piece of a campaign. */
    public boolean isPiece(int job) {
        return jobs.isPiece(job);
    }

    /** The campaign of a piece, by its place in the list. */
    public int campaign(int piece) {
        return jobs.campaign(piece);
    }

    /**
     * What became of each campaign, in their order; may be asked at any time, and again.
     *
     * @param endOfRunMillis the last instant of the run, not before anything that it was told
     */
    public List<CampaignOutcome> outcomes(long endOfRunMillis) {
        return runs.stream().map(run -> run.outcome(endOfRunMillis)).toList();
    }

    /**
     * In which pool a piece waits: its campaign's, which is chosen when the first piece comes. Of
     * the machines on which enough nodes are free then, the one that trains in the shortest time;
     * if there is none, the one on which the node time that runs and waits, per node, and the
     * training take the shortest time together.
     *
     * @param pools all pools of all machines, in order
     * @return its index, or -1 for a job that is no piece
     * @throws IllegalArgumentException if none of the campaign's machines is there
     */
    public int pool(int job, List<? extends Situation> pools) {
        if (!isPiece(job)) {
            return -1;
        }
        CampaignRun run = run(job);
        if (run.pool() < 0) {
            VenueChoice.settle(run, pools);
        }
        return run.pool();
    }

    private CampaignRun run(int piece) {
        return runs.get(jobs.campaign(piece));
    }

    // A source of jobs.

    @Override
    public Jobs jobs() {
        return jobs;
    }

    /** Pieces are ended at their walltimes, which are parts of a plan. */
    @Override
    public boolean staysWithinWalltimes() {
        return false;
    }

    @Override
    public boolean knowsAll() {
        return runs.isEmpty() && base.knowsAll();
    }

    /** Of a piece: as it is planned while it runs, else on the best nodes if it began now. */
    @Override
    public long runMillis(int job) {
        return isPiece(job) ? run(job).runMillis(job, jobs.venue(job)) : base.runMillis(job);
    }

    @Override
    public long nextSubmitMillis() {
        return Math.min(base.nextSubmitMillis(), nextPieceMillis());
    }

    private long nextPieceMillis() {
        Arrival next = arrivals.peek();
        return next == null ? Long.MAX_VALUE : next.atMillis();
    }

    @Override
    public int next() {
        if (base.nextSubmitMillis() <= nextPieceMillis()) {
            jobsTaken++;
            return base.next();
        }
        Arrival arrival = arrivals.remove();
        int piece = jobs.add(arrival.campaign(), arrival.atMillis(), jobsTaken);
        runs.get(arrival.campaign()).submitted(piece, arrival.atMillis());
        return piece;
    }

    @Override
    public boolean runsAlready(int job) {
        return !isPiece(job) && base.runsAlready(job);
    }

    @Override
    public boolean isHeld(int job) {
        return isPiece(job) ? run(job).isHeld(job) : base.isHeld(job);
    }

    @Override
    public void resize(int job, int nodes) {
        if (isPiece(job)) {
            if (jobs.elasticity(job).isRigid()) {
                throw new UnsupportedOperationException("Pieces of this campaign are rigid.");
            }
            jobs.resize(job, nodes);
        } else {
            base.resize(job, nodes);
        }
    }

    @Override
    public boolean isWithdrawn(int job) {
        return isPiece(job) ? run(job).isWithdrawn(job) : base.isWithdrawn(job);
    }

    @Override
    public boolean isEndedByUser(int job) {
        return !isPiece(job) && base.isEndedByUser(job);
    }

    @Override
    public void jobStarted(int job, long nowMillis) {
        if (!isPiece(job)) {
            base.jobStarted(job, nowMillis);
        }
    }

    @Override
    public void jobLeft(int job, JobState state, long nowMillis) {
        if (!isPiece(job)) {
            base.jobLeft(job, state, nowMillis);
        } else if (run(job).left(job, nowMillis)) {
            submitAt(nowMillis, jobs.campaign(job));
        }
    }

    // An execution.

    @Override
    public boolean executes(int job) {
        return isPiece(job);
    }

    @Override
    public long begin(int job, NodeSet nodes, long nowMillis) {
        CampaignRun run = run(job);
        long millis = run.begin(job, jobs.venue(job), nodes, nowMillis);
        if (run.wantsNextAhead()) {
            submitAt(nowMillis, jobs.campaign(job));
        }
        return millis;
    }

    @Override
    public long hit(int job, NodeSet lost, long nowMillis) {
        return run(job).hit(lost, nowMillis);
    }

    @Override
    public void repaired(int job, NodeSet back, long nowMillis) {
        run(job).comeBack(back);
    }

    @Override
    public void notice(int job) {
        run(job).giveWay();
    }

    @Override
    public long end(int job, long nowMillis) {
        CampaignRun run = run(job);
        long useless = run.end(nowMillis);
        if (run.isDone()) {
            int done = jobs.campaign(job);
            for (int index = 0; index < runs.size(); index++) {
                Campaign other = runs.get(index).campaign();
                if (other.after() == done) {
                    submitAt(nowMillis + other.submitMillis(), index);
                }
            }
        }
        return useless;
    }

    @Override
    public String toString() {
        return workload + " and " + runs.size() + " campaigns";
    }
}
