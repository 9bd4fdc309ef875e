package dandori.differential;

import dandori.policy.Actions;
import dandori.policy.Backfill;
import dandori.state.Situation;

/** EASY that remembers nothing: the whole idea anew in each pass, on the public contracts alone. */
final class EasyByHand implements Backfill {

    @Override
    public void fill(Situation now, Actions act) {
        var queue = now.queue();
        var cluster = now.cluster();
        while (queue.size() > 0 && act.tryStart(queue.first()).started()) {}
        if (queue.size() == 0) {
            return;
        }
        int head = queue.first();
        int needed = now.jobs().nodes(head);
        int free = cluster.freeNodes();
        long shadowMillis = now.nowMillis();
        for (int place = 0; place < cluster.runningCount(); place++) {
            if (free >= needed && cluster.estimatedEndMillis(place) > shadowMillis) {
                break; // all that end at the shadow time itself have been counted
            }
            free += cluster.nodesOf(place);
            shadowMillis = cluster.estimatedEndMillis(place);
        }
        int spare = free - needed;
        for (int job = queue.next(head); job >= 0; job = queue.next(job)) {
            boolean ends = now.nowMillis() + now.estimateMillis(job) <= shadowMillis;
            boolean harmless = ends || now.jobs().nodes(job) <= spare;
            if (harmless && act.tryStart(job).started() && !ends) {
                spare -= now.jobs().nodes(job);
            }
        }
    }
}
