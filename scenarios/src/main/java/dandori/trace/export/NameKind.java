package dandori.trace.export;

import dandori.trace.LoggedJob;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A kind of names in a log. */
public enum NameKind {
    /** Users. */
    USER(true),
    /** Groups, accounts, projects. */
    GROUP(true),
    /** Queues. */
    QUEUE(false),
    /** Partitions. */
    PARTITION(false),
    /** Programs, which logs know by number. */
    APPLICATION(true);

    private final boolean isMerged;
    private final String text = name().toLowerCase(Locale.ROOT);

    NameKind(boolean isMerged) {
        this.isMerged = isMerged;
    }

    /** Its name in lower case. */
    public String text() {
        return text;
    }

    /** Whether those with few jobs are merged. */
    boolean isMerged() {
        return isMerged;
    }

    /** What a job has here, a number as text; null: nothing. */
    @Nullable String of(LoggedJob job) {
        return switch (this) {
            case USER -> text(job.user, job.userNumber);
            case GROUP -> text(job.group, job.groupNumber);
            case QUEUE -> text(job.queue, job.queueNumber);
            case PARTITION -> text(job.partition, job.partitionNumber);
            case APPLICATION -> text(null, job.applicationNumber);
        };
    }

    private static @Nullable String text(@Nullable String name, long number) {
        return name != null ? name : number < 0 ? null : Long.toString(number);
    }

    /** Puts a number in the place of a name. */
    void put(LoggedJob job, long number) {
        switch (this) {
            case USER -> {
                job.user = null;
                job.userNumber = number;
            }
            case GROUP -> {
                job.group = null;
                job.groupNumber = number;
            }
            case QUEUE -> {
                job.queue = null;
                job.queueNumber = number;
            }
            case PARTITION -> {
                job.partition = null;
                job.partitionNumber = number;
            }
            case APPLICATION -> job.applicationNumber = number;
        }
    }
}
