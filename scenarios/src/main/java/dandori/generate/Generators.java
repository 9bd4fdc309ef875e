package dandori.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The generators that are known by name. */
public final class Generators {

    /** The most jobs that may be expected where jobs are made: what a few gigabytes hold. */
    public static final double MOST_JOBS = 50e6;

    private Generators() {}

    /** All of them, by name. */
    public static List<Generator> all() {
        List<Generator> all = new ArrayList<>();
        ServiceLoader.load(Generator.class).forEach(all::add);
        all.sort(Comparator.comparing(Generator::name));
        return all;
    }

    /** The one of the given name. */
    public static Optional<Generator> named(String name) {
        return all().stream().filter(generator -> generator.name().equals(name)).findFirst();
    }
}
