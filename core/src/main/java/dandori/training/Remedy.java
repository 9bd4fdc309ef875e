package dandori.training;

import dandori.training.ParallelismSearch.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The least change by which a case that does not fit does: one setting changed if that is enough,
 * and of those that are, the quickest; else the best parallelism of as many accelerators; else of
 * twice as many, and so on.
 *
 * @param words what to change: {@code micro-batch 1}
 * @param found the case as changed
 */
public record Remedy(String words, Found found) {

    private static final int MOST_TIMES = 1024; // as many accelerators

    /** The change; empty if the case fits, or nothing helps. */
    public static Optional<Remedy> of(TrainingCase what, StepConstants constants) {
        if (MemoryNeed.of(what).fits()) {
            return Optional.empty();
        }
        return single(what, constants).or(() -> search(what, constants));
    }

    private static Optional<Remedy> single(TrainingCase what, StepConstants constants) {
        Remedy best = null;
        for (Parallelism spread : changes(what)) {
            TrainingCase changed = what.with(spread);
            MemoryNeed memory = MemoryNeed.of(changed);
            if (memory.fits()) {
                StepTime time = TrainingStep.of(changed, constants);
                if (best == null || time.seconds() < best.found.time().seconds()) {
                    best =
                            new Remedy(
                                    words(what.parallelism(), spread),
                                    new Found(changed, time, memory));
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static Optional<Remedy> search(TrainingCase what, StepConstants constants) {
        Parallelism given = what.parallelism();
        for (int times = 1; times <= MOST_TIMES; times *= 2) {
            long accelerators = given.accelerators() * times;
            if (accelerators > Integer.MAX_VALUE) {
                break;
            }
            Optional<Found> found =
                    new ParallelismSearch(
                                    what.model(),
                                    what.software(),
                                    what.node(),
                                    (int) accelerators,
                                    given.globalBatch(),
                                    constants,
                                    Wish.NONE)
                            .best();
            if (found.isPresent() && found.get().memory().fits()) {
                String words = words(given, found.get().what().parallelism());
                String more =
                        times == 1
                                ? ""
                                : String.format(Locale.ROOT, "%,d accelerators, ", accelerators);
                return Optional.of(new Remedy(more + words, found.get()));
            }
        }
        return Optional.empty();
    }

    private static List<Parallelism> changes(TrainingCase what) {
        Parallelism given = what.parallelism();
        Transformer model = what.model();
        List<Parallelism> changes = new ArrayList<>();
        int b = given.microBatch();
        for (int smaller = b - 1; smaller >= 1; smaller--) {
            if (b % smaller == 0) {
                changes.add(given.withMicroBatch(smaller));
            }
        }
        for (Recompute recompute : Recompute.values()) {
            if (recompute.compareTo(given.recompute()) > 0) {
                changes.add(given.withRecompute(recompute));
            }
        }
        if (!given.sequenceParallel() && given.tensor() > 1) {
            changes.add(given.withSequenceParallel(true));
        }
        for (Sharding sharding : Sharding.values()) {
            boolean isUsual = sharding == Sharding.ZERO_1 || given.pipeline() == 1;
            if (given.data() > 1 && isUsual && sharding.compareTo(given.sharding()) > 0) {
                changes.add(given.withSharding(sharding));
            }
        }
        for (int times = 2; times <= given.data(); times++) {
            if (given.data() % times == 0 && given.expert() == 1) {
                int t = given.tensor() * times;
                boolean isInside =
                        what.node().accelerators() == 1 || what.node().accelerators() % t == 0;
                if (isInside && model.heads() % t == 0 && model.hidden() % t == 0) {
                    changes.add(given.withDegrees(t, given.pipeline(), given.data() / times));
                }
                int p = given.pipeline() * times;
                if (model.layers() % (p * given.interleave()) == 0) {
                    changes.add(given.withDegrees(given.tensor(), p, given.data() / times));
                }
            }
        }
        return changes;
    }

    private static String words(Parallelism from, Parallelism to) {
        List<String> words = new ArrayList<>();
        if (from.tensor() != to.tensor()) {
            words.add("tensor " + to.tensor());
        }
        if (from.pipeline() != to.pipeline()) {
            words.add("pipeline " + to.pipeline());
        }
        if (from.interleave() != to.interleave()) {
            words.add("interleave " + to.interleave());
        }
        if (from.microBatch() != to.microBatch()) {
            words.add("micro-batch " + to.microBatch());
        }
        if (from.sequenceParallel() != to.sequenceParallel()) {
            words.add((to.sequenceParallel() ? "" : "no ") + "sequence parallelism");
        }
        if (from.expert() != to.expert()) {
            words.add("expert " + to.expert());
        }
        if (from.recompute() != to.recompute()) {
            words.add("recompute " + to.recompute().text());
        }
        if (from.sharding() != to.sharding()) {
            words.add("sharding " + to.sharding().text());
        }
        return words.isEmpty() ? "nothing else" : String.join(", ", words);
    }
}
