package dandori.trace;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are told by their first bytes; the folder of dirty files has some of each group. */
class ForeignFileTest {

    private static void refuse(String head) {
        ForeignFile.refuse(Path.of("t"), head.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'PK\u0003\u0004\u0014' | a zip archive",
                "'\u001f\u008b\u0008' | packed with gzip twice",
                "BZh91AY | packed with bzip2",
                "'\u00fd7zXZ' | packed with xz",
                "'(\u00b5/\u00fd\u0004' | packed with Zstandard",
                "'\u0004\"M\u0018' | packed with LZ4",
                "'\u001f\u009d\u0090' | packed with compress",
                "'\u0089HDF\r\n\u001a' | an HDF5 file",
                "SQLite format 3 | an SQLite data base",
                "%PDF-1.4 | a PDF document",
                "/annex/objects/MD5 | a pointer of git-annex",
                "'\u00fe\u00ff\0001\0 ' | text in UTF-16",
            })
    void isSaidToBeWhatItIs(String head, String title) {
        assertThatThrownBy(() -> refuse(head))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith("t: is " + title)
                .hasMessageContaining("where a trace is expected.\nMaybe ");
    }

    @Test
    void archivesAreKnownByWhatStandsWithinThem() {
        assertThatThrownBy(() -> refuse("may.swf" + "\0".repeat(250) + "ustar"))
                .hasMessageStartingWith("t: is a tar archive");
        assertThatCode(() -> refuse("1 ustar".repeat(60))).doesNotThrowAnyException();
    }

    @Test
    void textOfBytesIsNotWide() {
        assertThatCode(() -> refuse("1 0 5 100 4")).doesNotThrowAnyException();
        assertThatCode(() -> refuse("")).doesNotThrowAnyException();
        assertThatCode(() -> refuse("\0".repeat(100))).doesNotThrowAnyException();
    }
}
