package dandori.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an hour of a node takes, as far as a machine's file says: energy, with its share of network,
 * storage and cooling, and a price.
 *
 * <p>Energy = power of a node that computes · (1 + {@link Site#powerOverhead}) · {@link
 * Site#powerUsageEffectiveness}. Where nobody says what a node draws, that of its accelerators
 * alone is taken; where nobody says what the site adds, nothing is: then it is a lower bound.
 *
 * @param known what is known about the machine, whose first type of node is meant
 */
public record NodeHour(Specification known) {

    /** Of a machine; nothing is known where it hands out something else than nodes. */
    public static NodeHour of(Machine machine) {
        return new NodeHour(
                machine.unit() == AllocationUnit.NODE
                        ? machine.specification()
                        : Specification.NONE);
    }

    /** Energy of a node and an hour, in kWh; empty if no power is known. */
    public OptionalDouble kilowattHours() {
        OptionalDouble watts = watts();
        double site =
                (1 + known.site().powerOverhead().orElse(0))
                        * known.site().powerUsageEffectiveness().orElse(1);
        return watts.isEmpty() ? watts : OptionalDouble.of(watts.getAsDouble() / 1000 * site);
    }

    private OptionalDouble watts() {
        if (known.nodeTypes().isEmpty()) {
            return OptionalDouble.empty();
        }
        NodeType type = known.nodeTypes().get(0);
        Accelerator each = type.accelerator();
        if (type.busyWatts().isPresent() || each == null) {
            return type.busyWatts();
        }
        OptionalDouble one = each.watts();
        OptionalDouble count = each.perNode();
        return one.isPresent() && count.isPresent()
                ? OptionalDouble.of(one.getAsDouble() * count.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Whether what is known of the energy leaves out a part of it. */
    public boolean isEnergyAtLeast() {
        return isOfAcceleratorsAlone() || known.site().powerUsageEffectiveness().isEmpty();
    }

    /** Whether nobody says what a whole node draws, but what its accelerators do. */
    public boolean isOfAcceleratorsAlone() {
        return watts().isPresent() && known.nodeTypes().get(0).busyWatts().isEmpty();
    }

    /** Carbon dioxide of a kWh where the machine stands, in kg; empty if it is not known. */
    public OptionalDouble carbonKgPerKilowattHour() {
        return known.site().carbonKgPerKilowattHour();
    }

    /** Price of a kWh where the machine stands, in yen; empty if it is not known. */
    public OptionalDouble yenPerKilowattHour() {
        return known.site().yenPerKilowattHour();
    }

    /** How sure a fact of the site is, {@code carbonIntensity} for one; empty if there is none. */
    public Optional<Certainty> siteCertainty(String fact) {
        return Optional.ofNullable(known.site().facts().fact(fact)).map(Fact::certainty);
    }

    /** Yen for a node and an hour; empty if no price is known. */
    public OptionalDouble yen() {
        OptionalDouble node = known.prices().yenPerNodeHour();
        if (node.isPresent() || known.nodeTypes().isEmpty()) {
            return node;
        }
        Accelerator each = known.nodeTypes().get(0).accelerator();
        OptionalDouble one = known.prices().yenPerAcceleratorHour();
        OptionalDouble count = each == null ? OptionalDouble.empty() : each.perNode();
        return one.isPresent() && count.isPresent()
                ? OptionalDouble.of(one.getAsDouble() * count.getAsDouble())
                : OptionalDouble.empty();
    }

    /** How sure the energy is: as sure as the least sure of its facts; empty if none is known. */
    public Optional<Certainty> energyCertainty() {
        if (watts().isEmpty()) {
            return Optional.empty();
        }
        NodeType type = known.nodeTypes().get(0);
        List<Certainty> all = new ArrayList<>();
        add(all, type.facts(), "power.busy");
        if (all.isEmpty() && type.accelerator() != null) {
            add(all, type.accelerator().facts(), "power");
        }
        add(all, known.site().facts(), "powerOverhead");
        add(all, known.site().facts(), "pue");
        return Optional.of(Collections.max(all));
    }

    /** How sure the price is; empty if none is known. */
    public Optional<Certainty> priceCertainty() {
        List<Certainty> all = new ArrayList<>();
        if (yen().isPresent()) {
            add(all, known.prices().facts(), "nodeHour");
            if (all.isEmpty()) {
                add(all, known.prices().facts(), "acceleratorHour");
            }
        }
        return all.stream().findFirst();
    }

    private static void add(List<Certainty> all, Facts facts, String name) {
        Fact fact = facts.fact(name);
        if (fact != null) {
            all.add(fact.certainty());
        }
    }
}
