package dandori.trace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Tells by their first bytes files that are no trace, whatever they hold: archives, packings other
 * than gzip, data bases, pointers to files that were not fetched. A reader of lines might take what
 * is in them for damaged jobs.
 */
enum ForeignFile {
    ZIP("PK\3\4", 0, "a zip archive", "unpack it first, and name a file in it"),
    EMPTY_ZIP("PK\5\6", 0, "a zip archive with nothing in it", "fetch it again"),
    TAR("ustar", 257, "a tar archive", "unpack it first (tar -xf), and name a file in it"),
    GZIP("\u001f\u008b", 0, "packed with gzip twice", "unpack it first (gunzip)"),
    BZIP2("BZh", 0, "packed with bzip2", "unpack it first (bunzip2)"),
    XZ("\u00fd7zXZ", 0, "packed with xz", "unpack it first (unxz)"),
    ZSTANDARD("(\u00b5/\u00fd", 0, "packed with Zstandard", "unpack it first (unzstd)"),
    LZ4("\4\"M\u0018", 0, "packed with LZ4", "unpack it first (unlz4)"),
    COMPRESS("\u001f\u009d", 0, "packed with compress", "unpack it first (gunzip)"),
    SEVEN_ZIP("7z\u00bc\u00af'\u001c", 0, "a 7z archive", "unpack it first"),
    UTF_16_LITTLE("\u00ff\u00fe", 0, "text in UTF-16", Advice.UTF_8),
    UTF_16_BIG("\u00fe\u00ff", 0, "text in UTF-16", Advice.UTF_8),
    HDF5("\u0089HDF\r\n", 0, "an HDF5 file", Advice.TABLE),
    ARROW("ARROW1", 0, "an Arrow (Feather) file", Advice.TABLE),
    SQLITE("SQLite format 3", 0, "an SQLite data base", Advice.TABLE),
    PDF("%PDF-", 0, "a PDF document", "the data stand beside it"),
    GIT_LFS(
            "version https://git-lfs.github.com/spec/",
            0,
            "a pointer of Git LFS, not the file itself",
            "fetch the file: git lfs pull"),
    GIT_ANNEX(
            "/annex/objects/",
            0,
            "a pointer of git-annex, not the file itself",
            "fetch the file: git annex get");

    private final String mark;
    private final int place;
    private final String title;
    private final String advice;

    ForeignFile(String mark, int place, String title, String advice) {
        this.mark = mark;
        this.place = place;
        this.title = title;
        this.advice = advice;
    }

    /**
     * Refuses such a file.
     *
     * @param head its first bytes, unpacked once
     * @throws TraceException if it is one
     */
    static void refuse(Path path, byte[] head) {
        for (ForeignFile kind : values()) {
            if (kind.isAt(head)) {
                throw new TraceException(
                        path + ": is " + kind.title + ", where a trace is expected.",
                        "Maybe " + kind.advice + ".");
            }
        }
        if (isWide(head)) {
            throw new TraceException(
                    path + ": is text in UTF-16, where a trace is expected.",
                    "Maybe " + Advice.UTF_8 + ".");
        }
    }

    private boolean isAt(byte[] head) {
        byte[] wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < place + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (head[place + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether every other byte is 0 and the rest are not: UTF-16 without a mark. */
    private static boolean isWide(byte[] head) {
        int pairs = Math.min(head.length / 2, 32);
        int first = 0;
        int second = 0;
        for (int i = 0; i < pairs; i++) {
            first += head[2 * i] == 0 && head[2 * i + 1] > 0 ? 1 : 0;
            second += head[2 * i] > 0 && head[2 * i + 1] == 0 ? 1 : 0;
        }
        return pairs >= 4 && (first == pairs || second == pairs);
    }

    /** What helps against several kinds. */
    private static final class Advice {
        static final String UTF_8 = "convert it first: iconv -f UTF-16 -t UTF-8";
        static final String TABLE = "export it as a table first, CSV or Parquet";

        private Advice() {}
    }
}
