package dandori.parquet.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dandori.trace.TraceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Broken files end in a sentence. */
@TestInstance(Lifecycle.PER_CLASS)
class BrokenParquetTest {

    private static final String MAYBE =
            "\nMaybe the download or the copy was interrupted: fetch it again.";
    private static final String FIRST = "column 'adt', row group 1: ";

    @TempDir Path folder;

    private byte[] whole;

    @BeforeAll
    void write(@TempDir Path made) throws IOException {
        MadeTable table = FDataTest.table();
        for (int i = 0; i < 500; i++) {
            table.row(
                    "jid", "jid_" + i,
                    "usr", "usr_" + i % 9,
                    "adt", "2021-04-01 09:00:00",
                    "sdt", "2021-04-01 09:10:00",
                    "edt", "2021-04-01 09:20:00",
                    "elpl", 100.0 + i,
                    "nnumr", 1L + i,
                    "nnuma", 1L + i);
        }
        whole = Files.readAllBytes(table.write(made.resolve("whole.parquet")));
    }

    private void refused(byte[] bytes, String problem) throws IOException {
        refused(bytes, problem, MAYBE);
    }

    private void refused(byte[] bytes, String problem, String maybe) throws IOException {
        Path file = Files.write(folder.resolve("broken.parquet"), bytes);
        assertThatThrownBy(() -> ReadRows.of(file))
                .isInstanceOf(TraceException.class)
                .hasMessage("made.parquet: " + problem + maybe);
    }

    private byte[] withLength(int length) {
        byte[] bytes = whole.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 8, length);
        return bytes;
    }

    /** The file with another footer. */
    private byte[] withFooter(Consumer<FileMetaData> change) throws IOException {
        return withFooter(whole, change);
    }

    private static byte[] withFooter(byte[] file, Consumer<FileMetaData> change)
            throws IOException {
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
        int begin = file.length - 8 - length;
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, begin, length));
        change.accept(footer);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(file, 0, begin);
        Util.writeFileMetaData(footer, bytes);
        int changed = bytes.size() - begin;
        bytes.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(changed).array());
        bytes.write(new byte[] {'P', 'A', 'R', '1'});
        return bytes.toByteArray();
    }

    @Test
    void itsEnd() throws IOException {
        refused(Arrays.copyOf(whole, 11), "has 11 bytes, and no Parquet file is so short.");
        refused(
                Arrays.copyOf(whole, whole.length - 1),
                "begins as Parquet, but does not end with PAR1, as it must.");
        refused(
                withLength(Integer.MIN_VALUE),
                "its footer is said to have 2,147,483,648 bytes, where the file has %,d."
                        .formatted(whole.length));
        refused(
                withLength(whole.length),
                "its footer is said to have %,d bytes, where the file has %,d."
                        .formatted(whole.length, whole.length));
        refused(withLength(9), "its footer is damaged.");
        byte[] encrypted = whole.clone();
        encrypted[encrypted.length - 1] = 'E';
        refused(
                encrypted,
                "is encrypted Parquet, which cannot be read.",
                "\nMaybe whoever has the key writes it anew, without.");
    }

    @Test
    void countsThatContradict() throws IOException {
        refused(
                withFooter(footer -> footer.getRow_groups().get(0).setNum_rows(501)),
                FIRST + "a column has 500 values, where its row group has 501 rows.",
                "");
        refused(
                withFooter(footer -> {
                    var group = footer.getRow_groups().get(0);
                    group.setNum_rows(501);
                    group.getColumns().forEach(one -> one.getMeta_data().setNum_values(501));
                }),
                FIRST + "a column has fewer values than its row group has rows.",
                "");
        refused(
                withFooter(footer -> {
                    var group = footer.getRow_groups().get(0);
                    group.setNum_rows(499);
                    group.getColumns().forEach(one -> one.getMeta_data().setNum_values(499));
                }),
                FIRST + "a column has more values than its row group has rows.",
                "");
        refused(
                withFooter(footer -> footer.getRow_groups().get(0).getColumns().remove(0)),
                "its footer is damaged: a row group lacks columns.");
        refused(
                withFooter(footer -> footer.getSchema().get(0).setNum_children(99)),
                "its footer is damaged: columns are missing.");
    }

    @Test
    void packingThatNobodyUnpacks() throws IOException {
        refused(
                withFooter(footer ->
                        footer.getRow_groups()
                                .get(0)
                                .getColumns()
                                .forEach(one ->
                                        one.getMeta_data().setCodec(CompressionCodec.BROTLI))),
                FIRST
                        + "its pages are packed as BROTLI; only gzip, Snappy, Zstandard and LZ4 can be"
                        + " read.",
                "\nMaybe write it anew, packed by one of these.");
    }

    /** The head of the first page grows, so that all that follows lies elsewhere. */
    @Test
    void aPageThatSaysToBeHuge() throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(whole, 4, whole.length - 4);
        PageHeader head = Util.readPageHeader(in);
        int headSize = whole.length - 4 - in.available();
        head.setUncompressed_page_size(Integer.MAX_VALUE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(whole, 0, 4);
        Util.writePageHeader(head, out);
        int grown = out.size() - 4 - headSize;
        out.write(whole, 4 + headSize, whole.length - 4 - headSize);
        refused(
                withFooter(
                        out.toByteArray(),
                        footer ->
                                footer.getRow_groups()
                                        .get(0)
                                        .getColumns()
                                        .forEach(one -> moved(one.getMeta_data(), grown))),
                "column 'jid', row group 1: a page has 2,147,483,647 bytes; at most 67,108,864 are"
                        + " read.",
                "\nMaybe write it anew with smaller pages.");
    }

    private static void moved(ColumnMetaData column, int by) {
        boolean isFirst = column.getPath_in_schema().get(0).equals("jid");
        column.setTotal_compressed_size(column.getTotal_compressed_size() + by);
        column.setData_page_offset(
                isFirst && !column.isSetDictionary_page_offset()
                        ? column.getData_page_offset()
                        : column.getData_page_offset() + by);
        if (!isFirst && column.isSetDictionary_page_offset()) {
            column.setDictionary_page_offset(column.getDictionary_page_offset() + by);
        }
    }

    /** Any byte may be wrong: a job log or a sentence, and nothing else. */
    @Test
    void anyByte() throws IOException {
        SplittableRandom random = new SplittableRandom(20_260);
        int refusals = 0;
        for (int i = 0; i < 600; i++) {
            byte[] bytes = whole.clone();
            int flips = 1 + random.nextInt(4);
            for (int flip = 0; flip < flips; flip++) {
                bytes[4 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("any.parquet"), bytes);
            try {
                assertThat(ReadRows.of(file).jobs()).hasSizeLessThanOrEqualTo(500);
            } catch (TraceException refused) {
                assertThat(refused.getMessage()).startsWith("made.parquet: ");
                refusals++;
            }
        }
        assertThat(refusals).isBetween(30, 600);
    }

    @Test
    void anyLength() throws IOException {
        for (int length = 4; length < whole.length; length += 37) {
            Path file = Files.write(folder.resolve("any.parquet"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> ReadRows.of(file)).isInstanceOf(TraceException.class);
        }
    }
}
