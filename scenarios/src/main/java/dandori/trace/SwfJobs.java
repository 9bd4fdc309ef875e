package dandori.trace;

import dandori.job.WorkloadBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Applies the import rules to lines of numbers, fills a workload, and counts what it finds.
 *
 * <p>Statuses, job numbers, further fields and decimals are counted on every line of 18 numbers;
 * everything else on the jobs that are used. A line that is left out has one reason, the first that
 * applies.
 */
final class SwfJobs {

    // Positions in SwfLines.values: the number of the field in the standard, less 1.
    private static final int ID = 0;
    private static final int SUBMIT = 1;
    private static final int WAIT = 2;
    private static final int RUN = 3;
    private static final int ALLOCATED = 4;
    private static final int CPU = 5;
    private static final int MEMORY = 6;
    private static final int REQUESTED = 7;
    private static final int ESTIMATE = 8;
    private static final int REQUESTED_MEMORY = 9;
    private static final int STATUS = 10;
    private static final int USER = 11;
    private static final int GROUP = 12;
    private static final int QUEUE = 14;
    private static final int PARTITION = 15;
    private static final int PRECEDING = 16;
    private static final int THINK = 17;

    private static final int TIMES = 1 << SUBMIT | 1 << WAIT | 1 << RUN | 1 << ESTIMATE;
    private static final int UNUSED = 1 << CPU | 1 << MEMORY | 1 << REQUESTED_MEMORY;

    /** Seconds beyond which sums of times in milliseconds might overflow: 73 million years. */
    static final long SECONDS_LIMIT = Long.MAX_VALUE / 4_000;

    private final SwfLines lines;
    private final WorkloadBuilder builder;
    private final Findings findings;
    private final boolean sc15;
    private final int machineProcessors; // sc15 only
    private final int perNode;
    private final OrganizationFrom organizationFrom;
    private final long fromMillis;
    private final long toMillis;
    private final NumberedNames users;
    private final NumberedNames organizations;
    private final NumberedNames partitions;
    private final @Nullable SwfLinks links; // null: fields 17 and 18 are ignored

    private long latestId = Long.MIN_VALUE;
    private long previousSubmitMillis = Long.MIN_VALUE;
    private long earliestSubmitMillis = Long.MAX_VALUE;
    private long largestProcessors;
    private long multipleCount; // jobs that request a multiple of what they were allocated

    SwfJobs(
            SwfLines lines,
            WorkloadBuilder builder,
            Findings findings,
            ImportRules rules,
            int machineProcessors) {
        this.lines = lines;
        this.builder = builder;
        this.findings = findings;
        this.sc15 = rules.preset() == ImportPreset.SC15;
        this.machineProcessors = machineProcessors;
        this.perNode = rules.processorsPerNode();
        this.organizationFrom = rules.organizationFrom();
        Long from = rules.fromMillis();
        Long to = rules.toMillis();
        this.fromMillis = from == null ? Long.MIN_VALUE : from;
        this.toMillis = to == null ? Long.MAX_VALUE : to;
        this.users = new NumberedNames(builder, NumberedNames.Of.USERS);
        this.organizations = new NumberedNames(builder, NumberedNames.Of.ORGANIZATIONS);
        this.partitions = new NumberedNames(builder, NumberedNames.Of.PARTITIONS);
        this.links = rules.keepDependencies() ? new SwfLinks(builder, findings) : null;
    }

    /**
     * Takes the line that {@link SwfLines#next} has read, which holds at least 18 numbers.
     *
     * <p>Longer than what the compiler puts into its callers, on purpose: it is compiled once, and
     * a million lines are over before it could be compiled three times.
     */
    void take() {
        long[] values = lines.values;
        noteLine(values);
        long submit = values[SUBMIT];
        long wait = values[WAIT];
        long run = values[RUN];
        long estimate = values[ESTIMATE];
        long requested = values[REQUESTED];
        long allocated = values[ALLOCATED];
        // One sign bit for all ranges: times within ±SECONDS_LIMIT, processors within an int.
        long outside =
                (SECONDS_LIMIT - submit)
                        | (SECONDS_LIMIT + submit)
                        | (SECONDS_LIMIT - wait)
                        | (SECONDS_LIMIT + wait)
                        | (SECONDS_LIMIT - run)
                        | (SECONDS_LIMIT + run)
                        | (SECONDS_LIMIT - estimate)
                        | (SECONDS_LIMIT + estimate)
                        | (Integer.MAX_VALUE - requested)
                        | (Integer.MAX_VALUE - allocated);
        if (outside < 0 || links != null && values[THINK] > SECONDS_LIMIT) {
            findings.add(Finding.BEYOND_RANGE);
            return;
        }
        boolean decimals = (lines.decimals & TIMES) != 0;
        long submitMillis = decimals ? millis(SUBMIT) : 1_000 * submit;
        long waitMillis = decimals ? millis(WAIT) : 1_000 * wait;
        long runMillis = decimals ? millis(RUN) : 1_000 * run;
        long estimateMillis = decimals ? millis(ESTIMATE) : 1_000 * estimate;
        if (leftOut(submitMillis, runMillis, estimateMillis, requested, allocated)) {
            return;
        }
        long processors = requested > 0 ? requested : allocated;
        noteProcessors(requested, allocated, processors);
        noteTimes(submitMillis, waitMillis, runMillis, estimateMillis);
        if (sc15) {
            runMillis = Math.min(runMillis, estimateMillis);
        }
        long nodes = perNode == 1 ? processors : (processors + perNode - 1) / perNode;
        long partition = values[PARTITION];
        builder.add(
                values[ID],
                submitMillis,
                (int) nodes,
                estimateMillis > 0 ? estimateMillis : runMillis,
                runMillis,
                users.index(values[USER]),
                organizations.index(organization(values)),
                partitions.index(partition >= 0 ? partition : values[QUEUE]),
                Math.max(waitMillis, -1));
        if (links != null) {
            links.take(values[ID], values[PRECEDING], values[THINK]);
        }
    }

