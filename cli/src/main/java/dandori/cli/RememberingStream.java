package dandori.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Remembers why bytes could not be written, which print streams and print writers forget. */
final class RememberingStream extends FilterOutputStream {

    private @Nullable IOException failure;

    /** Writes to another stream. */
    RememberingStream(OutputStream out) {
        super(out);
    }

    /** The first failure to write; null if there was none. */
    @Nullable IOException failure() {
        return failure;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException broken) {
            failure = failure == null ? broken : failure;
            throw broken;
        }
    }
}
