package dandori.policy.spi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The parts of policies that are known by name, ours and plug-ins alike. */
public final class Parts {

    private Parts() {}

    /**
     * The providers of a kind of part, by name.
     *
     * @param part the kind, such as {@link dandori.policy.Order}
     * @param <T> the kind
     */
    public static <T> List<PartProvider<T>> of(Class<T> part) {
        List<PartProvider<T>> found = new ArrayList<>();
        for (PartProvider<?> provider : ServiceLoader.load(PartProvider.class)) {
            if (provider.part() == part) {
                @SuppressWarnings("unchecked") // part() is the Class of the provider's own T
                PartProvider<T> same = (PartProvider<T>) provider;
                found.add(same);
            }
        }
        found.sort(Comparator.comparing(PartProvider::name));
        return found;
    }

    /**
     * The provider of a kind of part with the given name.
     *
     * @param part the kind, such as {@link dandori.policy.Order}
     * @param name its name
     * @param <T> the kind
     */
    public static <T> Optional<PartProvider<T>> named(Class<T> part, String name) {
        return of(part).stream().filter(provider -> provider.name().equals(name)).findFirst();
    }
}
