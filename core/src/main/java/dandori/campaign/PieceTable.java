package dandori.campaign;

import dandori.job.Elasticity;
import dandori.job.Jobs;
import dandori.job.Request;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/**
 * The jobs of a workload and, in rows behind them, the pieces of campaigns that have been submitted
 * so far.
 *
 * <p>A piece's place in the order of submission is known when it comes; that of a job of the
 * workload is its row and as many more as pieces came before it. Cost: 20 bytes a piece, O(log
 * pieces) for {@link #sequence}.
 */
final class PieceTable implements Jobs {

    private final Jobs base;
    private final List<CampaignRun> runs;
    private final Names names;
    private final boolean mayAskForMinimum;
    private final long firstId;
    private final IntArrayList campaign = new IntArrayList(); // of a piece
    private final LongArrayList submitMillis = new LongArrayList();
    private final IntArrayList jobsBefore = new IntArrayList(); // of the workload; never falls
    private final IntArrayList resized = new IntArrayList(); // to so many nodes; 0 if never

    PieceTable(Jobs others, List<CampaignRun> runs, Names names) {
        base = others;
        this.runs = runs;
        this.names = names;
        mayAskForMinimum =
                base.mayAskForMinimum()
                        || runs.stream()
                                .flatMap(run -> run.campaign().venues().stream())
                                .anyMatch(venue -> venue.request().minimumMillis() > 0);
        long largest = 0;
        for (int job = 0; job < base.count(); job++) {
            largest = Math.max(largest, base.id(job));
        }
        firstId = largest + 1;
    }

    /** Adds a piece; returns its row. */
    int add(int ofCampaign, long atMillis, int jobsTaken) {
        campaign.add(ofCampaign);
        submitMillis.add(atMillis);
        jobsBefore.add(jobsTaken);
        resized.add(0);
        return count() - 1;
    }

    boolean isPiece(int job) {
        return job >= base.count();
    }

    /** The campaign of a piece, by its place in the list. */
    int campaign(int piece) {
        return campaign.get(piece - base.count());
    }

    /** Gives a piece another number of nodes. */
    void resize(int piece, int nodes) {
        resized.set(piece - base.count(), nodes);
    }

    /** Where a piece runs, with the number of nodes that it has by now. */
    Venue venue(int piece) {
        Venue asked = run(piece).venue();
        int nodes = resized.get(piece - base.count());
        return nodes == 0 ? asked : asked.at(nodes);
    }

    private CampaignRun run(int piece) {
        return runs.get(campaign(piece));
    }

    @Override
    public int count() {
        return base.count() + campaign.size();
    }

    @Override
    public long sequence(int job) {
        if (isPiece(job)) {
            int piece = job - base.count();
            return jobsBefore.get(piece) + (long) piece;
        }
        return base.sequence(job) + piecesBefore(job);
    }

    /** How many pieces came before a job of the workload: those that found it still to come. */
    private int piecesBefore(int job) {
        int low = 0;
        int high = jobsBefore.size();
        if (high == 0 || jobsBefore.get(high - 1) <= job) { // a late one: most of those asked for
            return high;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (jobsBefore.get(middle) <= job) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public long id(int job) {
        return isPiece(job) ? firstId + job - base.count() : base.id(job);
    }

    @Override
    public long submitMillis(int job) {
        return isPiece(job) ? submitMillis.get(job - base.count()) : base.submitMillis(job);
    }

    @Override
    public int nodes(int job) {
        return isPiece(job) ? venue(job).allNodes() : base.nodes(job);
    }

    @Override
    public long walltimeMillis(int job) {
        return isPiece(job) ? venue(job).pieceMillis() : base.walltimeMillis(job);
    }

    @Override
    public long loggedWaitMillis(int job) {
        return isPiece(job) ? -1 : base.loggedWaitMillis(job);
    }

    @Override
    public int user(int job) {
        return isPiece(job) ? names.user(campaign(job)) : base.user(job);
    }

    @Override
    public int organization(int job) {
        return isPiece(job) ? names.organization(campaign(job)) : base.organization(job);
    }

    @Override
    public int partition(int job) {
        return isPiece(job)
                ? names.partition(campaign(job), run(job).venueIndex())
                : base.partition(job);
    }

    @Override
    public long latestStartMillis(int job) {
        return isPiece(job) ? run(job).latestStartMillis(venue(job)) : base.latestStartMillis(job);
    }

    @Override
    public long leftMillis(int job, long nowMillis) {
        if (!isPiece(job)) {
            return base.leftMillis(job, nowMillis);
        }
        return request(job).elasticity().isRigid()
                ? -1
                : run(job).leftMillis(venue(job), nowMillis);
    }

    @Override
    public boolean mayAskForMinimum() {
        return mayAskForMinimum;
    }

    @Override
    public Elasticity elasticity(int job) {
        return isPiece(job) ? request(job).elasticity() : base.elasticity(job);
    }

    @Override
    public Request request(int job) {
        return isPiece(job) ? venue(job).request() : base.request(job);
    }
}
