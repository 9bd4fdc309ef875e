package dandori.scenario;

import dandori.policy.spi.PartProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The parts that policies may be made of.
 *
 * @param providers of every kind of part
 */
public record KnownParts(List<PartProvider<?>> providers) {

    /** Keeps the providers, in order of name. */
    public KnownParts {
        providers = providers.stream().sorted(Comparator.comparing(PartProvider::name)).toList();
    }

    /** Those that are found with {@link ServiceLoader}: ours and plug-ins. */
    public static KnownParts found() {
        List<PartProvider<?>> found = new ArrayList<>();
        for (PartProvider<?> provider : ServiceLoader.load(PartProvider.class)) {
            found.add(provider);
        }
        return new KnownParts(found);
    }

    /** The provider of a kind of part and a name. */
    public Optional<PartProvider<?>> named(Class<?> kind, String name) {
        return providers.stream()
                .filter(provider -> provider.part() == kind && provider.name().equals(name))
                .findFirst();
    }

    /**
     * The name in a word of the form {@code NAME} or {@code NAME:VALUE}: the longest that is known,
     * since names may have colons of their own; empty if none is.
     */
    public Optional<String> nameIn(Class<?> kind, String word) {
        String name = word;
        while (named(kind, name).isEmpty()) {
            int colon = name.lastIndexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            name = name.substring(0, colon).strip();
        }
        return Optional.of(name);
    }

    /** The names of a kind of part, in order. */
    public List<String> names(Class<?> kind) {
        return providers.stream()
                .filter(provider -> provider.part() == kind)
                .map(PartProvider::name)
                .toList();
    }

    /** A new instance of a part. */
    public <T> T create(Class<T> kind, Part part) {
        PartProvider<?> provider =
                named(kind, part.use())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "There is no %s '%s'."
                                                .formatted(kind.getSimpleName(), part.use())));
        return kind.cast(provider.create(part.options()));
    }
}
