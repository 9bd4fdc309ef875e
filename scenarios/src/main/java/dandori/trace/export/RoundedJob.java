package dandori.trace.export;

import dandori.trace.LoggedJob;

/**
 * Rounds what a job is known by. Submit times go down, waits to the nearest, all that a job takes
 * up: none that ran becomes one that did not, and none runs into its limit that did not before.
 */
final class RoundedJob {

    private RoundedJob() {}

    static void roundTimes(LoggedJob job, long stepMillis) {
        job.submitMillis = Math.floorDiv(job.submitMillis, stepMillis) * stepMillis;
        job.waitMillis =
                job.waitMillis < 0
                        ? -1
                        : Math.floorDiv(job.waitMillis + stepMillis / 2, stepMillis) * stepMillis;
        job.runMillis = up(job.runMillis, stepMillis);
        job.walltimeMillis = up(job.walltimeMillis, stepMillis);
        job.cpuMillis = up(job.cpuMillis, stepMillis);
    }

    private static long up(long millis, long stepMillis) {
        return millis <= 0 || millis > Long.MAX_VALUE / 2
                ? millis
                : (millis + stepMillis - 1) / stepMillis * stepMillis;
    }

    /** Powers of two, up; nothing above a machine that it was not above before. */
    static void roundSizes(LoggedJob job, long maxNodes, long maxProcs) {
        job.requestedNodes = power(job.requestedNodes, maxNodes);
        job.allocatedNodes = power(job.allocatedNodes, maxNodes);
        job.requestedProcessors = power(job.requestedProcessors, maxProcs);
        job.allocatedProcessors = power(job.allocatedProcessors, maxProcs);
        job.requestedAccelerators = power(job.requestedAccelerators, 0);
        job.allocatedAccelerators = power(job.allocatedAccelerators, 0);
        job.memoryKilobytes = power(job.memoryKilobytes, 0);
        job.requestedMemoryKilobytes = power(job.requestedMemoryKilobytes, 0);
    }

    /**
     * The least power of two that is not below.
     *
     * @param most the machine's size; 0: unknown
     */
    private static long power(long size, long most) {
        if (size <= 2 || size > 1L << 61) {
            return size;
        }
        long power = Long.highestOneBit(size - 1) << 1;
        return size <= most ? Math.min(power, most) : power;
    }
}
