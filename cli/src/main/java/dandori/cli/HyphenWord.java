package dandori.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads words of several parts as files have them: {@code zero-1} for {@code ZERO_1}.
 *
 * @param type whose constants the words stand for
 */
record HyphenWord<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {

    /** The word of a constant. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public E convert(String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException("there is no '%s'".formatted(word));
        }
    }
}
