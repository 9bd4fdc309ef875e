package dandori.results;

import dandori.trace.LogFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of files and folders, for manifests. */
public final class FileHash {

    private FileHash() {}

    /**
     * The hash of a file's bytes, 64 hexadecimal digits; that of a folder is of the lines that
     * {@code sha256sum [!_]*} prints in it, which are those of the files that are {@linkplain
     * LogFolder its log}.
     */
    public static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        if (Files.isDirectory(file)) {
            for (Path one : LogFolder.files(file)) {
                if (Files.isRegularFile(one)) {
                    String line = of(one) + "  " + one.getFileName() + "\n";
                    digest.update(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        } else {
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
