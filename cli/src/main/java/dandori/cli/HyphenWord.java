package dandori.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
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

    /**
     * The words of an enumeration that a place takes, one or a list; none if it takes another type.
     */
    static List<String> allOf(ArgSpec place) {
        Class<?> type = elementType(place);
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> of((Enum<?>) constant))
                        .toList()
                : List.of();
    }

    /** The type of one word that a place takes. */
    static Class<?> elementType(ArgSpec place) {
        return place.isMultiValue() ? place.auxiliaryTypes()[0] : place.type();
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
