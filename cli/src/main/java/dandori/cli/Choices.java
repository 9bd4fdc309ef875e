package dandori.cli;

import dandori.catalogue.Catalogue;
import dandori.catalogue.ModelCatalogue;
import dandori.generate.Generator;
import dandori.generate.Generators;
import dandori.machine.AllocationUnit;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.scenario.KnownParts;
import dandori.sim.Conventions;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;

/** The words that a shell offers for an option; nothing is loaded before they are asked for. */
final class Choices {

    private Choices() {}

    private static Iterator<String> parts(Class<?> kind, String... more) {
        return Stream.concat(KnownParts.found().names(kind).stream(), Stream.of(more))
                .sorted()
                .iterator();
    }

    /** Orders of the queue. */
    static final class OfOrder implements Iterable<String> {

        /** For picocli. */
        OfOrder() {}

        @Override
        public Iterator<String> iterator() {
            return parts(Order.class);
        }
    }

    /** Backfills, and what stands for one. */
    static final class OfBackfill implements Iterable<String> {

        /** For picocli. */
        OfBackfill() {}

        @Override
        public Iterator<String> iterator() {
            return parts(Backfill.class, "clairvoyant");
        }
    }

    /** Placements. */
    static final class OfPlacement implements Iterable<String> {

        /** For picocli. */
        OfPlacement() {}

        @Override
        public Iterator<String> iterator() {
            return parts(Placement.class);
        }
    }

    /** Machines of the catalogue. */
    static final class OfMachine implements Iterable<String> {

        /** For picocli. */
        OfMachine() {}

        @Override
        public Iterator<String> iterator() {
            return Catalogue.names().iterator();
        }
    }

    /** Language models of the catalogue. */
    static final class OfModel implements Iterable<String> {

        /** For picocli. */
        OfModel() {}

        @Override
        public Iterator<String> iterator() {
            return ModelCatalogue.names().iterator();
        }
    }

    /** Models that draw jobs. */
    static final class OfGenerator implements Iterable<String> {

        /** For picocli. */
        OfGenerator() {}

        @Override
        public Iterator<String> iterator() {
            return Generators.all().stream().map(Generator::name).iterator();
        }
    }

    /** Presets of conventions. */
    static final class OfConventions implements Iterable<String> {

        /** For picocli. */
        OfConventions() {}

        @Override
        public Iterator<String> iterator() {
            return Conventions.presets().stream().map(Conventions::name).iterator();
        }
    }

    /** What sizes count. */
    static final class OfUnit implements Iterable<String> {

        /** For picocli. */
        OfUnit() {}

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(AllocationUnit.values()).map(AllocationUnit::plural).iterator();
        }
    }
}
