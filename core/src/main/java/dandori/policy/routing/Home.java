package dandori.policy.routing;

import dandori.policy.RoutingRule;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;

/** Every job goes to its organization's machine. */
public record Home() implements RoutingRule {

    @Override
    public double cost(int job, Destination there) {
        return 0;
    }

    @Override
    public boolean keepsHome() {
        return true;
    }

    /** Makes it known as {@code home}. */
    public static final class Provider extends NamedPart<RoutingRule> {

        /** For the service loader. */
        public Provider() {
            super(RoutingRule.class, "home", "The machine of the job's organization.", "");
        }

        @Override
        public RoutingRule create(Options options) {
            return new Home();
        }
    }
}
