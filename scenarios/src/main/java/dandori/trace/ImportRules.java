package dandori.trace;

import org.jspecify.annotations.Nullable;

/**
 * How the lines of a trace become jobs.
 *
 * <p>Begin with {@link #dandori()} or {@link #sc15()} and change what differs: {@code
 * ImportRules.dandori().withProcessorsPerNode(48).withKeepLoggedWaits(true)}.
 *
 * @param preset which lines are used, and what stands in for unknown fields
 * @param machineProcessors the machine's size in processors, or 0 for the size in the trace's
 *     header; only {@link ImportPreset#SC15} asks for it
 * @param processorsPerNode how many processors make one unit of the workload; at least 1. A job of
 *     p processors asks for ⌈p / processorsPerNode⌉ units
 * @param keepLoggedWaits whether the log's own waits are kept, 8 bytes a job
 * @param organizationFrom which field names the organization
 * @param fromMillis jobs submitted before this time of the trace are left out; null: none
 * @param toMillis jobs submitted at this time of the trace or later are left out; null: none
 * @param keepDependencies whether jobs wait for those that the trace says precede them
 * @param log what the user says about the log that it does not say itself
 */
public record ImportRules(
        ImportPreset preset,
        int machineProcessors,
        int processorsPerNode,
        boolean keepLoggedWaits,
        OrganizationFrom organizationFrom,
        @Nullable Long fromMillis,
        @Nullable Long toMillis,
        boolean keepDependencies,
        LogOptions log) {

    private static final ImportRules DANDORI =
            new ImportRules(
                    ImportPreset.DANDORI,
                    0,
                    1,
                    false,
                    OrganizationFrom.GROUP,
                    null,
                    null,
                    false,
                    LogOptions.none());

    /** Checks the ranges. */
    public ImportRules {
        if (machineProcessors < 0) {
            throw new IllegalArgumentException(
                    "machineProcessors must be at least 0, but is " + machineProcessors + ".");
        }
        if (processorsPerNode < 1) {
            throw new IllegalArgumentException(
                    "processorsPerNode must be at least 1, but is " + processorsPerNode + ".");
        }
    }

    /** This simulator's own rules, one unit per processor. */
    public static ImportRules dandori() {
        return DANDORI;
    }

    /** The rules of {@link ImportPreset#SC15} for the machine that the header describes. */
    public static ImportRules sc15() {
        return DANDORI.withPreset(ImportPreset.SC15);
    }

    /** The same rules with another preset. */
    public ImportRules withPreset(ImportPreset preset) {
        Draft rules = new Draft(this);
        rules.preset = preset;
        return rules.made();
    }

    /** The same rules for a machine of the given size in processors; 0 for the header's. */
    public ImportRules withMachineProcessors(int machineProcessors) {
        Draft rules = new Draft(this);
        rules.machineProcessors = machineProcessors;
        return rules.made();
    }

    /** The same rules with the given number of processors to a unit. */
    public ImportRules withProcessorsPerNode(int processorsPerNode) {
        Draft rules = new Draft(this);
        rules.processorsPerNode = processorsPerNode;
        return rules.made();
    }

    /** The same rules, keeping the log's own waits or not. */
    public ImportRules withKeepLoggedWaits(boolean keepLoggedWaits) {
        Draft rules = new Draft(this);
        rules.keepLoggedWaits = keepLoggedWaits;
        return rules.made();
    }

    /** The same rules with organizations taken from another field. */
    public ImportRules withOrganizationFrom(OrganizationFrom organizationFrom) {
        Draft rules = new Draft(this);
        rules.organizationFrom = organizationFrom;
        return rules.made();
    }

    /**
     * The same rules for jobs submitted from {@code fromMillis} (included) to {@code toMillis}
     * (not).
     */
    public ImportRules withSubmittedWithin(@Nullable Long fromMillis, @Nullable Long toMillis) {
        Draft rules = new Draft(this);
        rules.fromMillis = fromMillis;
        rules.toMillis = toMillis;
        return rules.made();
    }

    /** The same rules, keeping what the trace says of preceding jobs or not. */
    public ImportRules withKeepDependencies(boolean keepDependencies) {
        Draft rules = new Draft(this);
        rules.keepDependencies = keepDependencies;
        return rules.made();
    }

    /** The same rules for a log about which the user says this. */
    public ImportRules withLog(LogOptions log) {
        Draft rules = new Draft(this);
        rules.log = log;
        return rules.made();
    }

    /** The rules while one of them is changed. */
    private static final class Draft {

        private ImportPreset preset;
        private int machineProcessors;
        private int processorsPerNode;
        private boolean keepLoggedWaits;
        private OrganizationFrom organizationFrom;
        private @Nullable Long fromMillis;
        private @Nullable Long toMillis;
        private boolean keepDependencies;
        private LogOptions log;

        Draft(ImportRules rules) {
            preset = rules.preset;
            machineProcessors = rules.machineProcessors;
            processorsPerNode = rules.processorsPerNode;
            keepLoggedWaits = rules.keepLoggedWaits;
            organizationFrom = rules.organizationFrom;
            fromMillis = rules.fromMillis;
            toMillis = rules.toMillis;
            keepDependencies = rules.keepDependencies;
            log = rules.log;
        }

        ImportRules made() {
            return new ImportRules(
                    preset,
                    machineProcessors,
                    processorsPerNode,
                    keepLoggedWaits,
                    organizationFrom,
                    fromMillis,
                    toMillis,
                    keepDependencies,
                    log);
        }
    }
}
