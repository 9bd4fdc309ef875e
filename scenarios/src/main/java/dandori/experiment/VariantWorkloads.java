package dandori.experiment;

import dandori.scenario.PolicyParts;
import dandori.scenario.Workloads;
import dandori.scenario.sweep.Variant;
import dandori.trace.ReadProgress;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the jobs of each variant come from; variants of one world share it. Safe for several
 * threads.
 */
public final class VariantWorkloads {

    private final ReadProgress progress;
    private final Map<String, Workloads> byWorld = new HashMap<>(); // asked by key only

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
     * What the jobs of a variant depend on beside the seed: its world, and whether some policy asks
     * for the waits that a log has.
     */
    static String world(Variant variant) {
        boolean isLogged =
                variant.scenario().policies().stream().anyMatch(PolicyParts::needsLoggedWaits);
        return variant.world() + (isLogged ? "logged" : "");
    }
}
