package dandori.trace;

import static dandori.trace.SwfText.HEADER;
import static dandori.trace.SwfText.job;
import static dandori.trace.SwfText.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no trace is refused with the first wrong line, and a suggestion. */
class SwfRefusalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "1;0;-1;15;12;-1;-1! found 7 fields separated by ';', '1;0;-1;15;12;-1;-1',! table",
                "a,b,c,d! found 4 fields separated by ',', 'a,b,c,d',! table",
                "Account|User|JobID|State! found 4 fields separated by '|',! sacct",
                "1 2 3 4! found 4 numbers! columns are missing",
                "# SWF! found '# SWF'! begin with ';'",
                "{\"jobs\": []! found '{\"jobs\": []'! JSON",
                "<html>! found '<html>'! page of the web",
                "<?xml version='1.0'?>! found '<?xml version='1.0'?>'! dandori import batsim",
                "SwitchName=a Nodes=b[1,2,3,4]! found 'SwitchName=a Nodes=b[1,2,3,4]'! wiring",
                "ClusterName=ours! found 'ClusterName=ours'! dandori import slurm",
                "hello! found 'hello'! another format",
            })
    void theFirstWrongLineIsNamedWithItsCure(String line, String found, String cure) {
        assertThatThrownBy(() -> read("; a comment\n" + line + "\n"))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith("t.swf:2: " + found.strip())
                .hasMessageContaining(
                        " where 18 numbers separated by blanks are expected"
                                + " (Standard Workload Format).\nMaybe ")
                .hasMessageContaining(cure.strip());
    }

    @Test
    void aColumnTooManyThroughoutIsRefusedAfterTwentyLines() {
        String line = job(1, 0, 60, 4, 100).strip() + " 0\n";
        assertThatThrownBy(() -> read(HEADER + line.repeat(20) + job(2, 1, 60, 4, 100)))
                .hasMessageStartingWith("t.swf:6: found 19 numbers where 18 numbers");
        assertThatThrownBy(() -> read(HEADER + line.repeat(3)))
                .hasMessageStartingWith("t.swf:6: found 19 numbers where 18 numbers");
        ImportedTrace mixed = read(HEADER + line.repeat(19) + job(2, 1, 60, 4, 100));
        assertThat(mixed.report().count("further-fields")).isEqualTo(19);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] bytes = new byte[300_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 37 + i / 251);
        }
        bytes[0] = 1;
        assertThatThrownBy(() -> read(bytes, ImportRules.dandori()))
                .isInstanceOf(TraceException.class)
                .hasMessageStartingWith("t.swf:1: found bytes that are no text where");
        assertThatThrownBy(() -> read(new byte[1000], ImportRules.dandori()))
                .hasMessageContaining("bytes that are no text");
    }

    @Test
    void emptyFilesCommentsOnlyAndUselessJobsAreRefused() {
        assertThatThrownBy(() -> read(""))
                .hasMessage(
                        "t.swf: is empty, where lines of 18 numbers are expected.\n"
                                + "Maybe the download or the copy failed.");
        assertThatThrownBy(() -> read(HEADER))
                .hasMessage(
                        "t.swf: holds comments only (5 lines), and no job.\n"
                                + "Maybe the file is incomplete.");
        assertThatThrownBy(() -> read(HEADER + job(1, 0, -1, 4, 9) + job(2, 0, -1, 4, 9)))
                .hasMessage(
                        "t.swf: none of its 2 job lines can be used"
                                + " (2: run time unknown (below 0)).\n"
                                + "Maybe other rules or limits fit this trace better.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "JobID^|^Submit^|^Start ! sacct prints, with '^|^' between its columns",
                "JobIDRaw::Submit::Start ! sacct prints, with '::' between its columns",
                "User | JobID | Submit | Start ! sacct prints, with ' | ' between its columns",
                "| JobID | Submit | Start | ! sacct prints, with ' | ' between its columns",
                "JobId=4 UserId=ada(7) JobState=COMPLETED ! what Slurm's scontrol prints",
                "JOBID PARTITION NAME USER ST TIME NODES ! what Slurm's squeue prints",
                "Accounting information about jobs that are: ! what LSF's bacct prints",
                "Job id            Name             User ! what PBS prints of its jobs",
                "Job: 7.server ! what PBS prints of its jobs"
            })
    void whatOtherToolsPrintIsNamed(String line, String told) {
        assertThatThrownBy(() -> read(line + "\n"))
                .hasMessageStartingWith("t.swf:1: found '" + line.substring(0, 10))
                .message()
                .contains("\nMaybe it is ", told);
    }

    @Test
    void colourCodesOfATerminalAreNamed() {
        assertThatThrownBy(() -> read("\u001b[1mJobID|Submit|Start|End\u001b[0m\n"))
                .hasMessageStartingWith("t.swf:1: found codes of a terminal for colours where")
                .message()
                .contains("take them out, sed 's/\\x1b[^A-Za-z]*[A-Za-z]//g'");
    }
}
