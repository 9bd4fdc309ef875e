package dandori.policy.placement;

import dandori.policy.Placement;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;

/** Makes {@link Placement#COUNT} known as {@code count}. */
public final class Counted extends NamedPart<Placement> {

    /** For the service loader. */
    public Counted() {
        super(Placement.class, "count", "By count; which nodes they are is not kept.", "");
    }

    @Override
    public Placement create(Options options) {
        return Placement.COUNT;
    }
}
