package dandori.experiment.journal;

import dandori.campaign.Campaign;
import dandori.experiment.Cell;
import dandori.experiment.CellResult;
import dandori.experiment.CellStore;
import dandori.experiment.VariantWorkloads;
import dandori.results.DamagedResultsException;
import dandori.results.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code cells/summaries.jsonl}: a line for each cell that is done, written when it is. A process
 * that is killed leaves at most one line torn, the last, which is cut off when the study goes on;
 * once all is done the lines stand in the order of the cells.
 *
 * <p>Safe for several threads; for one process at a time.
 */
public final class CellJournal implements CellStore, AutoCloseable {

    /** The file's place in the folder of a study. */
    public static final String NAME = "cells/summaries.jsonl";

    private final Path file;
    private final SortedMap<Integer, Span> lines = new TreeMap<>();
    private final FileChannel out;

    /** Where a line stands, without its line feed. */
    private record Span(long from, int bytes) {}

    private CellJournal(Path file, Set<OpenOption> how) throws IOException {
        this.file = file;
        out = FileChannel.open(file, how);
    }

    private static CellJournal writable(Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        return new CellJournal(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE));
    }

    /** An empty journal in the folder of a study; an older one goes away. */
    public static CellJournal begin(Path study) throws IOException {
        Path file = study.resolve(NAME);
        Files.deleteIfExists(file);
        return writable(file);
    }

    /**
     * The journal of a study that was broken off; an empty one if there is none.
     *
     * @throws DamagedResultsException if a line that is not the last cannot be read
     */
    public static CellJournal resume(Path study) throws IOException {
        CellJournal journal = writable(study.resolve(NAME));
        long whole = journal.find();
        journal.out.truncate(whole); // what follows is half a line
        journal.out.position(whole);
        return journal;
    }

    /**
     * The journal of a study, to be read only.
     *
     * @throws DamagedResultsException if there is none, or a line cannot be read
     */
    public static CellJournal open(Path study) throws IOException {
        Path file = study.resolve(NAME);
        if (!Files.exists(file)) {
            throw new DamagedResultsException(file);
        }
        CellJournal journal = new CellJournal(file, Set.of(StandardOpenOption.READ));
        journal.find();
        return journal;
    }

    /** Finds the lines that are whole, and says where the last ends. */
    private long find() throws IOException {
        long whole = 0;
        try (InputStream in = Files.newInputStream(file)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            byte[] block = new byte[1 << 16];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                int from = 0;
                for (int i = 0; i < read; i++) {
                    if (block[i] == '\n') {
                        line.write(block, from, i - from);
                        lines.put(cell(line.toByteArray()), new Span(whole, line.size()));
                        whole += line.size() + 1;
                        line.reset();
                        from = i + 1;
                    }
                }
                line.write(block, from, read - from);
            }
        }
        return whole;
    }

    /** Whose line it is; all of it is looked at, but only the cell's number is kept. */
    private int cell(byte[] line) {
        int cell = -1;
        try (JsonParser parser = JsonMapper.shared().createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new DamagedResultsException(file);
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isNumber = parser.currentName().equals("cell");
                parser.nextToken();
                if (isNumber) {
                    cell = parser.getValueAsInt(-1);
                }
                parser.skipChildren();
            }
        } catch (JacksonException broken) {
            throw new DamagedResultsException(file);
        }
        if (cell < 0) {
            throw new DamagedResultsException(file);
        }
        return cell;
    }

    private byte[] bytes(Span line) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(line.bytes());
        while (bytes.hasRemaining()) {
            if (out.read(bytes, line.from() + bytes.position()) < 0) {
                throw new DamagedResultsException(file);
            }
        }
        return bytes.array();
    }

    private JsonNode tree(String line) {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException broken) {
            throw new DamagedResultsException(file);
        }
    }

    /** The numbers of the cells that are in it. */
    public synchronized Set<Integer> cells() {
        return Collections.unmodifiableSet(lines.keySet());
    }

    /** The bytes of a cell's line, without its line feed; null if it has none. */
    public synchronized byte @Nullable [] line(int cell) throws IOException {
        Span line = lines.get(cell);
        return line == null ? null : bytes(line);
    }

    @Override
    public Optional<CellResult> kept(Cell cell, VariantWorkloads workloads) {
        return kept(cell, () -> workloads.of(cell.variant()).campaigns());
    }

    /**
     * What a cell came to; empty if it has no line.
     *
     * @param campaigns those of its variant
     */
    Optional<CellResult> kept(Cell cell, List<Campaign> campaigns) {
        return kept(cell, () -> campaigns);
    }

    private Optional<CellResult> kept(Cell cell, Supplier<List<Campaign>> campaigns) {
        byte[] line;
        try {
            line = line(cell.number());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (line == null) {
            return Optional.empty();
        }
        JsonNode tree = tree(new String(line, StandardCharsets.UTF_8));
        boolean isIts =
                tree.path("policy").asString("").equals(cell.policy().name())
                        && tree.path("seed").asInt(-1) == cell.seed()
                        && tree.path("variant").asInt(-1) == cell.variant().number();
        if (!isIts) {
            throw new DamagedResultsException(file);
        }
        try {
            return Optional.of(CellLine.read(tree, cell, campaigns.get()));
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new DamagedResultsException(file);
        }
    }

    @Override
    public void keep(CellResult result) throws IOException {
        String line = CellLine.of(result);
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        synchronized (this) {
            long before = out.position();
            try {
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            } catch (IOException full) {
                out.position(before); // what follows must not stand behind half a line
                out.truncate(before);
                throw named(full);
            }
            lines.put(result.cell().number(), new Span(before, bytes.capacity() - 1));
        }
    }

    private FileSystemException named(IOException full) {
        FileSystemException named =
                new FileSystemException(file.toString(), null, full.getMessage());
        named.initCause(full);
        return named;
    }

    /** Puts the lines into the order of the cells. */
    public synchronized void complete() throws IOException {
        WholeFile.write(
                file,
                to -> {
                    for (Span line : lines.values()) {
                        to.write(bytes(line));
                        to.write('\n');
                    }
                });
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
