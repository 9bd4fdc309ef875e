package dandori.trace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what a line is that should be a job in Standard Workload Format and is not. */
final class SwfMisfit {

    private static final String EXPECTED =
            " where 18 numbers separated by blanks are expected (Standard Workload Format).\n"
                    + "Maybe ";
    private static final int SHOWN = 40;
    private static final String COLOURS = "\u001b[";

    /** The number of a job among names of columns, and what stands behind it. */
    private static final Pattern JOB_AND_DELIMITER =
            Pattern.compile("\\bJobID(?:Raw)?(\\W{2,8})[A-Z]", Pattern.CASE_INSENSITIVE);

    private SwfMisfit() {}

    /** The two lines of an error message about the line last read. */
    static String describe(String file, SwfLines lines, SwfLines.Kind kind) {
        String text = lines.text().strip();
        StringBuilder message = new StringBuilder();
        message.append(file).append(':').append(lines.lineNumber).append(": found ");
        if (text.contains(COLOURS)) {
            return message.append("codes of a terminal for colours")
                    .append(EXPECTED)
                    .append(
                            "the file was copied from a screen: take them out, sed 's/\\x1b[^A-Za-z]*[A-Za-z]//g'.")
                    .toString();
        }
        if (hasControls(text)) {
            return message.append("bytes that are no text")
                    .append(EXPECTED)
                    .append(packed(text))
                    .toString();
        }
        String other = ofOtherFile(text);
        if (other != null) {
            return message.append('\'')
                    .append(shortened(text))
                    .append('\'')
                    .append(EXPECTED)
                    .append(other)
                    .toString();
        }
        char separator = separator(text);
        if (separator != 0 && !text.startsWith("{") && !text.startsWith("[")) {
            message.append(fields(text, separator))
                    .append(" fields separated by '")
                    .append(separator)
                    .append("', '")
                    .append(shortened(text))
                    .append("',");
            return message.append(EXPECTED).append(cure(separator)).toString();
        }
        if (kind == SwfLines.Kind.NUMBERS) {
            message.append(lines.fieldCount).append(lines.fieldCount == 1 ? " number" : " numbers");
            message.append(EXPECTED)
                    .append(
                            lines.fieldCount > SwfLines.FIELDS
                                    ? "a column was added: remove what is not of the standard."
                                    : "columns are missing: write -1 for what is unknown.");
            return message.toString();
        }
        return message.append('\'')
                .append(shortened(text))
                .append('\'')
                .append(EXPECTED)
                .append(cure(text.isEmpty() ? 0 : text.charAt(0)))
                .toString();
    }

    /** What it is if it is a file that something else is made of; null if it is not. */
    private static @Nullable String ofOtherFile(String text) {
        if (text.startsWith("<?xml") || text.startsWith("<platform")) {
            return "it is a platform of Batsim: './dandori import batsim FILE --out MACHINE.yaml' makes a"
                    + " machine of it.";
        }
        if (text.startsWith("SwitchName=")) {
            return "it is Slurm's topology.conf: a machine file names it as its wiring"
                    + " (docs/data/wiring.md).";
        }
        if (text.startsWith("ClusterName=") || text.startsWith("SlurmctldHost=")) {
            return "it is Slurm's slurm.conf: './dandori import slurm FILE --out SCENARIO.yaml' makes a"
                    + " scenario of it.";
        }
        if (text.startsWith("JobId=")) {
            return "it is what Slurm's scontrol prints, or its own log of ended jobs (jobcomp): sacct -P prints"
                    + " a table of the same jobs (docs/data/sacct.md).";
        }
        if (text.startsWith("JOBID ")) {
            return "it is what Slurm's squeue prints, of jobs that have not ended: sacct -P prints those that"
                    + " have (docs/data/sacct.md).";
        }
        if (text.startsWith("Accounting information about jobs")) {
            return "it is what LSF's bacct prints: the log that it reads, lsb.acct, is read here as well"
                    + " (docs/data/lsf.md).";
        }
        if (text.startsWith("Job id ") || text.startsWith("Job: ")) {
            return "it is what PBS prints of its jobs: its accounting logs are read"
                    + " (server_priv/accounting, docs/data/pbs.md).";
        }
        return ofWideDelimiter(text);
    }

    /** What helps where the names of sacct's columns have more than one sign between them. */
    private static @Nullable String ofWideDelimiter(String text) {
        Matcher names = JOB_AND_DELIMITER.matcher(text);
        if (!names.find() || names.group(1).isBlank()) {
            return null;
        }
        return "it is what Slurm's sacct prints, with '"
                + names.group(1)
                + "' between its columns: put one sign there, without blanks, as sacct -P does.";
    }

    private static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\r' || c == '\uFFFD') {
                return true;
            }
        }
        return false;
    }

    private static String packed(String text) {
        if (text.startsWith("PAR1")) {
            return "it is a Parquet file: convert it first.";
        }
        return "it is packed in a way other than gzip, or no trace at all.";
    }

    /** The separator that the line seems to have instead of blanks, or 0. */
    private static char separator(String text) {
        for (char separator : new char[] {'|', ';', ','}) {
            if (fields(text, separator) >= 4) {
                return separator;
            }
        }
        return 0;
    }

    private static int fields(String text, char separator) {
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == separator) {
                count++;
            }
        }
        return count;
    }

    private static String cure(int character) {
        return switch (character) {
            case '|' -> "it is what Slurm's sacct prints: its first line must name the columns.";
            case ';', ',' ->
                    "it was exported from a table: say which column means what, with --mapping FILE"
                            + " (docs/data/csv-mapping.md); or put blanks between the fields, and"
                            + " numbers for names.";
            case '{', '[' ->
                    "it is JSON that nobody here knows (sacct --json, say): sacct -P prints a table.";
            case '<' -> "it is a page of the web, saved in place of the trace.";
            case '#' ->
                    "comments that begin with '#': in this format they begin with ';'. Accounting of"
                            + " Grid Engine is read with --mapping FILE (docs/data/csv-mapping.md).";
            default -> "the file is of another format: convert it first.";
        };
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
