package dandori.scenario.text;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which file may have been meant by a name that names none. */
public final class NearestFile {

    private NearestFile() {}

    /**
     * The rest of a sentence that begins with <em>Maybe</em>: the nearest name in the same folder;
     * null if none is near.
     */
    public static @Nullable String maybe(Path file) {
        Path last = file.getFileName();
        if (last == null) {
            return null;
        }
        List<String> names = names(file);
        return NearestName.of(last.toString(), names).map(name -> "'" + name + "'.").orElse(null);
    }

    /** The names in the folder of a file, in order; none if there is no such folder. */
    private static List<String> names(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String[] names = folder == null ? null : folder.toFile().list();
        return names == null ? List.of() : Arrays.stream(names).sorted().toList();
    }
}
