package dandori.scenario;

import dandori.scenario.Mutant.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The scenario files that tests change: the examples, and two that have every key. */
final class MutationFiles {

    private MutationFiles() {}

    /** Copies the files, and what they name, into one folder. */
    static void copyTo(Path folder) throws IOException {
        Path own = ExamplesTest.repository().resolve("scenarios/src/test/resources");
        for (Path from :
                List.of(ExamplesTest.example("."), own.resolve("dandori/scenario/every-key"))) {
            for (Path file : files(from)) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.copy(folder.resolve("log.swf"), folder.resolve("your-trace.swf.gz"));
    }

    /** The scenarios of the folder: smaller ones first, which are read sooner. */
    static List<Path> in(Path folder) throws IOException {
        List<Path> scenarios = new ArrayList<>();
        for (Path file : files(folder)) {
            boolean isYaml = file.toString().endsWith(".yaml");
            if (isYaml && Files.readString(file).contains("\nscenario: ")) {
                scenarios.add(file);
            }
        }
        scenarios.sort(Comparator.comparingLong(file -> file.toFile().length()));
        return scenarios;
    }

    /** All mutants of the scenarios of the folder. */
    static List<Mutant> mutants(Path folder) throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        for (Path file : in(folder)) {
            String name = file.getFileName().toString();
            mutants.addAll(Mutants.of(name, Files.readAllBytes(file)));
        }
        return mutants;
    }

    /** Of mutants, one of each key and change: not always the same value. */
    static List<Mutant> each(List<Mutant> mutants) {
        Map<String, List<Mutant>> alike = new LinkedHashMap<>();
        for (Mutant mutant : mutants) {
            String what = mutant.section() + " " + mutant.key().name() + " " + mutant.change();
            List<Mutant> before = alike.computeIfAbsent(what, one -> new ArrayList<>());
            if (before.isEmpty() || before.get(0).path().equals(mutant.path())) {
                before.add(mutant);
            }
        }
        List<Mutant> each = new ArrayList<>();
        for (List<Mutant> some : alike.values()) {
            Mutant first = some.get(0);
            boolean isOfPair =
                    EnumSet.of(Change.DROPPED, Change.DEFAULTED).contains(first.change());
            each.add(isOfPair ? first : some.get(each.size() % some.size()));
        }
        return each;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
