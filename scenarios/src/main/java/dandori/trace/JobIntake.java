package dandori.trace;

import dandori.job.JobSink;
import dandori.machine.AllocationUnit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Applies the import rules to what a log tells of its jobs, hands on those that are used, and
 * counts what it finds. A job that is left out has one reason, the first that applies.
 */
final class JobIntake {

    /** Times beyond which sums might overflow: 73 million years. */
    static final long MILLIS_LIMIT = SwfLog.SECONDS_LIMIT * 1_000;

    private static final int MOST_NODES =
            Integer.MAX_VALUE - 1; // queues mark with one more who may not start

    private final JobSink sink;
    private final Findings findings;
    private final boolean sc15;
    private final int machineSize; // sc15 only
    private final int perNode;
    private final AllocationUnit unit;
    private final OrganizationFrom organizationFrom;
    private final long fromMillis;
    private final long toMillis;
    private final JobNames users;
    private final JobNames organizations;
    private final JobNames partitions;
    private final @Nullable JobLinks links; // null: what jobs follow is ignored
    private final @Nullable ZoneId zone; // null: submit times count from the log's time 0

    private @Nullable ZonedDateTime origin;
    private long originMillis;
    private long previousSubmitMillis = Long.MIN_VALUE;
    private long earliestSubmitMillis = Long.MAX_VALUE;
    private long multipleCount; // jobs that request a multiple of what they were allocated

    /**
     * @param machineSize the machine's in what jobs count, for {@link ImportPreset#SC15} alone
     * @param links takes what jobs follow, or null
     */
    JobIntake(
            JobSink sink,
            Findings findings,
            ImportRules rules,
            JobLog log,
            int machineSize,
            @Nullable JobLinks links) {
        this.sink = sink;
        this.findings = findings;
        this.sc15 = rules.preset() == ImportPreset.SC15;
        this.machineSize = machineSize;
        AllocationUnit wanted = rules.log().unit();
        this.unit = wanted == null ? log.unit() : wanted;
        this.perNode = rules.processorsPerNode();
        this.organizationFrom = rules.organizationFrom();
        Long from = rules.fromMillis();
        Long to = rules.toMillis();
        this.fromMillis = from == null ? Long.MIN_VALUE : from;
        this.toMillis = to == null ? Long.MAX_VALUE : to;
        this.users = new JobNames(sink::user, findings);
        this.organizations = new JobNames(sink::organization, findings);
        this.partitions = new JobNames(sink::partition, findings);
        this.links = links;
        this.zone = log.isSince1970() ? zone(rules.log(), log) : null;
    }

    /** The zone in which the days of a log begin. */
    static ZoneId zone(LogOptions options, JobLog log) {
        ZoneId zone = options.zone() == null ? log.zone() : options.zone();
        return zone == null ? ZoneOffset.UTC : zone;
    }

    /**
     * The date of time 0 of a log whose times count from 1970: the midnight before the submission
     * of its first job.
     */
    static ZonedDateTime originOf(long submitMillis, ZoneId zone) {
        return Instant.ofEpochMilli(submitMillis).atZone(zone).toLocalDate().atStartOfDay(zone);
    }

    /** Takes a job. */
    void take(LoggedJob job) {
        if (isBeyond(job) || links != null && job.thinkMillis > MILLIS_LIMIT) {
            findings.add(Finding.BEYOND_RANGE);
            return;
        }
        if (zone != null && origin == null) {
            origin = originOf(job.submitMillis, zone);
            originMillis = origin.toInstant().toEpochMilli();
        }
        long submitMillis = job.submitMillis - originMillis;
        long requested = job.requested(unit);
        long allocated = job.allocated(unit);
        if (unit == AllocationUnit.NODE && requested <= 0 && allocated <= 0) {
            requested = nodesOf(job.requestedProcessors);
            allocated = nodesOf(job.allocatedProcessors);
        }
        long runMillis = job.runMillis;
        long walltimeMillis = job.walltimeMillis;
        if (leftOut(submitMillis, runMillis, walltimeMillis, requested, allocated)) {
            return;
        }
        long asked = requested > 0 ? requested : allocated;
        boolean byProcessor = unit == AllocationUnit.PROCESSOR;
        noteSize(requested, allocated, asked, byProcessor);
        if (unit == AllocationUnit.NODE && job.requestedNodes <= 0 && job.allocatedNodes <= 0) {
            findings.add(Finding.NODES_FROM_PROCESSORS);
        }
        noteTimes(job, submitMillis, runMillis, walltimeMillis);
        if (sc15) {
            runMillis = Math.min(runMillis, walltimeMillis);
        }
        long nodes = !byProcessor || perNode == 1 ? asked : (asked + perNode - 1) / perNode;
        sink.add(
                job.id,
                submitMillis,
                (int) nodes,
                walltimeMillis > 0 ? walltimeMillis : runMillis,
                runMillis,
                users.index(job.user, job.userNumber),
                organization(job),
                partition(job),
                Math.max(job.waitMillis, -1));
        if (links != null) {
            links.take(job.id, job.precedingId, job.thinkMillis);
        }
    }

    private long nodesOf(long processors) {
        return processors <= 0 ? -1 : (processors + perNode - 1) / perNode;
    }

