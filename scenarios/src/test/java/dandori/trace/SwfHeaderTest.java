package dandori.trace;

import static dandori.trace.SwfText.HEADER;
import static dandori.trace.SwfText.job;
import static dandori.trace.SwfText.notes;
import static dandori.trace.SwfText.read;
import static dandori.trace.SwfText.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SwfHeaderTest {

    private static final String JOB = job(1, 0, 60, 4, 100);

    @Test
    void keysIndentedContinuedRepeatedAndWithOddValuesAreRead() {
        TraceHeader header =
                read("""
                ;   --- converted ---
                ;      Computer: IBM SP: wide nodes;  \t
                ;  Installation: a `centre`
                ; Information: http://one/
                ;              http://two/
                ; Note: thin, fat,
                ;\tand 12:30 hybrid
                ;
                ; standing alone
                ; Note: second
                ; Partition: 19  `;
                ; Queue:
                ;MaxProcs:93312
                ; MaxNodes: 5544 (more or less)
                ; MaxJobs: 1
                ; UnixStartTime: 1296571124
                ; TimeZoneString: Europe/Paris
                """
                                + JOB)
                        .header();

        assertThat(header.computer()).isEqualTo("IBM SP: wide nodes;");
        assertThat(header.installation()).isEqualTo("a `centre`");
        assertThat(header.values("information")).containsExactly("http://one/\nhttp://two/");
        assertThat(header.notes()).containsExactly("thin, fat,\nand 12:30 hybrid", "second");
        assertThat(header.values("")).containsExactly("--- converted ---", "standing alone");
        assertThat(header.values("Partition")).containsExactly("19  `;");
        assertThat(header.values("Queue")).containsExactly("");
        assertThat(header.maxProcs()).isEqualTo(93312);
        assertThat(header.maxNodes()).isEqualTo(5544);
        assertThat(header.maxRecords()).isEqualTo(1);
        assertThat(header.origin()).hasToString("2011-02-01T15:38:44+01:00[Europe/Paris]");
    }

    @Test
    void aNameThatReadsAsANumberIsNotWhoHasThatNumber() {
        String named = HEADER + "; Names: User\n; User: 1 2\n";
        String first = with(job(1, 0, 60, 4, 100), 12, "1");
        String second = job(2, 5, 60, 4, 100);
        assertThat(read(named + first + second).workload().users())
                .containsExactly("2", "2 (number)");
        assertThat(read(named + second + first).workload().users())
                .containsExactly("2", "2 (name)");
        String large = "; Names: User\n; User: 1 99999\n";
        assertThat(read(large + with(second, 12, "99999") + first).workload().users())
                .containsExactly("99999", "99999 (name)");
    }

    @Test
    void aMissingHeaderIsOneNote() {
        assertThat(notes(read(JOB))).containsExactly("header 1 no-header");
        assertThat(notes(read("; only words\n" + JOB))).containsExactly("header 1 no-header");
    }

    @Test
    void sizesThatAreMissingOrContradictAreNoted() {
        String dated = "; UnixStartTime: 1\n; TimeZone: 3600\n";
        assertThat(notes(read(dated + JOB))).containsExactly("header 1 no-machine-size");
        assertThat(notes(read(dated + "; MaxNodes: 9\n" + JOB)))
                .containsExactly("header 1 no-max-procs");
        assertThat(notes(read(dated + "; MaxProcs: 9\n" + JOB)))
                .containsExactly("header 1 no-max-nodes");
        assertThat(notes(read(dated + "; MaxProcs: 9\n; MaxNodes: 10\n" + JOB)))
                .containsExactly("header 1 fewer-processors");
        assertThat(notes(read(HEADER + "; MaxProcs: 200\n" + JOB)))
                .containsExactly("header 1 header-contradiction");
        assertThat(notes(read(HEADER + "; MaxJobs: many\n" + JOB)))
                .containsExactly("header 1 header-number");
        assertThat(notes(read(HEADER + "; MaxJobs: 7\n" + JOB)))
                .containsExactly("header 1 record-count");
        assertThat(read("; MaxNodes: 9\n" + JOB).header().machineProcessors()).isEqualTo(9);
    }

    @Test
    void unknownZonesBecomeUtcAndAMissingStartNoDate() {
        String sized = "; MaxProcs: 9\n; MaxNodes: 9\n";
        ImportedTrace odd = read(sized + "; UnixStartTime: 0060\n; TimeZoneString: JST?\n" + JOB);
        assertThat(odd.workload().origin()).hasToString("1970-01-01T00:01Z");
        assertThat(notes(odd)).containsExactly("header 1 unknown-zone");

        assertThat(notes(read(sized + "; UnixStartTime: 60\n" + JOB)))
                .containsExactly("header 1 no-zone");
        ImportedTrace undated = read(sized + JOB);
        assertThat(undated.workload().origin()).isNull();
        assertThat(notes(undated)).containsExactly("header 1 no-start");

        ImportedTrace offset = read(sized + "; UnixStartTime: 60\n; TimeZone: -28800\n" + JOB);
        assertThat(offset.workload().origin()).hasToString("1969-12-31T16:01-08:00");
    }

    @Test
    void endlessCommentsAreCutOff() {
        String note = "; Note: " + "x".repeat(5000) + "\n";
        ImportedTrace trace = read(HEADER + note.repeat(300) + JOB);

        assertThat(trace.report().count("header-too-long")).isEqualTo(1);
        assertThat(trace.header().notes()).hasSizeLessThan(210);
    }
}
