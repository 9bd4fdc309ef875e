package dandori.parquet.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.format.FileMetaData;
import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/**
 * Reads what stands at the end of a Parquet file: its columns, and where they lie. The file ends
 * with the footer, its length in four bytes, the least first, and {@code PAR1}.
 */
final class FileFooter {

    private static final int TAIL = 8; // bytes of the length and the word
    private static final int HEAD = 4; // bytes of the word at the beginning
    private static final int LONGEST = 64 << 20;
    private static final int DEEPEST = 64;

    private FileFooter() {}

    /**
     * The footer of a file.
     *
     * @throws Damage if it has none
     */
    static FileMetaData of(Path path) throws IOException {
        long size = Files.size(path);
        if (size < HEAD + TAIL) {
            throw Damage.ofBytes("has %,d bytes, and no Parquet file is so short.".formatted(size));
        }
        byte[] tail = ChunkBytes.fetch(path, size - TAIL, TAIL);
        String word = new String(tail, TAIL - HEAD, HEAD, StandardCharsets.ISO_8859_1);
        if (word.equals("PARE")) {
            throw Damage.withAdvice(
                    "is encrypted Parquet, which cannot be read.",
                    "Maybe whoever has the key writes it anew, without.");
        }
        if (!word.equals("PAR1")) {
            throw Damage.ofBytes("begins as Parquet, but does not end with PAR1, as it must.");
        }
        int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length <= 0 || length > size - HEAD - TAIL) {
            throw Damage.ofBytes(
                    "its footer is said to have %,d bytes, where the file has %,d."
                            .formatted(Integer.toUnsignedLong(length), size));
        }
        if (length > LONGEST) {
            throw new Damage(
                    "its footer has %,d bytes; at most %,d are read.".formatted(length, LONGEST));
        }
        byte[] footer = ChunkBytes.fetch(path, size - TAIL - length, length);
        FileMetaData file = new FileMetaData();
        try {
            file.read(protocol(new ByteArrayInputStream(footer), length));
        } catch (TException | RuntimeException broken) {
            throw Damage.ofBytes("its footer is damaged.");
        }
        return file;
    }

    /** By which Parquet's own records are read; nothing in them is longer than they are. */
    static TCompactProtocol protocol(InputStream bytes, int length) throws TException {
        TConfiguration limits = new TConfiguration(length, length, DEEPEST);
        return new TCompactProtocol(new TIOStreamTransport(limits, bytes), length, length);
    }
}
