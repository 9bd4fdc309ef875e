package dandori.published;

import dandori.campaign.StepSpeed;
import dandori.campaign.Venue;
import dandori.job.Request;
import dandori.machine.Machine;

/**
 * How a training run is kept going.
 *
 * @param spares nodes that each piece holds in reserve
 * @param pieceHours the time limit of a piece
 * @param intervalMinutes computing between two checkpoints
 * @param checkpointSeconds writing one
 * @param restartMinutes from a start or a failure until the first step
 * @param marginMinutes before the time limit
 */
record Habits(
        int spares,
        double pieceHours,
        double intervalMinutes,
        double checkpointSeconds,
        double restartMinutes,
        double marginMinutes) {

    /** Nothing but steps, for up to a thousand days. */
    static final Habits NONE = new Habits(0, 24_000, 60 * 24_000, 0, 0, 0);

    /** A place to train, so kept. */
    Venue on(Machine machine, int nodes, StepSpeed speed) {
        return new Venue(
                machine,
                nodes,
                spares,
                "",
                Request.PLAIN,
                Math.round(3_600_000 * pieceHours),
                speed,
                Math.round(60_000 * intervalMinutes),
                Math.round(1_000 * checkpointSeconds),
                Math.round(60_000 * restartMinutes),
                Math.round(60_000 * marginMinutes));
    }
}
