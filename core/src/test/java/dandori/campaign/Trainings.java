package dandori.campaign;

import dandori.job.Request;
import dandori.job.Workload;
import dandori.machine.Machine;
import java.util.List;

/** Campaigns for tests, from the few numbers that matter there. */
final class Trainings {

    static final Workload NOTHING = Workload.of("nothing", List.of());

    private Trainings() {}

    static Venue venue(
            int nodes,
            int spares,
            long pieceMillis,
            StepSpeed speed,
            long intervalMillis,
            long checkpointMillis,
            long restartMillis,
            long marginMillis) {
        return new Venue(
                Machine.flat("m", 100),
                nodes,
                spares,
                "",
                Request.PLAIN,
                pieceMillis,
                speed,
                intervalMillis,
                checkpointMillis,
                restartMillis,
                marginMillis);
    }

    /** On the venue, by one token a step. */
    static Campaign campaign(String name, Venue venue, long steps, long submitMillis) {
        return new Campaign(
                name,
                "org",
                List.of(venue),
                1,
                steps,
                0,
                submitMillis,
                -1,
                Long.MAX_VALUE,
                Chain.AFTER_END);
    }

    static Campaign ahead(Campaign one) {
        return new Campaign(
                one.name(),
                one.organization(),
                one.venues(),
                one.tokensPerStep(),
                one.tokens(),
                one.tokensBefore(),
                one.submitMillis(),
                one.after(),
                one.deadlineMillis(),
                Chain.AHEAD);
    }

    static Campaign after(Campaign one, int other) {
        return new Campaign(
                one.name(),
                one.organization(),
                one.venues(),
                one.tokensPerStep(),
                one.tokens(),
                one.tokensBefore(),
                one.submitMillis(),
                other,
                one.deadlineMillis(),
                one.chain());
    }
}
