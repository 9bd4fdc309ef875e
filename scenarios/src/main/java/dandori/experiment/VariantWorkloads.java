package dandori.experiment;

import dandori.scenario.PolicyParts;
import dandori.scenario.SeedWorkload;
import dandori.scenario.Workloads;
import dandori.scenario.sweep.Variant;
import dandori.trace.ReadProgress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the jobs of each variant come from; variants of one world share it. Safe for several
 * threads.
 */
public final class VariantWorkloads {

    private final ReadProgress progress;
    private final Map<String, Workloads> byWorld = new HashMap<>(); // asked by key only
    private Cell.@Nullable Draw ahead;
    private @Nullable SeedWorkload aheadJobs; // until somebody takes them
    private int aheadCount;

    /** Those of any variants; reading traces is told to {@code progress}. */
    public VariantWorkloads(ReadProgress progress) {
        this.progress = progress;
    }

    /** Where the jobs of a variant come from. */
    public synchronized Workloads of(Variant variant) {
        return byWorld.computeIfAbsent(
                world(variant), any -> new Workloads(variant.scenario(), progress));
    }

    /**
     * Makes the jobs of a variant under a seed ahead of time, and keeps them for the first who
     * asks.
     *
     * @return how many there are, without campaigns
     * @throws dandori.scenario.text.ScenarioException if there are none
     * @throws dandori.trace.TraceException if a trace cannot be read
     */
    public synchronized int makeAhead(Variant variant, int seed) {
        Cell.Draw draw = new Cell.Draw(world(variant), seed);
        if (!draw.equals(ahead)) {
            aheadJobs = of(variant).forSeed(seed);
            aheadCount = aheadJobs.workload().count();
            ahead = draw;
        }
        return aheadCount;
    }

    /** The jobs of a cell; those made ahead are given away once. */
    SeedWorkload jobs(Cell cell) {
        synchronized (this) {
            SeedWorkload made = aheadJobs;
            if (made != null && cell.draw().equals(ahead)) {
                aheadJobs = null;
                return made;
            }
        }
        return of(cell.variant()).forSeed(cell.seed());
    }

    /** Lets go of jobs made ahead that nobody has asked for. */
    synchronized void forget() {
        aheadJobs = null;
    }

    /**
     * What the jobs of a variant depend on beside the seed: its world, and whether some policy asks
     * for the waits that a log has.
     */
    static String world(Variant variant) {
        boolean isLogged =
                variant.scenario().policies().stream().anyMatch(PolicyParts::needsLoggedWaits);
        return variant.world() + (isLogged ? "logged" : "");
    }
}
