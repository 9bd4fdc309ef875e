package dandori.policy.backfill;

import dandori.engine.Durations;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import java.util.List;

/**
 * What bounds the work of Slurm's scheduler: the {@code SchedulerParameters} of slurm.conf(5), with
 * its defaults. {@link Integer#MAX_VALUE} stands for no limit, where Slurm writes 0.
 *
 * @param windowMillis {@code bf_window}: how far ahead slots are held; positive
 * @param resolutionMillis {@code bf_resolution}: to multiples of what slots are rounded; positive
 * @param intervalMillis {@code bf_interval}: at multiples of what a cycle may begin; positive
 * @param maxJobTest {@code bf_max_job_test}: how many jobs a cycle tests
 * @param maxJobStart {@code bf_max_job_start}: how many jobs a cycle starts
 * @param maxJobUser {@code bf_max_job_user}: how many jobs of one user a cycle tests
 * @param maxJobPart {@code bf_max_job_part}: how many jobs of one partition a cycle tests
 * @param minAgeReserveMillis {@code bf_min_age_reserve}: how long a job must have waited to hold a
 *     slot; 0 or more
 * @param queueDepth {@code default_queue_depth}: how many jobs are looked at between the cycles
 */
public record SlurmParameters(
        long windowMillis,
        long resolutionMillis,
        long intervalMillis,
        int maxJobTest,
        int maxJobStart,
        int maxJobUser,
        int maxJobPart,
        long minAgeReserveMillis,
        int queueDepth) {

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    /** What slurm.conf(5) gives where nothing is set. */
    public static final SlurmParameters DEFAULT =
            new SlurmParameters(
                    24 * Durations.HOUR_MILLIS,
                    60_000,
                    30_000,
                    500,
                    NO_LIMIT,
                    NO_LIMIT,
                    NO_LIMIT,
                    0,
                    100);

    /** Spans and counts must be positive. */
    public SlurmParameters {
        long least = Math.min(windowMillis, Math.min(resolutionMillis, intervalMillis));
        int fewest = Math.min(Math.min(maxJobTest, maxJobStart), Math.min(maxJobUser, maxJobPart));
        if (least < 1 || Math.min(fewest, queueDepth) < 1 || minAgeReserveMillis < 0) {
            throw new IllegalArgumentException(
                    "The spans and counts of slurm must be positive, but are window %d ms, resolution %d ms, interval %d ms, maxJobTest %d, maxJobStart %d, maxJobUser %d, maxJobPart %d, minAgeReserve %d ms, queueDepth %d."
                            .formatted(
                                    windowMillis,
                                    resolutionMillis,
                                    intervalMillis,
                                    maxJobTest,
                                    maxJobStart,
                                    maxJobUser,
                                    maxJobPart,
                                    minAgeReserveMillis,
                                    queueDepth));
        }
    }

    static SlurmParameters of(Options options) {
        return new SlurmParameters(
                options.millis("window"),
                options.millis("resolution"),
                options.millis("interval"),
                options.count("maxJobTest"),
                options.count("maxJobStart"),
                options.count("maxJobUser"),
                options.count("maxJobPart"),
                options.millis("minAgeReserve"),
                options.count("queueDepth"));
    }

    static List<Option> options() {
        return List.of(
                Option.duration("window", "1d")
                        .positive()
                        .says("bf_window: slots that begin later are not held."),
                Option.duration("resolution", "60s")
                        .positive()
                        .says("bf_resolution: held slots are rounded to multiples of it."),
                Option.duration("interval", "30s")
                        .positive()
                        .says("bf_interval: a backfill cycle may begin at multiples of it."),
                limit("maxJobTest", "500")
                        .says("bf_max_job_test: how many jobs a cycle tests, in order."),
                limit("maxJobStart", "unlimited")
                        .says("bf_max_job_start: how many jobs a cycle starts."),
                limit("maxJobUser", "unlimited")
                        .says("bf_max_job_user: how many jobs of one user a cycle tests."),
                limit("maxJobPart", "unlimited")
                        .says("bf_max_job_part: how many jobs of one partition a cycle tests."),
                Option.duration("minAgeReserve", "0s")
                        .says("bf_min_age_reserve: who has waited less holds no slot."),
                limit("queueDepth", "100")
                        .says("default_queue_depth: how many jobs are looked at between cycles."));
    }

    private static Option limit(String name, String defaultText) {
        return Option.count(name, defaultText).positive();
    }
}
