package dandori.published;

import dandori.campaign.Campaign;
import dandori.campaign.CampaignOutcome;
import dandori.campaign.CampaignSource;
import dandori.campaign.Chain;
import dandori.campaign.Venue;
import dandori.engine.RandomStreams;
import dandori.failure.FailureModel;
import dandori.failure.Failures;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.metric.Window;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.sim.Checking;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One campaign alone on its machine, through a whole simulation with all of its checks.
 *
 * @param outcome what became of it
 * @param log its pieces
 */
record Course(CampaignOutcome outcome, JobLog log) {

    static final double DAY_MILLIS = 86_400_000;
    private static final Workload NOTHING = Workload.of("nothing else", List.of());

    /** Trains from the origin on, until it is done or so many days are over. */
    static Course of(
            Venue venue,
            long tokensPerStep,
            long tokens,
            FailureModel breaks,
            long seed,
            double mostDays) {
        return of(
                venue,
                tokensPerStep,
                tokens,
                machine -> breaks.of(machine, new RandomStreams(seed)),
                mostDays);
    }

    /** The same while certain things break. */
    static Course of(
            Venue venue,
            long tokensPerStep,
            long tokens,
            Function<Machine, Failures> breaks,
            double mostDays) {
        Campaign campaign =
                new Campaign(
                        "training",
                        "published",
                        List.of(venue),
                        tokensPerStep,
                        tokens,
                        0,
                        0,
                        -1,
                        Long.MAX_VALUE,
                        Chain.AFTER_END);
        long last = Math.round(mostDays * DAY_MILLIS);
        List<CampaignSource> used = new ArrayList<>();
        JobLog log =
                Simulation.of(
                                List.of(venue.machine()),
                                () -> {
                                    used.add(new CampaignSource(NOTHING, List.of(campaign)));
                                    return used.get(0);
                                })
                        .routing((job, pools) -> used.get(0).pool(job, pools))
                        .policy(
                                Policy.named("easy")
                                        .order(Orders.fcfs())
                                        .backfill(Backfills.easy())
                                        .placement(Placements.leafPacking())
                                        .build())
                        .failures(breaks)
                        .window(new Window(0, last))
                        .horizonMillis(last)
                        .checking(Checking.FULL)
                        .run()
                        .log();
        return new Course(used.get(0).outcomes(log.endOfRunMillis()).get(0), log);
    }

    /** From its submission to its last token, in days. */
    double days() {
        if (!outcome.isDone()) {
            throw new IllegalStateException("It was not done in time: " + outcome);
        }
        return (outcome.doneMillis() - outcome.submitMillis()) / DAY_MILLIS;
    }
}
