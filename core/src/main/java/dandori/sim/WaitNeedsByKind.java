package dandori.sim;

import dandori.policy.ShapedPlacement;
import dandori.wait.WaitBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Needs where shapes, resource groups or plans decide: all that somebody waits for are looked at.
 */
final class WaitNeedsByKind implements WaitNeeds {

    private final PoolRun pool;
    private final WaitBook book;
    private final boolean looksAhead; // run times matter
    private final Map<WaitNeed.Kind, WaitNeed> ofKind = new HashMap<>();
    private @Nullable WaitNeed[] ofForm = new WaitNeed[64]; // where nothing else decides
    private final List<WaitNeed> waiting = new ArrayList<>();

    WaitNeedsByKind(PoolRun pool, WaitBook book, boolean looksAhead) {
        this.pool = pool;
        this.book = book;
        this.looksAhead = looksAhead;
    }

    @Override
    public WaitNeed entering(int job) {
        int form =
                pool.placement instanceof ShapedPlacement shaped ? shaped.form(job, pool.jobs) : -1;
        if (form >= 0 && pool.groups == null && !looksAhead) {
            return entering(job, form);
        }
        WaitNeed.Kind kind =
                new WaitNeed.Kind(
                        pool.nodesNeeded(job),
                        pool.groups == null ? -1 : pool.groups.kind(job),
                        form,
                        looksAhead ? pool.estimateMillis(job) : 0);
        WaitNeed known = ofKind.get(kind);
        if (known != null) {
            return known;
        }
        WaitNeed need = new WaitNeed(kind, book);
        ofKind.put(kind, need);
        return need;
    }

    private WaitNeed entering(int job, int form) {
        if (form >= ofForm.length) {
            ofForm = Arrays.copyOf(ofForm, Math.max(form + 1, 2 * ofForm.length));
        }
        WaitNeed known = ofForm[form];
        if (known == null) {
            known = new WaitNeed(new WaitNeed.Kind(pool.nodesNeeded(job), -1, form, 0), book);
            ofForm[form] = known;
        }
        return known;
    }

    @Override
    public void began(WaitNeed need) {
        need.place = waiting.size();
        waiting.add(need);
    }

    @Override
    public void ended(WaitNeed need) {
        WaitNeed last = waiting.remove(waiting.size() - 1);
        if (last != need) {
            waiting.set(need.place, last);
            last.place = need.place;
        }
    }

    @Override
    public void lookAgain(WaitWatch watch) {
        for (int i = 0; i < waiting.size(); i++) {
            watch.look(waiting.get(i));
        }
    }
}
