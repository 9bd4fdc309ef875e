package dandori;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The program keeps the rules of CONSTITUTION.md that a machine can see; {@link TidyRulesTest}
 * shows that it sees them.
 */
class TidyTest {

    /** The jars of Parquet share packages, which modules must not, so this is no module. */
    private static final String CLASS_PATH_ONLY = "parquet";

    private static final List<JavaSource> ALL = Repository.sources();
    private static final List<JavaSource> MAIN = Repository.mainSources();

    @Test
    void thereIsSomethingToRead() {
        assertThat(MAIN).hasSizeGreaterThan(10);
        assertThat(ALL).hasSizeGreaterThan(MAIN.size());
    }

    @Test
    void noFileIsTooLong() {
        assertThat(findings(ALL, Tidy::tooLong)).isEmpty();
    }

    @Test
    void filesAreShort() {
        assertThat(TidyTree.sizes(MAIN.stream().map(JavaSource::lineCount).toList())).isEmpty();
    }

    @Test
    void methodsFitAScreen() {
        assertThat(findings(ALL, Tidy::longMethods)).isEmpty();
    }

    @Test
    void nothingStaticChanges() {
        assertThat(findings(ALL, Tidy::mutableStatics)).isEmpty();
    }

    @Test
    void namesSaySomething() {
        assertThat(findings(ALL, Tidy::emptyNames)).isEmpty();
    }

    @Test
    void aFileHoldsOneType() {
        assertThat(findings(ALL, Tidy::secondTypes)).isEmpty();
    }

    @Test
    void mathematicsIsExact() {
        assertThat(findings(MAIN, Tidy::inexactMathematics)).isEmpty();
    }

    @Test
    void longTextsAreMatched() {
        assertThat(findings(MAIN, Tidy::recursingPatterns)).isEmpty();
    }

    @Test
    void whatIsPublicIsDescribed() {
        assertThat(findings(MAIN, Tidy::undocumented)).isEmpty();
    }

    @Test
    void packagesAreDescribed() {
        assertThat(TidyTree.packages(MAIN)).isEmpty();
    }

    @Test
    void nothingIsUnfinished() {
        assertThat(Repository.textFiles())
                .flatMap(path -> Tidy.unfinished(path.toString(), Repository.read(path)))
                .isEmpty();
    }

    @Test
    void linesEndWithoutBlanks() {
        assertThat(Repository.textFiles())
                .flatMap(path -> Tidy.trailingBlanks(path.toString(), Repository.read(path)))
                .isEmpty();
    }

    @Test
    void bothListsOfServicesAgree() {
        for (String module : Repository.MODULES) {
            if (module.equals(CLASS_PATH_ONLY)) {
                continue; // nothing to agree with
            }
            JavaSource moduleInfo =
                    MAIN.stream()
                            .filter(source -> source.module().equals(module))
                            .filter(source -> source.fileName().equals("module-info.java"))
                            .findFirst()
                            .orElseThrow();
            assertThat(TidyTree.services(moduleInfo, serviceFiles(module))).isEmpty();
        }
    }

    private static Map<String, String> serviceFiles(String module) {
        Path folder = Path.of(module, "src/main/resources/META-INF/services");
        return Repository.files(folder, file -> true).stream()
                .collect(Collectors.toMap(file -> file.getFileName().toString(), Repository::read));
    }

    private static List<String> findings(
            List<JavaSource> sources, Function<JavaSource, List<String>> rule) {
        return sources.stream().flatMap(source -> rule.apply(source).stream()).toList();
    }
}
