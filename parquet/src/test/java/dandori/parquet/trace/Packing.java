package dandori.parquet.trace;

import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Packs pages in every way that is read. */
final class Packing implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        return new BytesInputCompressor() {
            @Override
            public BytesInput compress(BytesInput plain) throws IOException {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                plain.writeAllTo(bytes);
                return BytesInput.from(packed(name, bytes.toByteArray()));
            }

            @Override
            public CompressionCodecName getCodecName() {
                return name;
            }

            @Override
            public void release() {}
        };
    }

    private static byte[] packed(CompressionCodecName name, byte[] plain) throws IOException {
        return switch (name) {
            case UNCOMPRESSED -> plain;
            case GZIP -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (OutputStream out = new GZIPOutputStream(bytes)) {
                    out.write(plain);
                }
                yield bytes.toByteArray();
            }
            case SNAPPY -> by(new SnappyCompressor(), plain);
            case ZSTD -> by(new ZstdCompressor(), plain);
            default -> by(new Lz4Compressor(), plain);
        };
    }

    private static byte[] by(Compressor compressor, byte[] plain) {
        byte[] packed = new byte[compressor.maxCompressedLength(plain.length)];
        int size = compressor.compress(plain, 0, plain.length, packed, 0, packed.length);
        return Arrays.copyOf(packed, size);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release() {}
}
