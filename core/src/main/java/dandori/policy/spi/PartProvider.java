package dandori.policy.spi;

import java.util.List;

/**
 * Makes a part of a policy known by name: {@code {use: name, option: value}} in scenario files.
 *
 * <p>A provider and the parts that it creates are shared by all simulations, several of which run
 * at once on threads of their own: they must not keep anything in fields that changes.
 *
 * @param <T> the kind of part, such as {@link dandori.policy.Order}
 */
public interface PartProvider<T> {

    /** The name, in lower case with hyphens; unique among parts of its kind. */
    String name();

    /** The kind of part. */
    Class<T> part();

    /** One sentence that says what it does, for listings. */
    default String says() {
        return "";
    }

    /** Where it is from: a paper, a manual; empty where that is common knowledge. */
    default String source() {
        return "";
    }

    /** The options that it takes; none by default. */
    default List<Option> options() {
        return List.of();
    }

    /**
     * The part, from options that have been checked against {@link #options()} and filled with
     * defaults.
     */
    T create(Options options);
}
