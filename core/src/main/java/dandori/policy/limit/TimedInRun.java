package dandori.policy.limit;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** What somebody may have at once in a run: what always holds, and what holds at its hours. */
final class TimedInRun {

    private static final int WEEK_DAYS = 8; // from any instant on, all hours of a week

    private final Limit limit;
    private final List<Bell> bells = new ArrayList<>(); // of the timed limits, in their order
    private final int everNodes; // the most at any hour; -1 if no job may ever run
    int nodes; // now
    int jobs;

    TimedInRun(Limit limit, ZonedDateTime origin) {
        this.limit = limit;
        everNodes = everNodes(limit, origin);
        look();
    }

    void add(Bell bell) {
        bells.add(bell);
        look();
    }

    /** Takes what holds now. */
    void look() {
        nodes = limit.nodesAtOnce();
        jobs = limit.jobsAtOnce();
        for (int i = 0; i < bells.size(); i++) {
            if (bells.get(i).isOn()) {
                nodes = Math.min(nodes, limit.timed().get(i).nodesAtOnce());
                jobs = Math.min(jobs, limit.timed().get(i).jobsAtOnce());
            }
        }
    }

    /** Whether a job of so many nodes may run at some hour of the week if nobody else does. */
    boolean everFits(int jobNodes) {
        return jobNodes <= everNodes;
    }

    private static int everNodes(Limit limit, ZonedDateTime origin) {
        int most = mostNodes(limit, origin);
        ZonedDateTime end = origin.plusDays(WEEK_DAYS);
        for (TimedLimit one : limit.timed()) {
            ZonedDateTime at = one.when().nextChange(origin);
            for (ZonedDateTime before = origin; at.isAfter(before) && at.isBefore(end); ) {
                most = Math.max(most, mostNodes(limit, at));
                before = at;
                at = one.when().nextChange(at);
            }
        }
        return most;
    }

    private static int mostNodes(Limit limit, ZonedDateTime at) {
        int nodes = limit.nodesAtOnce();
        int jobs = limit.jobsAtOnce();
        for (TimedLimit one : limit.timed()) {
            if (one.when().hold(at)) {
                nodes = Math.min(nodes, one.nodesAtOnce());
                jobs = Math.min(jobs, one.jobsAtOnce());
            }
        }
        return jobs > 0 ? nodes : -1;
    }
}
