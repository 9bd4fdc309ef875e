package dandori.trace;

/** The progress of several files that are read together, as one. */
final class AddedProgress {

    private final long[] readBytes;
    private final long[] totalBytes;
    private final ReadProgress all;
    private long allRead;
    private long allTotal;

    /**
     * Of so many files.
     *
     * @param all is told of all together
     */
    AddedProgress(int files, ReadProgress all) {
        readBytes = new long[files];
        totalBytes = new long[files];
        this.all = all;
    }

    /** Is to be told of one of them, counted from 0. */
    ReadProgress of(int file) {
        return (read, total) -> told(file, read, total);
    }

    private void told(int file, long read, long total) {
        allRead += read - readBytes[file];
        allTotal += total - totalBytes[file];
        readBytes[file] = read;
        totalBytes[file] = total;
        all.read(allRead, allTotal);
    }
}
