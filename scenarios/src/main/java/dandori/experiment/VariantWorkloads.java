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
        boolean isLogged =
                variant.scenario().policies().stream().anyMatch(PolicyParts::needsLoggedWaits);
        return byWorld.computeIfAbsent(
                variant.world() + (isLogged ? "logged" : ""),
                any -> new Workloads(variant.scenario(), progress));
    }
}