    private long millis(int field) {
        long millis = 1_000 * lines.values[field];
        return (lines.decimals & 1 << field) == 0 ? millis : millis + lines.thousandths[field];
    }

    private long organization(long[] values) {
        if (organizationFrom == OrganizationFrom.GROUP) {
            return values[GROUP];
        }
        if (organizationFrom == OrganizationFrom.USER) {
            return values[USER];
        }
        return organizationFrom == OrganizationFrom.QUEUE ? values[QUEUE] : values[PARTITION];
    }

    /** Whether the rules leave the job out; counts the reason. */
    private boolean leftOut(
            long submitMillis,
            long runMillis,
            long estimateMillis,
            long requested,
            long allocated) {
        Finding reason = null;
        if (requested <= 0 && allocated <= 0) {
            reason = Finding.NO_PROCESSORS;
        } else if (sc15 && Math.max(requested, allocated) > machineProcessors) {
            reason = Finding.ABOVE_MACHINE;
        } else if (sc15 && runMillis <= 0) {
            reason = Finding.RUN_NOT_POSITIVE;
        } else if (sc15 && estimateMillis <= 0) {
            reason = Finding.ESTIMATE_NOT_POSITIVE;
        } else if (sc15 && submitMillis < 0) {
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

    private void noteLine(long[] values) {
        long status = values[STATUS];
        if (status < -1 || status > 5) {
            findings.add(Finding.ODD_STATUS);
        } else if (status >= 2 && status <= 4) {
            findings.add(Finding.PART_STATUS);
        }
        noteId(values[ID]);
        if (lines.fieldCount > SwfLines.FIELDS) {
            findings.add(Finding.FURTHER_FIELDS);
        }
        int decimals = lines.decimals;
        if (decimals != 0) {
            if ((decimals & TIMES) != 0) {
                findings.add(Finding.DECIMAL_TIMES);
            }
            if ((decimals & UNUSED) != 0) {
                findings.add(Finding.DECIMALS_UNUSED);
            }
            if ((decimals & ~(TIMES | UNUSED)) != 0) {
                findings.add(Finding.DECIMALS_CUT);
            }
        }
    }

    private void noteProcessors(long requested, long allocated, long processors) {
        largestProcessors = Math.max(largestProcessors, processors);
        if (requested <= 0) {
            findings.add(Finding.ALLOCATED_TAKEN);
        } else if (allocated <= 0) {
            findings.add(Finding.NO_ALLOCATED);
        } else if (allocated != requested) {
            noteDifference(requested, allocated);
        }
        if (perNode > 1 && processors % perNode != 0) {
            findings.add(Finding.ROUNDED_UP);
        }
    }

    private void noteDifference(long requested, long allocated) {
        if (requested > allocated && requested % allocated == 0) {
            multipleCount++;
        }
        findings.add(Finding.DIFFERENT);
    }

    private void noteTimes(
            long submitMillis, long waitMillis, long runMillis, long estimateMillis) {
        if (waitMillis < 0) {
            findings.add(Finding.WAIT_UNKNOWN);
        }
        if (estimateMillis <= 0) {
            findings.add(Finding.ESTIMATE_UNKNOWN);
            if (lines.values[CPU] > lines.values[RUN]) {
                findings.add(Finding.CPU_ABOVE_RUN);
            }
        } else if (runMillis > estimateMillis) {
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

    private void noteId(long id) {
        if (id > latestId) {
            if (id != latestId + 1 && latestId != Long.MIN_VALUE) {
                findings.add(Finding.ID_GAP);
            }
            latestId = id;
        } else {
            findings.add(Finding.ID_NOT_ASCENDING);
        }
        long[] values = lines.values;
        if ((id | Math.max(values[USER], 0) | Math.max(values[GROUP], 0)) > Integer.MAX_VALUE) {
            findings.add(Finding.LONG_NUMBERS);
        }
    }

    /** When the first job was submitted; {@link Long#MAX_VALUE} if there is none. */
    long earliestSubmitMillis() {
        return earliestSubmitMillis;
    }

    /** The size of the largest job. */
    long largestProcessors() {
        return largestProcessors;
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
