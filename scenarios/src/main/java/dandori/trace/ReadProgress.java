package dandori.trace;

/** Is told now and then how far the reading of a file has come. */
@FunctionalInterface
public interface ReadProgress {

    /**
     * Called after a part of the file has been read, at least once per megabyte.
     *
     * @param bytesRead bytes of the file so far; of a packed file, packed bytes
     * @param totalBytes the size of the file, or 0 where it is unknown (a pipe)
     */
    void read(long bytesRead, long totalBytes);
}
