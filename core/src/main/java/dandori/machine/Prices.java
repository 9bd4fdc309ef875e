package dandori.machine;

import java.util.OptionalDouble;

/**
 * What using a machine costs.
 *
 * @param facts what is known about prices
 */
public record Prices(Facts facts) {

    /** Yen for a node and an hour. */
    public OptionalDouble yenPerNodeHour() {
        return facts.value("nodeHour");
    }

    /** Yen for an accelerator and an hour. */
    public OptionalDouble yenPerAcceleratorHour() {
        return facts.value("acceleratorHour");
    }
}
