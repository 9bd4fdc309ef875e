package dandori.trace.batsim;

import dandori.trace.NoteKind;
import dandori.trace.Oddity;
import org.jspecify.annotations.Nullable;

/** What a workload of Batsim may have; {@code docs/data/batsim.md} describes each by its key. */
enum BatsimOddity implements Oddity {
    NO_JOB("batsim-no-job", NoteKind.SKIPPED, "entry of the list of jobs that is no job", null),
    NO_SUBMIT("batsim-no-subtime", NoteKind.SKIPPED, "job without a time of submission", null),
    NO_PROFILE(
            "batsim-no-profile",
            NoteKind.SKIPPED,
            "job that names no profile, or one that is not there",
            null),
    COMPUTES(
            "batsim-computes",
            NoteKind.SKIPPED,
            "job that computes or communicates: how long, only a platform says",
            "run it in Batsim, and write what comes out as delays"),
    ROUNDED_UP("batsim-rounded-up", NoteKind.REPAIRED, "part of a resource: rounded up", null),
    NUMBERED(
            "batsim-numbered",
            NoteKind.NOTED,
            "job whose id is no number: numbered by its place",
            null);

    @SuppressWarnings("ImmutableEnumChecker") // a record of words
    private final Meaning meaning;

    BatsimOddity(String key, NoteKind kind, String text, @Nullable String advice) {
        meaning = new Meaning(key, kind, text, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
