package dandori.scenario;

import dandori.network.Fidelity;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import dandori.scenario.text.Units;
import dandori.sim.Conventions;
import dandori.sim.OnFailure;
import dandori.sim.Overrun;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code run}. */
final class RunReader {

    /** How long a run is that has generated jobs and does not say. */
    private static final long FOUR_WEEKS_MILLIS = 28L * 86_400_000;

    /** When a run begins that has generated jobs and does not say: a Monday. */
    private static final ZonedDateTime MONDAY =
            ZonedDateTime.of(2026, 1, 5, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Values run;
    private final Issues issues;

    RunReader(Values run, Issues issues) {
        this.run = run;
        this.issues = issues;
    }

    /**
     * The plan.
     *
     * @param streams where jobs come from
     * @param isFailing whether anything breaks
     */
    RunPlan plan(List<Stream> streams, boolean isFailing) {
        boolean isGenerated = streams.stream().anyMatch(GeneratedStream.class::isInstance);
        Long lengthMillis = lengthMillis(isGenerated);
        long warmUpMillis = run.isWord("warmUp") ? 0 : run.millis("warmUp");
        Node warmUp = run.node("warmUp");
        if (warmUp != null
                && lengthMillis != null
                && lengthMillis > 0
                && warmUpMillis >= lengthMillis) {
            issues.add(
                    warmUp,
                    "must be shorter than the run (%s), but is %s."
                            .formatted(Units.duration(lengthMillis), Units.duration(warmUpMillis)),
                    null);
        }
        CertaintyReader certainty = new CertaintyReader(run, issues);
        List<Integer> seeds =
                certainty.seeds(streams, isFailing || streams.stream().anyMatch(Stream::isDrawn));
        return new RunPlan(
                lengthMillis,
                warmUpMillis,
                seeds,
                certainty.certainty(seeds),
                start(isGenerated || streams.isEmpty()),
                Conventions.named(run.word("conventions")).orElse(Conventions.DANDORI),
                run.word("overrun").equals("extend") ? Overrun.EXTEND : Overrun.KILL,
                Fidelity.named(run.word("network")).orElse(Fidelity.NONE),
                run.word("onFailure").equals("fail") ? OnFailure.FAIL : OnFailure.REQUEUE,
                run.flag("explain"),
                run.word("keep").equals("summaries") ? Keep.SUMMARIES : Keep.TABLES);
    }

    private @Nullable Long lengthMillis(boolean isGenerated) {
        if (!run.has("length")) {
            return isGenerated ? FOUR_WEEKS_MILLIS : null;
        }
        if (run.isWord("length")) {
            refuseTrace("length", isGenerated, "'4w'.");
            return null;
        }
        return run.millis("length");
    }

    private @Nullable ZonedDateTime start(boolean isGenerated) {
        if (!run.has("start")) {
            return isGenerated ? MONDAY : null;
        }
        if (run.isWord("start")) {
            refuseTrace("start", isGenerated, "'2026-01-05T00:00Z'.");
            return null;
        }
        return run.date("start");
    }

    private void refuseTrace(String key, boolean isGenerated, String maybe) {
        Node node = run.node(key);
        if (isGenerated && node != null) {
            issues.add(node, "'trace' is only for runs without generated streams.", maybe);
        }
    }
}
