package dandori.machine;

import java.util.OptionalDouble;

/**
 * Where a machine stands, and what its power costs the world.
 *
 * @param facts what is known about the place
 */
public record Site(Facts facts) {

    /** The region, in words; empty if it is not known. */
    public String region() {
        return facts.text("region");
    }

    /** Power usage effectiveness: power of the site over power of the machine; at least 1. */
    public OptionalDouble powerUsageEffectiveness() {
        return facts.value("pue");
    }

    /** Network, storage and fans, as a share of the power of the nodes. */
    public OptionalDouble powerOverhead() {
        return facts.value("powerOverhead");
    }

    /** Carbon dioxide of the region's electricity, in kg per kWh. */
    public OptionalDouble carbonKgPerKilowattHour() {
        return facts.value("carbonIntensity");
    }

    /** Price of electricity, in yen per kWh. */
    public OptionalDouble yenPerKilowattHour() {
        return facts.value("electricityPrice");
    }
}
