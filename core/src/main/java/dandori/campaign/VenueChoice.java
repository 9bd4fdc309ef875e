package dandori.campaign;

import dandori.state.Cluster;
import dandori.state.Situation;
import dandori.state.WaitQueue;
import java.util.List;

/**
 * Chooses where a campaign that may run on several machines does so, when its first piece is
 * submitted.
 *
 * <p>Among the machines on which so many nodes are free now, the one that trains it in the shortest
 * time. If there is none, the one on which the node time that waits and runs, per node, and the
 * training take the shortest time together. Training times are those on the best nodes, with no
 * failure and no wait between pieces. Among equals the venue that the campaign names first. Several
 * venues of one machine are numbers of nodes to choose from.
 *
 * <p>Cost: O(jobs that wait and run) a campaign, once.
 */
final class VenueChoice {

    private VenueChoice() {}

    /** Settles a campaign. No pool is asked about its piece, which asks for nothing before that. */
    static void settle(CampaignRun run, List<? extends Situation> pools) {
        Campaign campaign = run.campaign();
        int chosenVenue = -1;
        int chosenPool = -1;
        boolean isFree = false;
        double leastMillis = Double.POSITIVE_INFINITY;
        for (int number = 0; number < campaign.venues().size(); number++) {
            Venue venue = campaign.venues().get(number);
            int index = pool(venue, pools);
            if (index < 0) {
                continue;
            }
            Situation pool = pools.get(index);
            boolean fitsNow = venue.allNodes() <= pool.cluster().freeNodes();
            double millis =
                    venue.bestMillis(campaign.steps() - campaign.stepsBefore())
                            + (fitsNow ? 0 : busyMillis(pool));
            if (chosenVenue < 0
                    || fitsNow && !isFree
                    || fitsNow == isFree && millis < leastMillis) {
                chosenVenue = number;
                chosenPool = index;
                isFree = fitsNow;
                leastMillis = millis;
            }
        }
        if (chosenVenue < 0) {
            List<String> names =
                    campaign.venues().stream().map(one -> one.machine().name()).distinct().toList();
            throw new IllegalArgumentException(
                    "Campaign '%s' may run on %s, but no such machine is simulated."
                            .formatted(campaign.name(), String.join(", ", names)));
        }
        run.settle(chosenVenue, chosenPool);
    }

    /**
     * The pool of a venue's machine that has the group which pieces name; else the first that is
     * large enough, or the first; -1 if the machine is not there.
     */
    private static int pool(Venue venue, List<? extends Situation> pools) {
        int first = -1;
        int large = -1;
        for (int index = 0; index < pools.size(); index++) {
            Situation pool = pools.get(index);
            if (!pool.machine().name().equals(venue.machine().name())) {
                continue;
            }
            boolean isNamed =
                    pool.pool().partitions().stream()
                            .anyMatch(group -> group.name().equals(venue.partition()));
            if (isNamed) {
                return index;
            }
            first = first < 0 ? index : first;
            large = large < 0 && pool.pool().nodes() >= venue.allNodes() ? index : large;
        }
        return large < 0 ? first : large;
    }

    /** How long the jobs that run and wait would keep all nodes busy, by their estimates. */
    private static double busyMillis(Situation now) {
        double nodeMillis = 0;
        Cluster cluster = now.cluster();
        for (int place = 0; place < cluster.runningCount(); place++) {
            long left = Math.max(0, cluster.estimatedEndMillis(place) - now.nowMillis());
            nodeMillis += (double) left * cluster.nodesOf(place);
        }
        WaitQueue queue = now.queue();
        for (int job = queue.first(); job >= 0; job = queue.next(job)) {
            nodeMillis += (double) now.estimateMillis(job) * now.nodesNeeded(job);
        }
        return nodeMillis / now.pool().nodes();
    }
}
