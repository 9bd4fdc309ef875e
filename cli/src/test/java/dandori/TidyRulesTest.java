package dandori;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each rule of {@link Tidy} and {@link TidyTree} finds what it is there for, and leaves its
 * neighbour alone.
 */
class TidyRulesTest {

    @Test
    void aLongFile() {
        assertThat(Tidy.tooLong(source("// a\n".repeat(499) + "class X {}"))).isEmpty();
        assertThat(Tidy.tooLong(source("// a\n".repeat(500) + "class X {}"))).hasSize(1);
    }

    @Test
    void lengthsTakenTogether() {
        assertThat(TidyTree.sizes(List.of(10, 80, 90))).isEmpty();
        assertThat(TidyTree.sizes(List.of(10, 81, 90))).hasSize(1);
        assertThat(TidyTree.sizes(tenFiles(251, 1))).isEmpty();
        assertThat(TidyTree.sizes(tenFiles(251, 2))).hasSize(1);
    }

    private static List<Integer> tenFiles(int lines, int longOnes) {
        return IntStream.range(0, 10).mapToObj(i -> i < longOnes ? lines : 20).toList();
    }

    @Test
    void aLongMethod() {
        String method = "class X { /** Says. */ @Deprecated\nvoid f() {\n%s} }";
        assertThat(Tidy.longMethods(source(method.formatted("f();\n".repeat(57))))).isEmpty();
        assertThat(Tidy.longMethods(source(method.formatted("f();\n".repeat(58)))))
                .containsExactly(
                        "core/src/main/java/dandori/x/X.java:1: f has 61 lines, at most 60.");
        String braces = "String s = \"}\"; char c = '}'; // }\n";
        assertThat(Tidy.longMethods(source(method.formatted(braces + "f();\n".repeat(60)))))
                .hasSize(1);
        assertThat(Tidy.longMethods(source("class X { X() {\n" + "f();\n".repeat(60) + "} }")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class X { static int count; }",
                "class X { private static volatile Object last = null; }",
                "class X { static class Y { static long[] times = {}; } }",
                "enum X { A; static int count; }",
                "record X(int a) { static int count; }",
                "class X { static final Map<String, String> SEEN = new HashMap<>(); }",
                "class X { static final Object SEEN = new java.util.HashMap<String, String>(); }",
                "interface X { AtomicInteger COUNT = new AtomicInteger(); }",
            })
    void aStaticThatChanges(String code) {
        assertThat(Tidy.mutableStatics(source(code))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class X { static final int COUNT = 1; int own; }",
                "class X { static final Set<String> NAMES = Set.of(); static void f() { int a = 1; } }",
                "enum X { A, B { void f() {} }; }",
                "interface X { int ONE = 1; }",
                "record X(int a) {}",
            })
    void aStaticThatStays(String code) {
        assertThat(Tidy.mutableStatics(source(code))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JobManager",
                "TimeHelper",
                "TimeUtil",
                "TimeUtils",
                "EasyImpl",
                "JobInfo",
                "JobData"
            })
    void anEmptyName(String name) {
        assertThat(Tidy.emptyNames(source("class X { interface " + name + " {} }"))).hasSize(1);
        assertThat(Tidy.emptyNames(source("class " + name + "Reader {}"))).isEmpty();
        assertThat(Tidy.emptyNames(source("record Metadata() {}"))).isEmpty();
    }

    @Test
    void aSecondType() {
        assertThat(Tidy.secondTypes(source("class X { class Z {} }"))).isEmpty();
        assertThat(Tidy.secondTypes(source("class X {}\nclass Y {}"))).hasSize(1);
    }

    @Test
    void inexactMathematics() {
        assertThat(Tidy.inexactMathematics(source("class X { double a = Math.log(2); }")))
                .hasSize(1);
        assertThat(Tidy.inexactMathematics(source("class X { Object a = f(Math::max); }")))
                .isEmpty();
        assertThat(Tidy.inexactMathematics(source("class X { double a = StrictMath.log(2); }")))
                .isEmpty();
        assertThat(Tidy.inexactMathematics(source("class X { double a = Math.sqrt(2); }")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class X { Pattern a = Pattern.compile(\"a(b|c)*d\"); }",
                "class X { Pattern a = Pattern.compile(\"a(b\" + \"c)*?\", 0); }",
                "class X { boolean a = \"\".matches(\"(ab)+\"); }",
                "class X { String[] a = text().split(\"(ab){2,}\"); }",
            })
    void aPatternThatOverflows(String code) {
        assertThat(Tidy.recursingPatterns(source(code))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class X { Pattern a = Pattern.compile(\"a(b|c)*+d(ab)++(c)?(d){2}\"); }",
                "class X { boolean a = text().matches(\"[ab]*[)](c)\"); }",
                "class X { String a = \"\".replaceAll(\"\\\\)+\", \")\"); }",
                "class X { String a = f(\"(ab)*\"); }",
            })
    void aPatternForLongTexts(String code) {
        assertThat(Tidy.recursingPatterns(source(code))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public class X {}",
                "/** Says. */ public class X { public void f() {} }",
                "/** Says. */ public class X { protected X() {} }",
                "/** Says. */ public interface X { int f(); }",
                "/** Says. */ public class X { public record Y() {} }",
                "/** Says. */ public enum X { A; public void f() {} }",
            })
    void somethingPublicWithoutAWord(String code) {
        assertThat(Tidy.undocumented(source(code))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class X { public void f() {} }",
                "/** Says. */ public class X { void f() {} private X() {} }",
                "/** Says. */ public class X { @Override public String toString() { return null; } }",
                "/** Says. */ public record X(int a) { public X { f(); } }",
                "/** Says. */ public class X { /** Says. */ public Object f() {"
                        + " return new Object() { public void g() {} }; } }",
            })
    void nothingPublicWithoutAWord(String code) {
        assertThat(Tidy.undocumented(source(code))).isEmpty();
    }

    @Test
    void somethingUnfinished() {
        assertThat(Tidy.unfinished("X.java", "a\n// TO" + "DO more\n")).hasSize(1);
        assertThat(Tidy.unfinished("X.java", "a\n// FIX" + "ME\n")).hasSize(1);
        assertThat(Tidy.unfinished("X.java", "methodology\n")).isEmpty();
    }

    @Test
    void blanksAtTheEnd() {
        assertThat(Tidy.trailingBlanks("X.java", "a\nb \nc\t\n d\n"))
                .containsExactly(
                        "X.java:2: blanks at the end of the line.",
                        "X.java:3: blanks at the end of the line.");
    }

    @Test
    void aPackageWithoutDescription() {
        JavaSource type = source("class X {}");
        assertThat(TidyTree.packages(List.of(type))).hasSize(1);
        assertThat(TidyTree.packages(List.of(type, packageInfo("/** Maps. */ @NullMarked"))))
                .isEmpty();
        assertThat(TidyTree.packages(List.of(type, packageInfo("@NullMarked")))).hasSize(1);
        assertThat(TidyTree.packages(List.of(type, packageInfo("/** Maps. */")))).hasSize(1);
    }

    private static JavaSource packageInfo(String before) {
        return JavaSource.of(
                "core/src/main/java/dandori/x/package-info.java",
                before + "\npackage dandori.x;\n");
    }

    @Test
    void listsOfServicesThatDiffer() {
        var module = moduleInfo("provides a.Part with b.One, b.Two.Provider;");
        assertThat(services(module, "b.One\n# more\nb.Two$Provider # nested\n")).isEmpty();
        assertThat(services(module, "b.One\n")).hasSize(1);
        assertThat(services(module, "b.One\nb.Two$Provider\nb.Three\n")).hasSize(1);
        assertThat(TidyTree.services(module, Collections.emptyMap())).hasSize(1);
        assertThat(services(moduleInfo(""), "b.One\n")).hasSize(1);
    }

    private static List<String> services(JavaSource module, String file) {
        return TidyTree.services(module, Map.of("a.Part", file));
    }

    private static JavaSource moduleInfo(String directives) {
        return JavaSource.of(
                "core/src/main/java/module-info.java",
                "module dandori.core { " + directives + " }");
    }

    @Test
    void aFindingNamesTheFileAndTheLine() {
        var findings =
                Stream.of("\n\n\n class X { static int a; }")
                        .map(code -> JavaSource.of("core/src/main/java/X.java", code))
                        .flatMap(source -> Tidy.mutableStatics(source).stream());
        assertThat(findings).containsExactly("core/src/main/java/X.java:4: static a can change.");
    }

    private static JavaSource source(String code) {
        return JavaSource.of("core/src/main/java/dandori/x/X.java", "package dandori.x; " + code);
    }
}
