package dandori.scenario.campaign;

import dandori.campaign.Campaign;
import dandori.campaign.StepSpeed;
import dandori.campaign.TrainedStep;
import dandori.campaign.Venue;
import dandori.engine.Durations;
import dandori.failure.Checkpointing;
import dandori.failure.Interruptions;
import dandori.job.Request;
import dandori.machine.Machine;
import dandori.scenario.failure.FailurePlan;
import dandori.scenario.key.Moment;
import dandori.training.Calibration;
import dandori.training.TrainingCase;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns the campaigns of a scenario into those of a run.
 *
 * @param machines the machines of the scenario
 * @param failures what breaks on each, by name
 * @param isNetworked whether steps take longer on nodes that lie apart
 */
public record Campaigns(
        List<Machine> machines, Map<String, FailurePlan> failures, boolean isNetworked) {

    private static final double HOPELESS = 10; // times as long as without failures

    /** Keeps the machines. */
    public Campaigns {
        machines = List.copyOf(machines);
        failures = Map.copyOf(failures);
    }

    /**
     * The campaigns of plans, in their order.
     *
     * @param start the date of time 0; null if nobody knows it
     * @throws IllegalArgumentException if a plan names a date and nobody knows that of time 0, or
     *     one that lies before; the message begins with the path of the key
     */
    public List<Campaign> of(List<CampaignPlan> plans, @Nullable ZonedDateTime start) {
        List<String> names = plans.stream().map(CampaignPlan::name).toList();
        return plans.stream()
                .map(plan ->
                        new Campaign(
                                plan.name(),
                                plan.organization(),
                                plan.venues().stream().map(this::venue).toList(),
                                plan.tokensPerStep(),
                                plan.tokens(),
                                plan.tokensBefore(),
                                plan.submit() == null
                                        ? plan.delayMillis()
                                        : millis(plan, "submit", plan.submit(), start),
                                plan.after() == null ? -1 : names.indexOf(plan.after()),
                                plan.deadline() == null
                                        ? Long.MAX_VALUE
                                        : millis(plan, "deadline", plan.deadline(), start),
                                plan.chain()))
                .toList();
    }

    private static long millis(
            CampaignPlan plan, String key, Moment moment, @Nullable ZonedDateTime start) {
        Long millis = CampaignLinks.millis(moment, start);
        if (millis == null) {
            throw new IllegalArgumentException(
                    "campaigns.%s.%s is a date, but nobody says when the run begins."
                            .formatted(plan.name(), key));
        }
        if (millis < 0) {
            throw new IllegalArgumentException(
                    "campaigns.%s.%s lies before the beginning of the run."
                            .formatted(plan.name(), key));
        }
        return millis;
    }

    private Machine machine(VenuePlan plan) {
        return machines.stream()
                .filter(one -> one.name().equals(plan.machine()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "There is no machine '%s'.".formatted(plan.machine())));
    }

    /**
     * Why a campaign would hardly get anything done there, by Daly's expected time; empty if it
     * would.
     */
    String hopeless(VenuePlan plan) {
        Machine machine = machine(plan);
        double mtbf = mtbfMillis(plan, machine);
        double times = Double.isInfinite(mtbf) ? 1 : timesAsLong(plan);
        return times <= HOPELESS
                ? ""
                : "on %,d nodes of '%s' something breaks every %s, so that training would take %s times as long as without."
                        .formatted(
                                plan.nodes(),
                                machine.name(),
                                Durations.text(mtbf),
                                times > 1_000 ? "over a thousand" : Math.round(times));
    }

    /**
     * How many times as long as steps alone training takes there, by Daly's expected time, with
     * checkpoints and with what failures undo; at least 1, perhaps infinite.
     */
    double timesAsLong(VenuePlan plan) {
        double mtbf = mtbfMillis(plan, machine(plan));
        double computed = computedMillis(plan);
        return new Interruptions(mtbf, plan.checkpoint().writeMillis(), plan.restartMillis())
                        .wallMillis(computed, computed)
                / computed;
    }

    /**
     * How long is computed between two checkpoints, in milliseconds: at least a step, at most a
     * job.
     */
    double computedMillis(VenuePlan plan) {
        Machine machine = machine(plan);
        double longest = Math.min(intervalMillis(plan, machine), plan.pieceMillis());
        return Math.max(longest, plan.bestStepMillis(machine));
    }

    private Venue venue(VenuePlan plan) {
        Venue asked = rigid(plan);
        return plan.others().isEmpty()
                ? asked
                : asked.with(plan.others().stream().map(this::rigid).toList());
    }

    private Venue rigid(VenuePlan plan) {
        Machine machine = machine(plan);
        return new Venue(
                machine,
                plan.nodes(),
                plan.spares(),
                plan.partition() == null ? "" : plan.partition(),
                plan.shape() == null ? Request.PLAIN : Request.of(plan.shape()),
                plan.pieceMillis(),
                speed(plan, machine),
                intervalMillis(plan, machine),
                plan.checkpoint().writeMillis(),
                plan.restartMillis(),
                plan.marginMillis());
    }

    private StepSpeed speed(VenuePlan plan, Machine machine) {
        TrainingCase training = plan.training();
        return training == null || !isNetworked
                ? StepSpeed.constant(plan.bestStepMillis(machine))
                : new TrainedStep(training, Calibration.of(machine).constants(), machine);
    }

    /** How long is computed between two checkpoints; without an end where none is of use. */
    private long intervalMillis(VenuePlan plan, Machine machine) {
        CheckpointPlan checkpoint = plan.checkpoint();
        Checkpointing rule =
                switch (checkpoint.rule()) {
                    case FIXED ->
                            new Checkpointing.Fixed(
                                    Objects.requireNonNull(checkpoint.givenMillis()));
                    case YOUNG -> new Checkpointing.Young();
                    case DALY -> new Checkpointing.Daly();
                };
        double millis = rule.intervalMillis(checkpoint.writeMillis(), mtbfMillis(plan, machine));
        return millis < Long.MAX_VALUE / 4.0
                ? Math.max(1, (long) Math.ceil(millis))
                : Long.MAX_VALUE;
    }

    /** Mean time between interruptions of a job, in milliseconds; infinite if there are none. */
    double mtbfMillis(VenuePlan plan, Machine machine) {
        FailurePlan its = failures.get(machine.name());
        return its == null
                ? Double.POSITIVE_INFINITY
                : its.model(machine).interruptionMtbfMillis(machine, plan.nodes());
    }
}
