package dandori.validation;

/**
 * A file that runs of a study read.
 *
 * @param name what the study calls it
 * @param path where it lies: below the study's folder, or below a folder of traces
 * @param sha256 the hash of its bytes in hexadecimal digits; empty if any file of that path will do
 * @param from where one gets it; empty if it lies in the study's folder
 */
public record NeededFile(String name, String path, String sha256, String from) {

    /** What to say where it is not there. */
    String missing() {
        return from.isEmpty()
                ? "there is no %s.".formatted(path)
                : "there is no %s (%s).".formatted(path, from);
    }

    /** The last part of its path. */
    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
