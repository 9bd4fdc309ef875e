package dandori.examples;

import dandori.experiment.Group;
import dandori.machine.Machine;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.trial.Trials;
import java.time.Duration;
import java.util.Locale;

/** A study without a file: two policies, the same jobs, ten seeds. */
public final class FairEnough {

    private FairEnough() {}

    /** Prints a table, and who waits longer if shares decide. */
    public static void main(String[] args) throws InterruptedException {
        var result =
                Trials.on(Machine.flat("ours", 64))
                        .organization("physics", 3)
                        .organization("biology", 1)
                        .generate("physics", "daily-cycle", 0.35)
                        .generate("biology", "daily-cycle", 0.35)
                        .length(Duration.ofDays(14))
                        .warmUp(Duration.ofDays(1))
                        .policy("fcfs", it -> it.order(Orders.fcfs()).backfill(Backfills.easy()))
                        .policy(
                                "tree",
                                it -> it.order(Orders.fairTree()).backfill(Backfills.easy()))
                        .seeds(1, 10)
                        .run();
        System.out.print(result.table("utilization", "wait_mean_s", "wait_p95_s"));
        for (String who : new String[] {"physics", "biology"}) {
            var group = Group.organization(who);
            var longer = result.comparison("tree", "fcfs", group, "wait_mean_s").difference();
            double hours = longer.mean() / 3600;
            System.out.printf(
                    Locale.ROOT, "%s: %+.2f ± %.2f h%n", who, hours, longer.halfWidth() / 3600);
        }
    }
}
