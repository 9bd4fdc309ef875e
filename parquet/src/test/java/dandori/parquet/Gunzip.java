package dandori.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Unpacks pages by the JDK. */
final class Gunzip
        implements CompressionCodecFactory, CompressionCodecFactory.BytesInputDecompressor {

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        return this;
    }

    @Override
    public BytesInput decompress(BytesInput packed, int size) throws IOException {
        try (InputStream in = new GZIPInputStream(packed.toInputStream())) {
            return BytesInput.from(in.readAllBytes());
        }
    }

    @Override
    public void decompress(ByteBuffer packed, int length, ByteBuffer plain, int size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release() {}
}
