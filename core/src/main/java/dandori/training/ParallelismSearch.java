package dandori.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks through every valid parallelism for the quickest that fits.
 *
 * <p>Valid is what frameworks accept: degrees whose product is the number of accelerators; a tensor
 * degree that divides heads and hidden width, and stays inside a node of several accelerators;
 * stages of equal numbers of layers; a global batch of whole micro-batches; interleaving only where
 * micro-batches come in multiples of the stages; experts that are shared evenly. Optimizer state is
 * shared out wherever there are copies, everything else only without a pipeline.
 *
 * <p>Cost: some thousand cases of some microseconds each; 30 ms for 512 accelerators.
 */
public final class ParallelismSearch {

    private static final int WIDEST_OF_PROCESSORS = 32; // tensor degree where a node is one rank

    private final Transformer model;
    private final Software software;
    private final TrainingNode node;
    private final int accelerators;
    private final int globalBatch;
    private final StepConstants constants;
    private final Wish wish;

    /**
     * A parallelism that was found.
     *
     * @param what the case
     * @param time of a step
     * @param memory that it needs
     */
    public record Found(TrainingCase what, StepTime time, MemoryNeed memory) {}

    /**
     * A search.
     *
     * @param accelerators how many there are
     * @param globalBatch sequences of an optimizer step
     * @param wish what is given
     */
    public ParallelismSearch(
            Transformer model,
            Software software,
            TrainingNode node,
            int accelerators,
            int globalBatch,
            StepConstants constants,
            Wish wish) {
        this.model = model;
        this.software = software;
        this.node = node;
        this.accelerators = accelerators;
        this.globalBatch = globalBatch;
        this.constants = constants;
        this.wish = wish;
    }

    /** The quickest that fits; if none does, the one that needs least; none if none is valid. */
    public Optional<Found> best() {
        Best best = new Best();
        forEach(spread -> best.offer(new TrainingCase(model, spread, software, node)));
        return Optional.ofNullable(best.found);
    }

    /** Tells every valid parallelism, in an order that is always the same. */
    void forEach(Consumer<Parallelism> told) {
        for (int t : tensors()) {
            for (int p : divisors(accelerators / t)) {
                int d = accelerators / t / p;
                if (model.layers() % p == 0 && globalBatch % d == 0) {
                    forEachBatch(t, p, d, told);
                }
            }
        }
    }

    private List<Integer> tensors() {
        boolean isOne = node.accelerators() == 1;
        int most = isOne ? WIDEST_OF_PROCESSORS : node.accelerators();
        List<Integer> tensors = new ArrayList<>();
        for (int t : divisors(accelerators)) {
            boolean isInside = isOne || node.accelerators() % t == 0 || wish.tensor() != null;
            if (t <= most || wish.tensor() != null) {
                if (isInside && model.heads() % t == 0 && model.hidden() % t == 0) {
                    tensors.add(t);
                }
            }
        }
        tensors.removeIf(t -> wish.tensor() != null && !t.equals(wish.tensor()));
        return tensors;
    }

    private void forEachBatch(int t, int p, int d, Consumer<Parallelism> told) {
        int each = globalBatch / d;
        for (int b : divisors(each)) {
            boolean isPower = Integer.bitCount(b) == 1 || wish.microBatch() != null;
            for (int v : isPower ? interleaves(p, each / b) : List.<Integer>of()) {
                for (int e : experts(d)) {
                    for (Recompute recompute : Recompute.values()) {
                        for (Sharding sharding : shardings(p, d)) {
                            boolean isShared =
                                    wish.sequenceParallel() == null
                                            ? t > 1
                                            : wish.sequenceParallel();
                            Parallelism spread =
                                    new Parallelism(
                                            t,
                                            p,
                                            d,
                                            v,
                                            e,
                                            isShared,
                                            b,
                                            globalBatch,
                                            recompute,
                                            sharding);
                            if (wish.allows(spread)) {
                                told.accept(spread);
                            }
                        }
                    }
                }
            }
        }
    }

    private List<Integer> interleaves(int p, int microBatches) {
        int layers = model.layers() / p;
        return p > 1 && microBatches % p == 0 ? divisors(layers) : List.of(1);
    }

    private List<Integer> experts(int d) {
        return model.experts() == 1
                ? List.of(1)
                : divisors(d).stream().filter(e -> model.experts() % e == 0).toList();
    }

    private List<Sharding> shardings(int p, int d) {
        if (wish.sharding() != null) {
            return List.of(wish.sharding());
        }
        return d == 1
                ? List.of(Sharding.NONE)
                : p == 1 ? List.of(Sharding.ZERO_1, Sharding.ZERO_3) : List.of(Sharding.ZERO_1);
    }

    /** Ascending; cost: O(the square root). */
    static List<Integer> divisors(int of) {
        List<Integer> divisors = new ArrayList<>();
        for (int i = 1; i <= of / i; i++) {
            if (of % i == 0) {
                divisors.add(i);
            }
        }
        for (int i = divisors.size() - 1; i >= 0; i--) {
            int other = of / divisors.get(i);
            if (other > divisors.get(i)) {
                divisors.add(other);
            }
        }
        return divisors;
    }

    /** The best so far: what fits before what does not, then the quicker, then the smaller. */
    private final class Best {
        private @Nullable Found found;

        void offer(TrainingCase what) {
            MemoryNeed memory = MemoryNeed.of(what);
            Found best = found;
            if (best != null && best.memory.fits() && !memory.fits()) {
                return;
            }
            if (best != null && !memory.fits() && memory.bytes() >= best.memory.bytes()) {
                return;
            }
            StepTime time = TrainingStep.of(what, constants);
            if (best == null || !best.memory.fits() || time.seconds() < best.time.seconds()) {
                found = new Found(what, time, memory);
            }
        }
    }
}
