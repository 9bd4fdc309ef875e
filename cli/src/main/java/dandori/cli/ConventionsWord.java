package dandori.cli;

import dandori.sim.Conventions;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a preset of {@link Conventions} on the command line. */
final class ConventionsWord implements ITypeConverter<Conventions> {

    /** For picocli. */
    ConventionsWord() {}

    @Override
    public Conventions convert(String word) {
        List<String> names = Conventions.presets().stream().map(Conventions::name).toList();
        return Conventions.named(word)
                .orElseThrow(() ->
                        new TypeConversionException(
                                "expected one of %s but was '%s'".formatted(names, word)));
    }
}
