package dandori.parquet.read;

import io.airlift.compress.Decompressor;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;

/** Unpacks pages. A page has a known size, so one that would grow beyond it is refused. */
final class Unpacking {

    private static final int FRAME_HEAD = 8; // bytes of two sizes, before a block of Hadoop's LZ4

    private Unpacking() {}

    /** Whether pages that are packed so can be read. */
    static boolean knows(CompressionCodec codec) {
        return switch (codec) {
            case UNCOMPRESSED, GZIP, SNAPPY, ZSTD, LZ4_RAW, LZ4 -> true;
            default -> false;
        };
    }

    /**
     * The page, unpacked.
     *
     * @param size how many bytes it has then
     * @throws Damage if it has not
     */
    static byte[] unpack(CompressionCodec codec, byte[] packed, int size) {
        try {
            return switch (codec) {
                case UNCOMPRESSED -> exactly(packed, size);
                case GZIP -> gunzip(packed, size);
                case SNAPPY -> by(new SnappyDecompressor(), packed, 0, packed.length, size);
                case ZSTD -> by(new ZstdDecompressor(), packed, 0, packed.length, size);
                case LZ4_RAW -> by(new Lz4Decompressor(), packed, 0, packed.length, size);
                case LZ4 -> framed(packed, size);
                default -> throw new IllegalStateException("Nobody unpacks " + codec + ".");
            };
        } catch (IOException | MalformedInputException | IllegalArgumentException broken) {
            throw Damage.ofBytes("a page is damaged (" + codec + ": " + broken.getMessage() + ").");
        }
    }

    private static byte[] exactly(byte[] bytes, int size) {
        if (bytes.length != size) {
            throw Damage.ofBytes(
                    "a page has %,d bytes, unpacked, where its head says %,d."
                            .formatted(bytes.length, size));
        }
        return bytes;
    }

    private static byte[] gunzip(byte[] packed, int size) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 13)) {
            byte[] bytes = in.readNBytes(size);
            if (in.read() >= 0) {
                throw Damage.ofBytes("a page is larger, unpacked, than its head says.");
            }
            return exactly(bytes, size);
        }
    }

    private static byte[] by(
            Decompressor decompressor, byte[] packed, int from, int count, int size) {
        byte[] bytes = new byte[size];
        int had = decompressor.decompress(packed, from, count, bytes, 0, size);
        return had == size ? bytes : exactly(Arrays.copyOf(bytes, had), size);
    }

    /** Blocks, each after its two sizes, as Hadoop has it; or one block without, as others do. */
    private static byte[] framed(byte[] packed, int size) {
        ByteBuffer from = ByteBuffer.wrap(packed);
        ByteBuffer all = ByteBuffer.allocate(size);
        while (from.remaining() >= FRAME_HEAD) {
            int plain = from.getInt();
            int count = from.getInt();
            if (plain < 0 || plain > all.remaining() || count < 0 || count > from.remaining()) {
                return by(new Lz4Decompressor(), packed, 0, packed.length, size);
            }
            all.put(by(new Lz4Decompressor(), packed, from.position(), count, plain));
            from.position(from.position() + count);
        }
        return all.hasRemaining() || from.hasRemaining()
                ? by(new Lz4Decompressor(), packed, 0, packed.length, size)
                : all.array();
    }
}
