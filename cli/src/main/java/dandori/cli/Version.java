package dandori.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: version, commit, Java. */
final class Version implements IVersionProvider {

    /** For picocli. */
    Version() {}

    /** The program's version and commit, as manifests have it. */
    static String ofProgram() {
        Properties built = new Properties();
        try (InputStream bytes =
                Version.class.getResourceAsStream("/dandori/cli/version.properties")) {
            if (bytes != null) {
                built.load(bytes);
            }
        } catch (IOException unreadable) {
            built.clear();
        }
        String version = built.getProperty("version", "unknown");
        return "dandori %s (%s)".formatted(version, built.getProperty("commit", "unknown commit"));
    }

    @Override
    public String[] getVersion() {
        return new String[] {ofProgram(), "Java " + Runtime.version()};
    }
}
