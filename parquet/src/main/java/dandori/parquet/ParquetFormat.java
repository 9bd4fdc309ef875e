package dandori.parquet;

import dandori.results.TableFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;

/**
 * Tables as Parquet files: a column for each of the CSV file's, by the same name and in the same
 * unit. What is empty there is null here.
 *
 * <p>Equal tables are equal bytes, on any JDK that packs alike. Cost: O(values); memory: a row
 * group of 32 MiB.
 */
public final class ParquetFormat implements TableFormat {

    private static final long ROW_GROUP_BYTES = 32L << 20;

    /** For {@link java.util.ServiceLoader}. */
    public ParquetFormat() {}

    @Override
    public String name() {
        return PARQUET;
    }

    @Override
    public void write(Path file, String table, List<String> columns, Iterator<String[]> rows)
            throws IOException {
        Files.deleteIfExists(file);
        try (ParquetWriter<String[]> writer =
                new RowWriter.Builder(new LocalOutputFile(file), new RowWriter(table, columns))
                        .withConf(new PlainParquetConfiguration())
                        .withCodecFactory(new JdkGzip())
                        .withCompressionCodec(CompressionCodecName.GZIP)
                        .withRowGroupSize(ROW_GROUP_BYTES)
                        .build()) {
            while (rows.hasNext()) {
                writer.write(rows.next());
            }
        }
        Footer.putInOrder(file);
    }
}
