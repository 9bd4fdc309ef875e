package dandori.generate;

import dandori.engine.Durations;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws sizes and run times of a type, each from streams of random numbers of its own. */
final class LublinDraw {

    private final LublinRules rules;
    private final double limit;
    private final UniformRandomProvider kindOf;
    private final UniformRandomProvider sizeOf;
    private final UniformRandomProvider partOf;
    private final GammaDraw shorter;
    private final GammaDraw longer;

    LublinDraw(LublinRules rules, Demand demand) {
        this.rules = rules;
        String type = rules.type().prefix() + " ";
        limit = rules.shorter().limit();
        kindOf = demand.random(type + "kinds of sizes");
        sizeOf = demand.random(type + "sizes");
        partOf = demand.random(type + "shorter or longer");
        shorter = draw(rules.shorter(), demand.random(type + "shorter run times"));
        longer = draw(rules.longer(), demand.random(type + "longer run times"));
    }

    private static GammaDraw draw(ExpGamma of, UniformRandomProvider random) {
        return new GammaDraw(of.shape(), of.scale(), random);
    }

    /** The size of the next job. */
    int nodes() {
        return rules.sizes().nodes(kindOf.nextDouble(), sizeOf.nextDouble());
    }

    /** The run time of a job of so many nodes, in milliseconds and whole seconds, at least 1 s. */
    long runMillis(int nodes) {
        double share = rules.type().shorterShare(nodes);
        double log = next(share);
        while (log >= limit) {
            log = next(share);
        }
        return Math.max(1, (long) StrictMath.exp(log)) * Durations.SECOND_MILLIS;
    }

    private double next(double share) {
        return partOf.nextDouble() < share ? shorter.next() : longer.next();
    }
}
