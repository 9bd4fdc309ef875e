package dandori.policy.spi;

/**
 * A provider that only needs a name, a sentence and a source: the base of those without options.
 *
 * @param <T> the kind of part
 */
public abstract class NamedPart<T> implements PartProvider<T> {

    private final Class<T> part;
    private final String name;
    private final String sentence;
    private final String source;

    /** A provider of a kind of part, with its name, what it does and where it is from. */
    protected NamedPart(Class<T> part, String name, String sentence, String source) {
        this.part = part;
        this.name = name;
        this.sentence = sentence;
        this.source = source;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Class<T> part() {
        return part;
    }

    @Override
    public final String says() {
        return sentence;
    }

    @Override
    public final String source() {
        return source;
    }
}
