package dandori.cli;

import dandori.policy.spi.PartProvider;
import dandori.results.FileHash;
import dandori.scenario.KnownParts;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The jars that brought parts of policies which are not ours. */
final class PlugIns {

    private PlugIns() {}

    /** SHA-256 of each such jar, by its path. */
    static Map<String, String> hashes() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        Path ours = origin(PartProvider.class);
        for (PartProvider<?> provider : KnownParts.found().providers()) {
            Path jar = origin(provider.getClass());
            if (jar != null && !jar.equals(ours) && Files.isRegularFile(jar)) {
                hashes.put(jar.toString(), FileHash.of(jar));
            }
        }
        return hashes;
    }

    private static @Nullable Path origin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException odd) {
            return null;
        }
    }
}
