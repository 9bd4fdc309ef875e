package dandori.trace;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What was packed with gzip, unpacked: all members of a file, one after the other, as of files that
 * were joined with {@code cat}. Behind a member stands the next, or zeros, or nothing; all else is
 * damage. The JDK's own stream takes a damaged header for the end, and a pipe that pauses, too.
 *
 * <p>RFC 1952, "GZIP file format specification version 4.3".
 */
final class GzipMembers extends InputStream {

    private static final int BUFFER = 1 << 16;
    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;
    private static final int DEFLATED = 8;
    private static final int HAS_CHECKSUM = 0x02;
    private static final int HAS_EXTRA = 0x04;
    private static final int HAS_NAME = 0x08;
    private static final int HAS_COMMENT = 0x10;
    private static final int RESERVED = 0xe0;
    private static final int REST_OF_HEADER = 6; // time, flags of the packer, system

    private final InputStream in;
    private final byte[] packed = new byte[BUFFER];
    private final CRC32 sum = new CRC32(); // of a header, or of a member's content
    private final Inflater inflater = new Inflater(true);
    private int next; // in the buffer; its end while a member is inflated
    private int limit; // bytes in the buffer
    private long before; // bytes of the file before the buffer
    private boolean atEnd;

    /**
     * Begins with the first member.
     *
     * @param in is closed with it
     */
    GzipMembers(InputStream in) throws IOException {
        this.in = in;
        beginMember();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!atEnd) {
            int read = inflate(target, offset, length);
            if (read > 0) {
                sum.update(target, offset, read);
                return read;
            }
            if (inflater.finished()) {
                endMember();
            } else if (fill()) {
                inflater.setInput(packed, 0, limit);
                next = limit;
            } else {
                throw new EOFException();
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException wrong) {
            next = limit - inflater.getRemaining();
            throw damaged(String.valueOf(wrong.getMessage()));
        }
    }

    /** Reads a header; what follows it in the buffer is to be inflated. */
    private void beginMember() throws IOException {
        sum.reset();
        if (headerByte() != FIRST || headerByte() != SECOND) {
            next--;
            throw damaged("no gzip header where one is due");
        }
        if (headerByte() != DEFLATED) {
            throw damaged("an unknown way of packing");
        }
        int flags = headerByte();
        if ((flags & RESERVED) != 0) {
            throw damaged("an unknown flag in a header");
        }
        passOver(REST_OF_HEADER);
        if ((flags & HAS_EXTRA) != 0) {
            passOver(headerByte() | headerByte() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            passOverText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            passOverText();
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            int expected = (int) sum.getValue() & 0xffff;
            if ((headerByte() | headerByte() << 8) != expected) {
                throw damaged("the checksum of a header is another");
            }
        }
        sum.reset();
        inflater.reset();
        inflater.setInput(packed, next, limit - next);
        next = limit;
    }

    /** Checks the content of the member that was inflated, and goes on to the next. */
    private void endMember() throws IOException {
        next = limit - inflater.getRemaining();
        if (fourBytes() != sum.getValue()) {
            throw damaged("the checksum is another");
        }
        if (fourBytes() != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw damaged("the length is another");
        }
        while (next < limit || fill()) {
            if (packed[next] != 0) {
                beginMember();
                return;
            }
            next++;
        }
        atEnd = true;
    }

    private long fourBytes() throws IOException {
        return oneByte() | oneByte() << 8 | oneByte() << 16 | (long) oneByte() << 24;
    }

    private void passOver(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            headerByte();
        }
    }

    private void passOverText() throws IOException {
        int read;
        do {
            read = headerByte();
        } while (read != 0);
    }

    private int headerByte() throws IOException {
        int read = oneByte();
        sum.update(read);
        return read;
    }

    private int oneByte() throws IOException {
        if (next == limit && !fill()) {
            throw new EOFException();
        }
        return packed[next++] & 0xff;
    }

    /** Reads more into the buffer, which is used up; whether there was more. */
    private boolean fill() throws IOException {
        before += limit;
        next = 0;
        limit = Math.max(in.read(packed, 0, packed.length), 0);
        return limit > 0;
    }

    private ZipException damaged(String how) {
        return new ZipException(how + ", at byte " + (before + next));
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
