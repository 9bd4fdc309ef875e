package dandori.results;

import dandori.engine.Durations;
import dandori.job.Jobs;
import dandori.wait.Wait;
import dandori.wait.WaitLog;
import dandori.wait.WaitReason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Lines of {@link WaitsTable}. There are several for each job, nearly all of numbers and a word, so
 * bytes are put down as they are; only names may have to be quoted. Equal neighbours become one
 * line.
 */
final class WaitLines implements WaitLog.Reader {

    private static final int LONGEST = 128; // bytes of a line
    private static final byte[][] REASONS = reasons();

    private final OutputStream out;
    private final Jobs jobs;
    private final byte[] bytes = new byte[8192];
    private int count;
    private int job;
    private long fromMillis; // of the interval that may go on
    private long toMillis;
    private WaitReason reason = WaitReason.NODES;
    private int forJob;
    private String name = "";
    private boolean isOpen;

    WaitLines(OutputStream out, Jobs jobs) {
        this.out = out;
        this.jobs = jobs;
    }

    private static byte[][] reasons() {
        byte[][] words = new byte[WaitReason.values().length][];
        for (WaitReason reason : WaitReason.values()) {
            words[reason.ordinal()] = ascii(reason.text());
        }
        return words;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void head(String columns) {
        put(ascii(columns));
        bytes[count++] = '\n';
    }

    /** Writes the lines of a job. */
    void write(int row, WaitLog waits) throws IOException {
        job = row;
        waits.read(row, this);
        if (isOpen) {
            line();
        }
        isOpen = false;
        if (count > bytes.length / 2) {
            flush();
        }
    }

    @Override
    public void wait(long from, long to, WaitReason why, int behind, String about) {
        boolean isSame = reason == why && forJob == behind && name.equals(about);
        if (isOpen && toMillis == from && isSame) {
            toMillis = to;
            return;
        }
        if (isOpen) {
            line();
        }
        isOpen = true;
        fromMillis = from;
        toMillis = to;
        reason = why;
        forJob = behind;
        name = about;
    }

    private void line() {
        if (bytes.length - count < LONGEST) {
            try {
                flush();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        number(jobs.id(job));
        bytes[count++] = ',';
        seconds(fromMillis);
        bytes[count++] = ',';
        seconds(toMillis);
        bytes[count++] = ',';
        put(REASONS[reason.ordinal()]);
        bytes[count++] = ',';
        if (forJob != Wait.NOBODY) {
            number(jobs.id(forJob));
        }
        bytes[count++] = ',';
        if (!name.isEmpty()) {
            text(name);
        }
        bytes[count++] = '\n';
    }

    /** A name, of any length, in quotes where it has to be. */
    private void text(String value) {
        boolean isPlain = value.chars().noneMatch(one -> one == ',' || one == '"' || one < ' ');
        String quoted = isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
        byte[] utf8 = quoted.getBytes(StandardCharsets.UTF_8);
        try {
            flush();
            if (utf8.length > bytes.length / 2) {
                out.write(utf8);
            } else {
                put(utf8);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void seconds(long millis) {
        if (millis % 1000 == 0) {
            number(millis / 1000);
        } else {
            put(ascii(Durations.seconds(millis)));
        }
    }

    private void put(byte[] word) {
        System.arraycopy(word, 0, bytes, count, word.length);
        count += word.length;
    }

    private void number(long value) {
        if (value < 0) {
            put(ascii(Long.toString(value)));
            return;
        }
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int place = count + digits - 1; place >= count; place--) {
            bytes[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        count += digits;
    }

    /** Hands over what has been put down. */
    void flush() throws IOException {
        out.write(bytes, 0, count);
        count = 0;
    }
}
