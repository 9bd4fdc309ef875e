package dandori.trace.sacct;

import dandori.trace.TraceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Says why a file is no log of sacct that can be read. */
final class Refusal {

    private static final String CALL =
            "sacct -a -X -P --format=JobID,JobIDRaw,Cluster,User,Account,Partition,QOS,Submit,"
                    + "Eligible,Start,End,ElapsedRaw,TimelimitRaw,State,ReqNodes,AllocNodes,ReqCPUS,"
                    + "AllocCPUS,ReqTRES,AllocTRES";

    private static final int SHOWN = 40;

    private Refusal() {}

    /** No line of names among the first ones. */
    static TraceException noNames(String file, List<String> lines) {
        for (int i = 1; i < lines.size(); i++) {
            String names = lines.get(i - 1);
            if (Heading.isOfWidths(names) || Heading.isOfWidths(names, lines.get(i))) {
                return new TraceException(
                        file
                                + ":"
                                + i
                                + ": has columns of fixed width, in which sacct cuts values off,"
                                + " where fields with a delimiter are expected.",
                        "Maybe make it anew: " + CALL);
            }
        }
        int line = 0;
        while (line < lines.size() && lines.get(line).isBlank()) {
            line++;
        }
        if (line == lines.size()) {
            return new TraceException(
                    file + ": is empty, where a log of sacct is expected.",
                    "Maybe the download or the copy failed.");
        }
        boolean job = isJobLine(lines.get(line));
        return new TraceException(
                "%s:%d: found '%s', %swhere the names of the columns are expected (JobID|Submit|…)."
                        .formatted(
                                file, line + 1, shortened(lines.get(line)), job ? "a job, " : ""),
                job
                        ? "Maybe make it anew without -n (--noheader), or write the names of its columns"
                                + " above it: "
                                + CALL
                        : "Maybe it is no log of sacct, or was made otherwise than by " + CALL);
    }

    /** Whether a line looks like a job or step of a log without names. */
    static boolean isJobLine(String line) {
        if (line.indexOf('|') < 0) {
            return false;
        }
        boolean state = false;
        boolean date = false;
        boolean job = false;
        for (String field : line.split("\\|", 256)) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            boolean digit = bytes.length > 0 && bytes[0] >= '0' && bytes[0] <= '9';
            state |= bytes.length > 3 && Shape.STATE.fits(bytes, 0, bytes.length);
            date |= digit && bytes.length >= 19 && Shape.DATE.fits(bytes, 0, bytes.length);
            job |= Shape.JOB.fits(bytes, 0, bytes.length);
        }
        return state && date && job;
    }

    /** Refuses a log in which columns are missing without which nothing can be played. */
    static void checkColumns(String file, long line, Layout layout) {
        List<String> missing = new ArrayList<>();
        if (!layout.hasOneOf(Column.SUBMIT, Column.ELIGIBLE)) {
            missing.add("when it was submitted (Submit)");
        }
        boolean startAndEnd = layout.has(Column.START) && layout.has(Column.END);
        if (!startAndEnd && !layout.hasOneOf(Column.ELAPSED, Column.ELAPSED_RAW)) {
            missing.add("how long it ran (ElapsedRaw, or Start and End)");
        }
        if (!hasNodes(layout) && !hasProcessors(layout)) {
            missing.add("how large it was (AllocNodes, AllocCPUS or AllocTRES)");
        }
        if (!missing.isEmpty()) {
            throw new TraceException(
                    file
                            + ":"
                            + line
                            + ": no column says of a job "
                            + String.join(", nor ", missing)
                            + ".",
                    "Maybe make it anew: " + CALL);
        }
    }

    static boolean hasNodes(Layout layout) {
        return layout.hasOneOf(
                Column.ALLOC_NODES,
                Column.NNODES,
                Column.REQ_NODES,
                Column.ALLOC_TRES,
                Column.REQ_TRES);
    }

    private static boolean hasProcessors(Layout layout) {
        return layout.hasOneOf(Column.ALLOC_CPUS, Column.NCPUS, Column.REQ_CPUS);
    }

    /** The first lines, or all, have other fields than there are columns. */
    static TraceException misfit(String file, String found) {
        return new TraceException(
                file
                        + ":"
                        + found
                        + ", where jobs or steps of the columns named above are expected.",
                "Maybe the names belong to another log, or the file is damaged: " + CALL);
    }

    /** Of no job the time of submission can be read. */
    static TraceException dates(String file, String found) {
        return new TraceException(
                file
                        + ":"
                        + found
                        + ", where the date of Submit is expected (2024-05-01T09:30:00).",
                "Maybe make it anew with SLURM_TIME_FORMAT=standard; or a mapping file says how dates are"
                        + " written (times.pattern, docs/data/csv-mapping.md).");
    }

    /** There is nothing but names. */
    static TraceException namesOnly(String file) {
        return new TraceException(
                file + ": holds the names of columns only, and no job.",
                "Maybe sacct was asked for a time without jobs (-S, -E), or not for those of all"
                        + " users (-a).");
    }

    static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
