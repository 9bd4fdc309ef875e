package dandori.trace;

import dandori.job.Jobs;
import dandori.job.Workload;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes the Standard Workload Format, line by line: the header, then the jobs. What is unknown is
 * -1; times are seconds, with decimals where they are no whole ones.
 *
 * <p>O(1) a job, without garbage; {@link #flush} must come last, and the stream is the caller's to
 * close. docs/data/swf.md says what the fields mean. Not thread safe.
 */
public final class SwfWriter {

    /** A field of which nothing is known. */
    public static final long UNKNOWN = -1;

    private static final long MILLIS = 1_000;
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 18 * 24;
    private static final int JOBS_A_STEP = 1 << 14;
    private static final byte[] UNKNOWNS = "-1 ".repeat(5).getBytes(StandardCharsets.US_ASCII);
    private static final int FOURTH_POWER = 10_000;
    private static final int[] DIGITS = digits();
    private static final VarHandle FOUR =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] reversed = new byte[24];
    private int size;

    /** Begins to write. */
    public SwfWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes comments: {@code ; Key: value}, further lines of a value each as one of its own. */
    public void header(List<HeaderEntry> entries) throws IOException {
        flushBuffer();
        for (HeaderEntry entry : entries) {
            String key = entry.key().isEmpty() ? ";" : "; " + entry.key() + ":";
            String space = entry.value().isEmpty() ? "" : " ";
            String text =
                    key + space + entry.value().replace("\r", "").replace("\n", "\n;   ") + "\n";
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Writes the jobs of a workload, none of which has been played: no waits, and as many
     * processors allocated as asked for. Users, organizations (as groups) and partitions are
     * numbered from 1 in their order. Dependencies and what is asked for beyond nodes and time are
     * left out.
     *
     * @param progress is told how many jobs are written, of how many
     */
    public void jobs(Workload workload, ReadProgress progress) throws IOException {
        Jobs jobs = workload.jobs();
        LoggedJob its = new LoggedJob();
        for (int job = 0; job < workload.count(); job++) {
            its.id = jobs.id(job);
            its.submitMillis = jobs.submitMillis(job);
            its.runMillis = workload.runMillis(job);
            its.walltimeMillis = jobs.walltimeMillis(job);
            its.end = workload.isEndedByUser(job) ? LoggedEnd.CANCELLED : LoggedEnd.COMPLETED;
            job(
                    its,
                    jobs.nodes(job),
                    jobs.nodes(job),
                    number(jobs.user(job)),
                    number(jobs.organization(job)),
                    UNKNOWN,
                    number(jobs.partition(job)));
            if (job % JOBS_A_STEP == 0) {
                progress.read(job, workload.count());
            }
        }
    }

    private static long number(int index) {
        return index < 0 ? UNKNOWN : index + 1L;
    }

    /**
     * Writes a job as its log tells it. What stands for names, and the size, is told beside it,
     * since a log may have no numbers for these.
     *
     * @param allocated field 5
     * @param requested field 8
     * @param user field 12
     * @param group field 13
     * @param queue field 15
     * @param partition field 16
     */
    public void job(
            LoggedJob job,
            long allocated,
            long requested,
            long user,
            long group,
            long queue,
            long partition)
            throws IOException {
        if (size + LONGEST_LINE > BUFFER) {
            flushBuffer();
        }
        number(job.id, ' ');
        seconds(job.submitMillis, false);
        seconds(job.waitMillis, true);
        seconds(job.runMillis, true);
        number(allocated, ' ');
        if ((job.cpuMillis & job.memoryKilobytes) == UNKNOWN) {
            unknown(2);
        } else {
            seconds(job.cpuMillis, true);
            number(job.memoryKilobytes, ' ');
        }
        number(requested, ' ');
        seconds(job.walltimeMillis, true);
        number(job.requestedMemoryKilobytes, ' ');
        number(job.end.swfStatus(), ' ');
        number(user, ' ');
        number(group, ' ');
        long rest = job.applicationNumber & queue & partition & job.precedingId & job.thinkMillis;
        if (rest == UNKNOWN) { // all bits of all of them are set
            unknown(5);
        } else {
            number(job.applicationNumber, ' ');
            number(queue, ' ');
            number(partition, ' ');
            number(job.precedingId, ' ');
            seconds(job.thinkMillis, true);
        }
        buffer[size - 1] = '\n'; // in place of the blank
    }

    /** Writes what is still kept. */
    public void flush() throws IOException {
        flushBuffer();
        out.flush();
    }

    private void flushBuffer() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }

    private void seconds(long millis, boolean mayBeUnknown) {
        if (mayBeUnknown && millis == UNKNOWN) {
            unknown();
            return;
        }
        long whole = millis / MILLIS;
        if (whole * MILLIS == millis) {
            number(whole, ' ');
            return;
        }
        if (millis < 0) {
            buffer[size++] = '-';
        }
        long positive = Math.abs(millis);
        number(positive / MILLIS, '.');
        for (long rest = positive % MILLIS * 10; rest > 0; rest = rest % MILLIS * 10) {
            buffer[size++] = (byte) ('0' + rest / MILLIS);
        }
        buffer[size++] = ' ';
    }

    private void unknown(int fields) {
        System.arraycopy(UNKNOWNS, 0, buffer, size, 3 * fields);
        size += 3 * fields;
    }

    private void unknown() {
        byte[] to = buffer;
        int at = size;
        to[at] = '-';
        to[at + 1] = '1';
        to[at + 2] = ' ';
        size = at + 3;
    }

    private void number(long value, char end) {
        if (value == UNKNOWN && end == ' ') {
            unknown();
        } else if (value == (int) value && value >= 0) {
            small((int) value, end);
        } else {
            large(value, end);
        }
    }

    /** Four digits at once. */
    private void small(int value, char end) {
        if (value >= FOURTH_POWER) {
            int front = value / FOURTH_POWER;
            if (front >= FOURTH_POWER) {
                first(front / FOURTH_POWER);
                four(front % FOURTH_POWER);
            } else {
                first(front);
            }
            four(value % FOURTH_POWER);
        } else {
            first(value);
        }
        buffer[size++] = (byte) end;
    }

    /** A number below 10,000, in as many digits as it has. */
    private void first(int value) {
        int length = value < 100 ? (value < 10 ? 1 : 2) : value < 1_000 ? 3 : 4;
        FOUR.set(buffer, size, DIGITS[value] >>> Integer.SIZE - Byte.SIZE * length);
        size += length;
    }

    /** A number below 10,000, with its leading zeros. */
    private void four(int value) {
        FOUR.set(buffer, size, DIGITS[value]);
        size += 4;
    }

    private void large(long value, char end) {
        if (value < 0) {
            buffer[size++] = '-';
        }
        long rest = value;
        int count = 0;
        do {
            reversed[count++] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
        } while (rest != 0);
        while (count > 0) {
            buffer[size++] = reversed[--count];
        }
        buffer[size++] = (byte) end;
    }

    /** The digits of each number below 10,000, the first in the lowest byte. */
    private static int[] digits() {
        int[] digits = new int[FOURTH_POWER];
        for (int i = 0; i < digits.length; i++) {
            int all = '0' + i / 1_000 | '0' + i / 100 % 10 << 8;
            digits[i] = all | '0' + i / 10 % 10 << 16 | '0' + i % 10 << 24;
        }
        return digits;
    }
}
