package dandori.campaign;

import dandori.failure.Execution;
import dandori.job.JobSource;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.machine.NodeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A source that hands everything on, and writes down what its pieces were told. */
final class Watched implements JobSource, Execution {

    private final CampaignSource source;
    private final TreeMap<Integer, Stayed> running = new TreeMap<>();
    private final List<Stayed> stays = new ArrayList<>();

    Watched(CampaignSource source) {
        this.source = source;
    }

    CampaignSource source() {
        return source;
    }

    /** The stays on nodes of a campaign's pieces, in the order in which they began. */
    List<Stayed> stays(int campaign) {
        return stays.stream().filter(one -> source.campaign(one.row) == campaign).toList();
    }

    @Override
    public boolean executes(int job) {
        return source.executes(job);
    }

    @Override
    public long begin(int job, NodeSet nodes, long nowMillis) {
        int given = nodes.size() > 0 ? nodes.size() : source.jobs().nodes(job);
        Stayed one = new Stayed(job, nodes, given, nowMillis);
        one.plannedEndMillis = nowMillis + source.begin(job, nodes, nowMillis);
        if (running.put(job, one) != null) {
            throw new IllegalStateException("Piece " + job + " runs already.");
        }
        stays.add(one);
        return one.plannedEndMillis - nowMillis;
    }

    @Override
    public long hit(int job, NodeSet lost, long nowMillis) {
        Stayed one = running.get(job);
        one.told.add(new Stayed.Told(nowMillis, lost, false));
        long more = source.hit(job, lost, nowMillis);
        one.plannedEndMillis = more == GONE ? nowMillis : nowMillis + more;
        return more;
    }

    @Override
    public void repaired(int job, NodeSet back, long nowMillis) {
        running.get(job).told.add(new Stayed.Told(nowMillis, back, true));
        source.repaired(job, back, nowMillis);
    }

    @Override
    public void notice(int job) {
        running.get(job).isTold = true;
        source.notice(job);
    }

    @Override
    public void resize(int job, int nodes) {
        source.resize(job, nodes);
    }

    @Override
    public long end(int job, long nowMillis) {
        Stayed one = running.remove(job);
        one.endMillis = nowMillis;
        one.isInterrupted = nowMillis != one.plannedEndMillis;
        one.uselessMillis = source.end(job, nowMillis);
        return one.uselessMillis;
    }

    @Override
    public Jobs jobs() {
        return source.jobs();
    }

    @Override
    public long runMillis(int job) {
        return source.runMillis(job);
    }

    @Override
    public long nextSubmitMillis() {
        return source.nextSubmitMillis();
    }

    @Override
    public int next() {
        return source.next();
    }

    @Override
    public List<String> partitions() {
        return source.partitions();
    }

    @Override
    public void jobLeft(int job, JobState state, long nowMillis) {
        source.jobLeft(job, state, nowMillis);
    }

    @Override
    public boolean isHeld(int job) {
        return source.isHeld(job);
    }

    @Override
    public boolean isWithdrawn(int job) {
        return source.isWithdrawn(job);
    }

    @Override
    public boolean isEndedByUser(int job) {
        return source.isEndedByUser(job);
    }
}
