package dandori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small traces that can be scheduled by hand. */
final class TinyTrace {

    /** Of a machine of four processors whose time 0 is 1 June 2010. */
    static final String HEADER =
            """
            ; Version: 2.2
            ; UnixStartTime: 1275350400
            ; TimeZoneString: UTC
            ; MaxProcs: 4
            """;

    /**
     * Five jobs: number, submit time, wait in the log, run time, processors, estimate. Job 4 runs
     * past its estimate, job 5 is larger than the machine, and in the log jobs 1 and 2 run at once.
     */
    static final String FIVE =
            HEADER
                    + line(1, 0, 0, 10, 2, 10)
                    + line(2, 1, 0, 10, 4, 10)
                    + line(3, 2, 1, 8, 1, 8)
                    + line(4, 3, 2, 20, 1, 11)
                    + line(5, 4, 0, 5, 8, 5);

    private TinyTrace() {}

    /** A job line: user 1, 2 or 3 by its number, of one group and one partition. */
    static String line(long id, long submit, long wait, long run, long processors, long estimate) {
        return "%d %d %d %d %d -1 -1 %d %d -1 1 %d 1 -1 1 1 -1 -1\n"
                .formatted(id, submit, wait, run, processors, processors, estimate, id % 3 + 1);
    }

    /** Writes {@link #FIVE} as {@code tiny.swf}. */
    static Path five(Path folder) {
        return write(folder, "tiny.swf", FIVE);
    }

    static Path write(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
