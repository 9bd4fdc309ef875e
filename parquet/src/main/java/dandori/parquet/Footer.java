package dandori.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The end of a Parquet file, which lists the encodings of each column in the order of a hash set of
 * enums: another one in every JVM. Here they are put in order, so that equal tables are equal
 * bytes.
 *
 * <p>A file ends with the footer, its length in four bytes, the least first, and {@code PAR1}.
 */
final class Footer {

    private static final int TAIL = 8; // bytes of the length and the word

    private Footer() {}

    /** Puts the lists of a whole file in order. */
    static void putInOrder(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            byte[] tail = new byte[TAIL];
            file.seek(file.length() - TAIL);
            file.readFully(tail);
            int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
            byte[] footer = new byte[length];
            long begin = file.length() - TAIL - length;
            file.seek(begin);
            file.readFully(footer);
            byte[] ordered = ordered(footer);
            if (ordered.length != length) {
                throw new IOException("The footer of %s changed its length.".formatted(path));
            }
            file.seek(begin);
            file.write(ordered);
        }
    }

    private static byte[] ordered(byte[] footer) throws IOException {
        FileMetaData file = Util.readFileMetaData(new ByteArrayInputStream(footer));
        for (RowGroup group : Objects.requireNonNull(file.getRow_groups())) {
            for (ColumnChunk column : Objects.requireNonNull(group.getColumns())) {
                ColumnMetaData its = Objects.requireNonNull(column.getMeta_data());
                List<Encoding> encodings =
                        new ArrayList<>(Objects.requireNonNull(its.getEncodings()));
                encodings.sort(Comparator.naturalOrder());
                its.setEncodings(encodings);
                List<PageEncodingStats> pages =
                        new ArrayList<>(Objects.requireNonNull(its.getEncoding_stats()));
                pages.sort(Comparator.naturalOrder());
                its.setEncoding_stats(pages);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(file, bytes);
        return bytes.toByteArray();
    }
}
