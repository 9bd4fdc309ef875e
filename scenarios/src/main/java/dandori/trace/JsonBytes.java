package dandori.trace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/**
 * The bytes of a log in JSON, which is UTF-8 (RFC 8259, section 8.1). They begin with the mark of
 * UTF-8, whether the file has one or not: without it Jackson takes NULs at the beginning for a sign
 * of UTF-16 or UTF-32. To close them leaves the log open.
 */
public final class JsonBytes extends SequenceInputStream {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private JsonBytes(InputStream mark, InputStream log) {
        super(mark, log);
    }

    /**
     * The bytes of a log from where they are.
     *
     * @throws IOException if they cannot be read
     */
    public static InputStream of(InputStream log) throws IOException {
        byte[] first = log.readNBytes(MARK.length);
        if (Arrays.equals(first, MARK)) {
            first = log.readNBytes(1);
        }
        byte[] mark = first.length == 0 ? first : MARK; // alone it would be no empty text
        InputStream begun = new SequenceInputStream(new ByteArrayInputStream(first), log);
        return new JsonBytes(new ByteArrayInputStream(mark), begun);
    }

    @Override
    public void close() {}
}
