package dandori.policy.limit;

import dandori.policy.Admission;
import dandori.policy.Verdict;
import dandori.state.Situation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Each owner's part of a pool, of which what is idle may be lent, in a run. */
final class QuotasInRun implements Admission {

    private final Division division;
    private final boolean lends;
    private final List<Tenant> tenants = new ArrayList<>(); // by owner
    private int entitled; // tenants with a waiting job that their own nodes would hold
    private int[] nodes = new int[64]; // by row, since the job was queued
    private final RowLists waiting = new RowLists(); // of tenants
    private boolean isTouched;

    QuotasInRun(Division division, boolean lends) {
        this.division = division;
        this.lends = lends;
    }

    private Tenant tenant(int job) {
        int owner = division.ownerOf(job);
        while (owner >= tenants.size()) {
            tenants.add(new Tenant(division.nodesOf(tenants.size())));
            isTouched = true; // it has been told nothing yet
        }
        return tenants.get(owner);
    }

    @Override
    public boolean mayEver(int job, Situation now) {
        return lends || now.nodesNeeded(job) <= tenant(job).own;
    }

    @Override
    public Verdict admit(int job, Situation now) {
        Tenant tenant = tenant(job);
        boolean may = nodes[job] <= tenant.own - tenant.used || lends && mayBorrow(tenant);
        return may ? Verdict.ELIGIBLE : Verdict.QUOTA;
    }

    @Override
    public String heldBy(int job, Situation now) {
        return division.whose(job);
    }

    /** Whether nobody else waits who is entitled to nodes. */
    private boolean mayBorrow(Tenant tenant) {
        return entitled == (tenant.isEntitled ? 1 : 0);
    }

    @Override
    public void recall(Recall recall, Situation now) {
        if (!isTouched) {
            return;
        }
        isTouched = false;
        for (int i = 0; i < tenants.size(); i++) {
            Tenant tenant = tenants.get(i);
            tenant.recall(recall, nodes, lends && mayBorrow(tenant));
        }
    }

    @Override
    public void jobQueued(int job, Situation now) {
        if (job >= nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * job);
        }
        nodes[job] = now.nodesNeeded(job);
        Tenant tenant = tenant(job);
        waiting.add(job, tenant.waiting);
        tenant.ofSize(nodes[job], 1);
        changed(tenant);
    }

    @Override
    public void jobWithdrawn(int job, Situation now) {
        Tenant tenant = tenant(job);
        waiting.remove(job, tenant.waiting);
        tenant.ofSize(nodes[job], -1);
        changed(tenant);
    }

    @Override
    public void jobStarted(int job, Situation now) {
        tenant(job).used += nodes[job];
        jobWithdrawn(job, now);
        isTouched = true;
    }

    @Override
    public void jobEnded(int job, Situation now) {
        tenant(job).used -= nodes[job];
        isTouched = true;
        changed(tenant(job));
    }

    private void changed(Tenant tenant) {
        boolean is = lends && tenant.smallest() <= tenant.own - tenant.used;
        if (is != tenant.isEntitled) {
            tenant.isEntitled = is;
            entitled += is ? 1 : -1;
            isTouched = true;
        }
    }
}
