package dandori.cli;

import dandori.catalogue.Catalogue;
import dandori.catalogue.MachineReader;
import dandori.machine.Machine;
import dandori.scenario.text.NearestName;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What a word of a call says of a machine: a name of the catalogue, or a machine file. */
final class MachineWords {

    private static final String CATALOGUE = "catalogue/";

    private MachineWords() {}

    /** The machine that a word means; empty if it is a file that describes none. */
    static Optional<Machine> describable(String word) {
        String name = name(word);
        if (Catalogue.names().contains(name) && !Files.exists(path(word))) {
            return Optional.of(Catalogue.machine(name));
        }
        if (isFile(word)) {
            return MachineReader.isMachineFile(path(word))
                    ? Optional.of(MachineReader.read(path(word)))
                    : Optional.empty();
        }
        throw new WrongCallException(
                "there is no machine '%s' in the catalogue, and no file of that name."
                        .formatted(word),
                NearestName.maybe(name, Catalogue.names()));
    }

    /** The machine that an option names. */
    static Machine named(String option, String word) {
        String name = name(word);
        if (Catalogue.names().contains(name)) {
            return Catalogue.machine(name);
        }
        if (isFile(word)) {
            return MachineReader.read(path(word));
        }
        throw new WrongCallException(
                "%s: there is no machine '%s' in the catalogue.".formatted(option, word),
                NearestName.maybe(name, Catalogue.names()));
    }

    /** The machine file that an option names; empty if it is a name of the catalogue. */
    static Optional<Path> file(String word) {
        return Catalogue.names().contains(name(word)) ? Optional.empty() : Optional.of(path(word));
    }

    private static boolean isFile(String word) {
        return word.endsWith(".yaml")
                || word.endsWith(".yml")
                || word.contains("/") && !word.startsWith(CATALOGUE)
                || Files.exists(path(word));
    }

    private static String name(String word) {
        return word.startsWith(CATALOGUE) ? word.substring(CATALOGUE.length()) : word;
    }

    private static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new WrongCallException("'%s' is no path of a file.".formatted(word), null);
        }
    }
}
