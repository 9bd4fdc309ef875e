package dandori.trace;

import dandori.job.ValueStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values in a temporary file, 8 bytes each. There is no file before the first comes, and it is gone
 * when this is closed, or with the process.
 */
final class ValuesFile implements ValueStore, AutoCloseable {

    private static final int BUFFER = 1 << 18; // bytes

    private @Nullable FileChannel file;
    private long length; // bytes

    @Override
    public void add(double[] values) {
        try {
            FileChannel out = file == null ? opened() : file;
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
            bytes.asDoubleBuffer().put(values);
            while (bytes.hasRemaining()) {
                length += out.write(bytes, length);
            }
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private FileChannel opened() throws IOException {
        Path path = Files.createTempFile("dandori-values", ".part");
        FileChannel opened =
                FileChannel.open(
                        path,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
        file = opened;
        return opened;
    }

    @Override
    public void forEach(DoubleConsumer each) {
        FileChannel in = file;
        if (in == null) {
            return;
        }
        try {
            ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
            for (long at = 0; at < length; at += bytes.limit()) {
                bytes.clear();
                while (bytes.hasRemaining() && in.read(bytes, at + bytes.position()) >= 0) {}
                DoubleBuffer values = bytes.flip().asDoubleBuffer();
                while (values.hasRemaining()) {
                    each.accept(values.get());
                }
            }
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private static UncheckedIOException failed(IOException failure) {
        return new UncheckedIOException(
                new FileSystemException(
                        System.getProperty("java.io.tmpdir"),
                        null,
                        "holds values of jobs, and failed: " + failure.getMessage()));
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
