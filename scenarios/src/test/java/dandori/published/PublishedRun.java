package dandori.published;

import dandori.campaign.StepSpeed;
import dandori.campaign.TrainedStep;
import dandori.failure.Age;
import dandori.failure.FailureModel;
import dandori.failure.Lemons;
import dandori.failure.Lifetime;
import dandori.failure.NodeHazard;
import dandori.failure.Repair;
import dandori.machine.Machine;
import dandori.machine.NodeSet;
import dandori.training.StepConstants;
import dandori.training.TrainingCase;
import java.util.List;

/**
 * A training run of which somebody has said how long it took.
 *
 * @param name what it is called
 * @param days how long it took
 * @param isWall whether that is from the first start to the end, failures and all; else computing
 *     alone
 * @param machine the machine, or the one that comes nearest
 * @param what what is trained, and how it is spread
 * @param constants of the model of a step
 * @param tokens of all steps
 * @param stepSeconds a step, as published
 * @param perThousandNodeDays failures
 * @param habits how it is kept going
 */
record PublishedRun(
        String name,
        double days,
        boolean isWall,
        Machine machine,
        TrainingCase what,
        StepConstants constants,
        double tokens,
        double stepSeconds,
        double perThousandNodeDays,
        Habits habits) {

    private static final int SEEDS = 5;
    private static final double MOST_DAYS = 400;

    int nodes() {
        return Math.toIntExact(what.parallelism().accelerators() / what.node().accelerators());
    }

    StepSpeed modelled() {
        return new TrainedStep(what, constants, machine);
    }

    StepSpeed published() {
        return StepSpeed.constant(1_000 * stepSeconds);
    }

    /** Nodes of the whole machine fail, and are away for a day, which is assumed. */
    private FailureModel breaks() {
        return new FailureModel(
                List.of(
                        new NodeHazard(
                                "nodes",
                                NodeSet.range(0, machine.nodes() - 1),
                                new Lifetime.Exponential(
                                        1_000 * Course.DAY_MILLIS / perThousandNodeDays),
                                Age.SETTLED,
                                Lemons.NONE,
                                new Repair.Fixed(Course.DAY_MILLIS))));
    }

    /** As it goes with the failures of a seed. */
    Course course(StepSpeed speed, long seed) {
        return course(speed, breaks(), habits, seed);
    }

    private Course course(StepSpeed speed, FailureModel breaks, Habits kept, long seed) {
        return Course.of(
                kept.on(machine, nodes(), speed),
                Math.round(what.tokensPerStep()),
                Math.round(tokens),
                breaks,
                seed,
                MOST_DAYS);
    }

    /** Days of steps alone, with nothing between them. */
    double computingDays(StepSpeed speed) {
        return course(speed, FailureModel.NONE, Habits.NONE, 1).days();
    }

    /** Days with failures, on average over some seeds. */
    double wallDays(StepSpeed speed) {
        double sum = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            sum += course(speed, seed).days();
        }
        return sum / SEEDS;
    }

    /** What is to be compared with what was published. */
    double comparedDays(StepSpeed speed) {
        return isWall ? wallDays(speed) : computingDays(speed);
    }

    /** How far a number of days is off, as a part of what was published. */
    double error(double simulatedDays) {
        return simulatedDays / days - 1;
    }
}
