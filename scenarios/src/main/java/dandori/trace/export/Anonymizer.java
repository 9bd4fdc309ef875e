package dandori.trace.export;

import dandori.machine.AllocationUnit;
import dandori.trace.JobLog;
import dandori.trace.LoggedJob;
import dandori.trace.TraceException;
import dandori.trace.TraceHeader;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Jobs without names: pseudonyms in their place, another date, numbers from 1, rounded if wished.
 *
 * <p>Of the header only the machine's size stays; of jobs, which other they follow goes. The date
 * of time 0 moves by whole weeks, so that days and weeks keep their rhythm; it is told as if the
 * machine stood in UTC.
 */
public final class Anonymizer implements JobStream {

    private static final long WEEK_SECONDS = 7 * 86_400;

    private final JobStream jobs;
    private final AnonymityRules rules;
    private final List<HiddenNames> hidden = new ArrayList<>();
    private final TraceHeader header;
    private final int shiftWeeks;
    private final long dateFromMillis; // a submit time from here on is a date
    private long count;

    /**
     * Hides who jobs were.
     *
     * @param counts how many jobs each name has, for {@link AnonymityRules#leastJobs}
     * @throws TraceException if time 0 would move to before 1970
     */
    public Anonymizer(
            JobStream jobs, AnonymityRules rules, Pseudonyms pseudonyms, NameCounts counts) {
        this.jobs = jobs;
        this.rules = rules;
        for (NameKind kind : NameKind.values()) {
            if (!rules.kept().contains(kind)) {
                hidden.add(new HiddenNames(kind, pseudonyms, rules.leastJobs(), counts.of(kind)));
            }
        }
        shiftWeeks = rules.weeks(pseudonyms);
        TraceHeader all = jobs.header();
        ZonedDateTime origin = moved(all.origin());
        dateFromMillis =
                all.origin() == null
                        ? JobLog.EPOCH_MILLIS
                        : Math.max(JobLog.EPOCH_MILLIS, all.origin().toInstant().toEpochMilli());
        header =
                new TraceHeader(
                        null,
                        null,
                        all.maxProcs(),
                        all.maxNodes(),
                        0,
                        null,
                        null,
                        origin,
                        List.of());
    }

    private @Nullable ZonedDateTime moved(@Nullable ZonedDateTime origin) {
        if (origin == null) {
            return null;
        }
        ZonedDateTime moved = origin.withZoneSameLocal(ZoneOffset.UTC).plusWeeks(shiftWeeks);
        if (moved.toEpochSecond() <= 0) { // which means unknown in a header
            throw new TraceException(
                    "--shift: %,d weeks back, time 0 lies before 1970, which no trace can say."
                            .formatted(-shiftWeeks),
                    "Maybe fewer weeks: --shift -%d."
                            .formatted(Math.max(0, origin.toEpochSecond() / WEEK_SECONDS - 1)));
        }
        return moved;
    }

    @Override
    public boolean next(LoggedJob job) {
        if (!jobs.next(job)) {
            return false;
        }
        if (job.submitMillis >= dateFromMillis) {
            throw new TraceException(
                    "Job %d is submitted at %d s: since 1970, where time 0 is another. Its true date would stay."
                            .formatted(job.id, job.submitMillis / 1_000),
                    "Maybe the first jobs, or UnixStartTime, are damaged: mend them.");
        }
        job.id = ++count;
        job.precedingId = -1;
        job.thinkMillis = -1;
        for (HiddenNames names : hidden) {
            names.hide(job);
        }
        if (rules.roundTimesMillis() > 1) {
            RoundedJob.roundTimes(job, rules.roundTimesMillis());
        }
        if (rules.roundSizes()) {
            RoundedJob.roundSizes(job, header.maxNodes(), header.maxProcs());
        }
        return true;
    }

    @Override
    public String name() {
        return "anonymous";
    }

    @Override
    public TraceHeader header() {
        return header;
    }

    @Override
    public int machineSize() {
        return jobs.machineSize();
    }

    @Override
    public AllocationUnit unit() {
        return jobs.unit();
    }

    /** What became of each field, once all is told, in the order of a table. */
    public List<FieldFate> fates() {
        List<FieldFate> fates = new ArrayList<>();
        fates.add(new FieldFate("job number", "numbered from 1"));
        for (NameKind kind : NameKind.values()) {
            fates.add(new FieldFate(kind.text(), fate(kind)));
        }
        boolean isRounded = rules.roundTimesMillis() > 1;
        String step = seconds(rules.roundTimesMillis());
        fates.add(new FieldFate("date of time 0", dateFate()));
        fates.add(
                new FieldFate("submit time", isRounded ? "down to multiples of " + step : "kept"));
        fates.add(
                new FieldFate(
                        "wait, run, limit, CPU",
                        isRounded ? "to multiples of " + step + ", all but waits up" : "kept"));
        fates.add(
                new FieldFate(
                        "sizes, memory", rules.roundSizes() ? "up to powers of two" : "kept"));
        fates.add(new FieldFate("how it ended", "kept"));
        fates.add(new FieldFate("job that it follows", "dropped, think time too"));
        fates.add(new FieldFate("job name, paths", "dropped"));
        fates.add(new FieldFate("header", "dropped but for the machine's size"));
        return fates;
    }

    private String fate(NameKind kind) {
        for (HiddenNames names : hidden) {
            if (names.kind() == kind && names.nameCount() == 0) {
                return "none";
            }
            if (names.kind() == kind) {
                boolean hasEach = names.numberCount() == names.nameCount();
                String words =
                        hasEach
                                ? String.format(
                                        Locale.ROOT, "a number for each of %,d", names.nameCount())
                                : String.format(
                                        Locale.ROOT,
                                        "%,d number%s for %,d",
                                        names.numberCount(),
                                        names.numberCount() == 1 ? "" : "s",
                                        names.nameCount());
                if (names.mergedCount() > 0) {
                    words +=
                            String.format(
                                    Locale.ROOT,
                                    "; %,d with fewer than %,d jobs are one, %d",
                                    names.mergedCount(),
                                    rules.leastJobs(),
                                    HiddenNames.OTHERS);
                }
                if (names.collisionCount() > 0) {
                    words +=
                            String.format(
                                    Locale.ROOT,
                                    "; %,d share one by chance (another key has others)",
                                    names.collisionCount());
                }
                return words;
            }
        }
        return "kept";
    }

    private String dateFate() {
        if (header.origin() == null) {
            return "none";
        }
        return shiftWeeks == 0
                ? "kept; local time, told as UTC"
                : "moved by whole weeks; local time, told as UTC";
    }

    private static String seconds(long millis) {
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
    }
}
