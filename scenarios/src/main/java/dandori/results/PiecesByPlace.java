package dandori.results;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts pieces of a file into the order of their places, which come in any order, each once. What
 * waits for those before it is in memory up to a limit, and beyond it, packed, in a temporary file,
 * which is gone when this is closed.
 */
final class PiecesByPlace implements AutoCloseable {

    private static final int BLOCK = 1 << 12; // places
    private static final long IN_MEMORY = 32L << 20; // bytes

    private final long inMemory;
    private final TreeMap<Integer, Block> blocks = new TreeMap<>(); // by place / BLOCK
    private int nextBlock;
    private long held; // bytes in memory
    private @Nullable FileChannel rest;
    private long restLength;

    PiecesByPlace() {
        this(IN_MEMORY);
    }

    /**
     * @param inMemory how many bytes may wait in memory
     */
    PiecesByPlace(long inMemory) {
        this.inMemory = inMemory;
    }

    /** Takes the piece of a place. */
    void add(int place, byte[] piece) throws IOException {
        int number = place / BLOCK;
        Block block = blocks.computeIfAbsent(number, key -> new Block());
        block.add(place % BLOCK, piece);
        held += 2 * Integer.BYTES + piece.length;
        if (held > inMemory) {
            putAside();
        }
    }

    /** Writes what is there without a gap, in blocks, from where it was written to before. */
    void writeWhole(OutputStream out) throws IOException {
        Block block = blocks.get(nextBlock);
        while (block != null && block.count == BLOCK) {
            write(block, out);
            blocks.remove(nextBlock++);
            block = blocks.get(nextBlock);
        }
    }

    /** Whether nothing waits. */
    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** How many bytes wait in memory. */
    long held() {
        return held;
    }

    private void putAside() throws IOException {
        FileChannel file = rest;
        if (file == null) {
            Path path = Files.createTempFile("dandori-lines", ".part");
            file =
                    FileChannel.open(
                            path,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
            rest = file;
        }
        for (Block block : blocks.values()) {
            if (block.bytes.size() > 0) {
                ByteBuffer bytes = ByteBuffer.wrap(packed(block.bytes));
                block.aside.add(new long[] {restLength, bytes.remaining()});
                while (bytes.hasRemaining()) {
                    restLength += file.write(bytes, restLength);
                }
                block.bytes = new ByteArrayOutputStream();
            }
        }
        held = 0;
    }

    private static byte[] packed(ByteArrayOutputStream bytes) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream into = new DeflaterOutputStream(packed, deflater)) {
            bytes.writeTo(into);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private void write(Block block, OutputStream out) throws IOException {
        held -= block.bytes.size();
        byte[][] pieces = new byte[BLOCK][];
        for (long[] part : block.aside) {
            ByteBuffer bytes = ByteBuffer.allocate((int) part[1]);
            while (bytes.hasRemaining()
                    && rest != null
                    && rest.read(bytes, part[0] + bytes.position()) >= 0) {}
            try (InputStream from =
                    new InflaterInputStream(new ByteArrayInputStream(bytes.array()))) {
                Block.take(ByteBuffer.wrap(from.readAllBytes()), pieces);
            }
        }
        Block.take(ByteBuffer.wrap(block.bytes.toByteArray()), pieces);
        for (byte[] piece : pieces) {
            if (piece != null) {
                out.write(piece);
            }
        }
    }

    /** Writes what is left, gaps or not. */
    void finish(OutputStream out) throws IOException {
        for (Block block : blocks.values()) {
            write(block, out);
        }
        blocks.clear();
    }

    @Override
    public void close() throws IOException {
        if (rest != null) {
            rest.close();
        }
    }

    /** The pieces of neighbouring places: place within the block, length, bytes; and so on. */
    private static final class Block {

        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<long[]> aside = new ArrayList<>(); // from where in the file, how many
        private int count;

        void add(int place, byte[] piece) {
            byte[] head =
                    ByteBuffer.allocate(2 * Integer.BYTES)
                            .putInt(place)
                            .putInt(piece.length)
                            .array();
            bytes.writeBytes(head);
            bytes.writeBytes(piece);
            count++;
        }

        static void take(ByteBuffer from, byte[][] pieces) {
            while (from.hasRemaining()) {
                int place = from.getInt();
                byte[] piece = new byte[from.getInt()];
                from.get(piece);
                pieces[place] = piece;
            }
        }
    }
}