    /**
     * One sign bit for all ranges: times within ±MILLIS_LIMIT, sizes within what a workload takes.
     */
    static boolean isBeyond(LoggedJob job) {
        long outside =
                (MILLIS_LIMIT - job.submitMillis)
                        | (MILLIS_LIMIT + job.submitMillis)
                        | (MILLIS_LIMIT - job.waitMillis)
                        | (MILLIS_LIMIT + job.waitMillis)
                        | (MILLIS_LIMIT - job.runMillis)
                        | (MILLIS_LIMIT + job.runMillis)
                        | (MILLIS_LIMIT - job.walltimeMillis)
                        | (MILLIS_LIMIT + job.walltimeMillis)
                        | (MOST_NODES - job.requestedProcessors)
                        | (MOST_NODES - job.allocatedProcessors)
                        | (MOST_NODES - job.requestedNodes)
                        | (MOST_NODES - job.allocatedNodes)
                        | (MOST_NODES - job.requestedAccelerators)
                        | (MOST_NODES - job.allocatedAccelerators);
        return outside < 0;
    }

    private int organization(LoggedJob job) {
        if (organizationFrom == OrganizationFrom.GROUP) {
            return organizations.index(job.group, job.groupNumber);
        }
        if (organizationFrom == OrganizationFrom.USER) {
            return organizations.index(job.user, job.userNumber);
        }
        return organizationFrom == OrganizationFrom.QUEUE
                ? organizations.index(job.queue, job.queueNumber)
                : organizations.index(job.partition, job.partitionNumber);
    }

    private int partition(LoggedJob job) {
        return job.partition != null || job.partitionNumber >= 0
                ? partitions.index(job.partition, job.partitionNumber)
                : partitions.index(job.queue, job.queueNumber);
    }

    /** Whether the rules leave the job out; counts the reason. */
    private boolean leftOut(
            long submitMillis,
            long runMillis,
            long walltimeMillis,
            long requested,
            long allocated) {
        Finding reason = null;
        if (requested <= 0 && allocated <= 0) {
            boolean accelerators = unit == AllocationUnit.ACCELERATOR;
            reason = accelerators ? Finding.NO_ACCELERATORS : Finding.NO_PROCESSORS;
        } else if (sc15 && Math.max(requested, allocated) > machineSize) {
            reason = Finding.ABOVE_MACHINE;
        } else if (sc15 && runMillis <= 0) {
            reason = Finding.RUN_NOT_POSITIVE;
        } else if (sc15 && walltimeMillis <= 0) {
            reason = Finding.ESTIMATE_NOT_POSITIVE;
        } else if (sc15 && submitMillis < 0 && zone == null) { // else time 0 is ours
            reason = Finding.SUBMIT_BELOW_ZERO;
        } else if (runMillis < 0) {
            reason = Finding.NO_RUN;
        } else if (submitMillis < fromMillis || submitMillis >= toMillis) {
            reason = Finding.OUTSIDE_LIMITS;
        }
        if (reason != null) {
            findings.add(reason);
        }
        return reason != null;
    }

    private void noteSize(long requested, long allocated, long asked, boolean byProcessor) {
        if (requested <= 0) {
            findings.add(Finding.ALLOCATED_TAKEN);
        } else if (allocated <= 0) {
            findings.add(Finding.NO_ALLOCATED);
        } else if (allocated != requested) {
            if (requested > allocated && requested % allocated == 0) {
                multipleCount++;
            }
            findings.add(Finding.DIFFERENT);
        }
        if (byProcessor && perNode > 1 && asked % perNode != 0) {
            findings.add(Finding.ROUNDED_UP);
        }
    }

    private void noteTimes(LoggedJob job, long submitMillis, long runMillis, long walltimeMillis) {
        if (job.waitMillis < 0) {
            findings.add(Finding.WAIT_UNKNOWN);
        }
        if (walltimeMillis <= 0) {
            findings.add(Finding.ESTIMATE_UNKNOWN);
            if (job.cpuMillis / 1_000 > runMillis / 1_000) {
                findings.add(Finding.CPU_ABOVE_RUN);
            }
        } else if (runMillis > walltimeMillis) {
            findings.add(Finding.RUN_BEYOND_ESTIMATE);
        }
        if (runMillis == 0) {
            findings.add(Finding.RUN_ZERO);
        }
        if (submitMillis < 0) {
            findings.add(Finding.SUBMIT_NEGATIVE);
        }
        if (submitMillis == previousSubmitMillis) {
            findings.add(Finding.SUBMIT_EQUAL);
        }
        previousSubmitMillis = submitMillis;
        earliestSubmitMillis = Math.min(earliestSubmitMillis, submitMillis);
    }

    /** What the sizes of jobs count, before processors become nodes. */
    AllocationUnit unit() {
        return unit;
    }

    /** The date of time 0 of a log whose times count from 1970; else null. */
    @Nullable ZonedDateTime origin() {
        return origin;
    }

    /** When the first job was submitted; {@link Long#MAX_VALUE} if there is none. */
    long earliestSubmitMillis() {
        return earliestSubmitMillis;
    }

    /** How many jobs request twice, three times … what they were allocated. */
    long multipleCount() {
        return multipleCount;
    }

    /** Whether these are at least 100, and nine tenths of the jobs of two sizes. */
    boolean mixesUnits() {
        return multipleCount >= 100 && 10 * multipleCount >= 9 * findings.count(Finding.DIFFERENT);
    }
}
