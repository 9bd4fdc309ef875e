package dandori.validation;

import dandori.statistics.StudentInterval;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds what a run came to against what it should. */
final class Comparing {

    private final ComparedRun run;

    Comparing(ComparedRun run) {
        this.run = run;
    }

    /** All of it, for want of a file. */
    List<ComparedFigure> skipped(String why) {
        return all(Verdict.SKIPPED, why);
    }

    /** All of it, which came to nothing. */
    List<ComparedFigure> failed(String why) {
        return all(Verdict.FAILED, why);
    }

    private List<ComparedFigure> all(Verdict verdict, String why) {
        List<ComparedFigure> figures = new ArrayList<>();
        run.figures().forEach(wanted -> figures.add(without(wanted, verdict, why)));
        if (run.starts() != null) {
            figures.add(starts(BigDecimal.ZERO, null, verdict, why));
        }
        return figures;
    }

    private ComparedFigure without(PublishedFigure wanted, Verdict verdict, String why) {
        return new ComparedFigure(
                run.name(),
                wanted.figure(),
                wanted.unit(),
                wanted.value(),
                wanted.printed(),
                null,
                BigDecimal.ZERO,
                verdict,
                why);
    }

    /** The figures of an answer. */
    List<ComparedFigure> figures(AnswerFigures answer) {
        return run.figures().stream()
                .map(wanted -> {
                    Optional<BigDecimal> ours = answer.number(wanted.figure());
                    return ours.isPresent()
                            ? compared(wanted, ours.get(), BigDecimal.ZERO)
                            : without(wanted, Verdict.FAILED, answer.missing(wanted.figure()));
                })
                .toList();
    }

    /** The figures of a queue. */
    List<ComparedFigure> intervals(Map<String, StudentInterval> figures) {
        return run.figures().stream()
                .map(wanted -> {
                    StudentInterval ours = figures.get(wanted.figure());
                    return ours == null
                            ? without(
                                    wanted,
                                    Verdict.FAILED,
                                    "a queue has %s."
                                            .formatted(String.join(", ", figures.keySet())))
                            : compared(
                                    wanted,
                                    BigDecimal.valueOf(ours.mean()),
                                    BigDecimal.valueOf(ours.halfWidth()));
                })
                .toList();
    }

    private ComparedFigure compared(PublishedFigure wanted, BigDecimal ours, BigDecimal halfWidth) {
        Verdict verdict = Verdict.of(wanted, ours, halfWidth);
        PublishedFigure.KnownDifference known = wanted.known();
        String why =
                known == null
                        ? ""
                        : verdict == Verdict.CHANGED
                                ? "'knownDifference' says %s."
                                        .formatted(known.ours().toPlainString())
                                : known.because();
        return new ComparedFigure(
                run.name(),
                wanted.figure(),
                wanted.unit(),
                wanted.value(),
                wanted.printed(),
                ours,
                halfWidth,
                verdict,
                why);
    }

    /** How many jobs start when they should. */
    ComparedFigure starts(PublishedStarts wanted, Path expected, Path jobs) throws IOException {
        StartsTable ours = StartsTable.read(jobs, "job_id", "start_s");
        StartsTable theirs;
        try {
            theirs = StartsTable.read(expected, wanted.job(), wanted.start());
        } catch (IOException wrong) {
            return starts(BigDecimal.ZERO, null, Verdict.FAILED, wrong.getMessage() + ".");
        }
        int all = theirs.seconds().size();
        int equal = theirs.equalTo(ours);
        int more = ours.seconds().size() - all;
        boolean isEqual = equal == all && more == 0;
        String why = more == 0 ? "" : "%d jobs were played.".formatted(ours.seconds().size());
        return starts(
                BigDecimal.valueOf(all),
                BigDecimal.valueOf(equal),
                isEqual ? Verdict.EQUAL : Verdict.DIFFERS,
                why);
    }

    private ComparedFigure starts(
            BigDecimal all, @Nullable BigDecimal equal, Verdict verdict, String why) {
        return new ComparedFigure(
                run.name(),
                ComparedFigure.STARTS,
                "jobs",
                all,
                "",
                equal,
                BigDecimal.ZERO,
                verdict,
                why);
    }
}
