package dandori.parquet.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;
import shaded.parquet.org.apache.thrift.TException;

/**
 * The pages of one column of one row group, read when they are asked for: memory is a page, packed
 * and unpacked. A page of more than 64 MiB is refused.
 */
final class Pages implements PageReader {

    private static final int LARGEST = 64 << 20;
    private static final int LONGEST_HEAD = 1 << 20;

    private final ChunkBytes bytes;
    private final CompressionCodec codec;
    private final long valueCount;
    private final Statistics<?> unknown;
    private long seenCount;
    private @Nullable PageHeader ahead; // a head that was read and is still to be looked at

    Pages(Path path, ColumnMetaData column, PrimitiveType type) {
        long from = column.getData_page_offset();
        if (column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0) {
            from = Math.min(from, column.getDictionary_page_offset());
        }
        bytes = new ChunkBytes(path, from, from + column.getTotal_compressed_size());
        codec = Objects.requireNonNull(column.getCodec());
        valueCount = column.getNum_values();
        unknown = Statistics.getBuilderForReading(type).build();
    }

    @Override
    public long getTotalValueCount() {
        return valueCount;
    }

    @Override
    public @Nullable DictionaryPage readDictionaryPage() {
        try {
            PageHeader head = head();
            if (head.getType() != PageType.DICTIONARY_PAGE) {
                ahead = head;
                return null;
            }
            DictionaryPageHeader its = required(head.getDictionary_page_header());
            byte[] plain = unpacked(head);
            if (its.getNum_values() < 0 || its.getNum_values() > plain.length) {
                throw new Damage("a page of a dictionary holds a wrong count.");
            }
            return new DictionaryPage(
                    BytesInput.from(plain), its.getNum_values(), encoding(its.getEncoding()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public DataPage readPage() {
        try {
            PageHeader head = head();
            while (head.getType() == PageType.INDEX_PAGE) {
                take(head.getCompressed_page_size());
                head = head();
            }
            if (head.getType() == PageType.DATA_PAGE) {
                return first(head, required(head.getData_page_header()));
            }
            if (head.getType() == PageType.DATA_PAGE_V2) {
                return second(head, required(head.getData_page_header_v2()));
            }
            throw Damage.ofBytes("a page is of an unknown kind, or out of place.");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private DataPage first(PageHeader head, DataPageHeader its) throws IOException {
        count(its.getNum_values());
        byte[] plain = unpacked(head);
        return new DataPageV1(
                BytesInput.from(plain),
                its.getNum_values(),
                plain.length,
                unknown,
                encoding(its.getRepetition_level_encoding()),
                encoding(its.getDefinition_level_encoding()),
                encoding(its.getEncoding()));
    }

    private DataPage second(PageHeader head, DataPageHeaderV2 its) throws IOException {
        count(its.getNum_values());
        int repetition = its.getRepetition_levels_byte_length();
        int definition = its.getDefinition_levels_byte_length();
        long levels = (long) repetition + definition;
        int plainSize = head.getUncompressed_page_size();
        int packedSize = head.getCompressed_page_size();
        checkSizes(packedSize, plainSize);
        if (repetition < 0 || definition < 0 || levels > packedSize || levels > plainSize) {
            throw Damage.ofBytes("a page has a head that contradicts itself.");
        }
        BytesInput repetitions = BytesInput.from(take(repetition));
        BytesInput definitions = BytesInput.from(take(definition));
        byte[] packed = take(packedSize - (int) levels);
        int rest = plainSize - (int) levels;
        boolean isPacked = (!its.isSetIs_compressed() || its.isIs_compressed()) && rest > 0;
        byte[] plain = isPacked ? Unpacking.unpack(codec, packed, rest) : packed;
        return DataPageV2.uncompressed(
                its.getNum_rows(),
                its.getNum_nulls(),
                its.getNum_values(),
                repetitions,
                definitions,
                encoding(its.getEncoding()),
                BytesInput.from(plain),
                unknown);
    }

    private void count(int values) {
        seenCount += values;
        if (values < 0 || seenCount > valueCount) {
            throw new Damage("a column has more values than its row group has rows.");
        }
    }

    private PageHeader head() {
        PageHeader head = ahead;
        ahead = null;
        if (head != null) {
            return head;
        }
        if (bytes.left() <= 0) {
            throw new Damage("a column has fewer values than its row group has rows.");
        }
        PageHeader read = new PageHeader();
        try {
            read.read(FileFooter.protocol(bytes, LONGEST_HEAD));
        } catch (TException | RuntimeException broken) {
            throw Damage.ofBytes("the head of a page is damaged.");
        }
        return read;
    }

    private byte[] unpacked(PageHeader head) throws IOException {
        checkSizes(head.getCompressed_page_size(), head.getUncompressed_page_size());
        byte[] packed = take(head.getCompressed_page_size());
        return Unpacking.unpack(codec, packed, head.getUncompressed_page_size());
    }

    private static void checkSizes(int packed, int plain) {
        if (packed < 0 || plain < 0) {
            throw Damage.ofBytes("the head of a page holds a negative size.");
        }
        if (packed > LARGEST || plain > LARGEST) {
            throw Damage.withAdvice(
                    "a page has %,d bytes; at most %,d are read."
                            .formatted(Math.max(packed, plain), LARGEST),
                    "Maybe write it anew with smaller pages.");
        }
    }

    private byte[] take(int count) throws IOException {
        if (count < 0 || count > bytes.left()) {
            throw Damage.ofBytes("a page reaches beyond its column.");
        }
        return bytes.take(count);
    }

    private static <T> T required(@Nullable T head) {
        if (head == null) {
            throw Damage.ofBytes("the head of a page is incomplete.");
        }
        return head;
    }

    private static Encoding encoding(org.apache.parquet.format.@Nullable Encoding encoding) {
        return Encoding.valueOf(required(encoding).name());
    }
}
