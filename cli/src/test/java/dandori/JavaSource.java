package dandori;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A Java file, parsed by the compiler's own parser, so that a rule sees declarations instead of
 * text.
 *
 * @param path where it lies below the root of the repository, or would lie
 * @param text all of it
 * @param tree what the parser made of it
 * @param trees the parser's knowledge of positions and comments
 */
record JavaSource(String path, String text, CompilationUnitTree tree, Trees trees) {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final JavaFileManager FILES =
            COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    static JavaSource of(String path, String text) {
        return of(Map.of(path, text)).get(0);
    }

    /**
     * Several files, parsed together: what the parser knows beside trees is a megabyte.
     *
     * @param texts the text of each, by its path; the sources come in the same order
     */
    static List<JavaSource> of(Map<String, String> texts) {
        var problems = new DiagnosticCollector<JavaFileObject>();
        List<JavaFileObject> files = new ArrayList<>();
        texts.forEach((path, text) -> files.add(file(path, text)));
        var options = List.of("-proc:none");
        var task = (JavacTask) COMPILER.getTask(null, FILES, problems, options, null, files);
        try {
            Iterator<? extends CompilationUnitTree> trees = task.parse().iterator();
            for (var problem : problems.getDiagnostics()) {
                if (problem.getKind() == Diagnostic.Kind.ERROR) {
                    throw new IllegalArgumentException(
                            problem.getSource().getName() + ": " + problem.getMessage(Locale.ROOT));
                }
            }
            Trees known = Trees.instance(task);
            List<JavaSource> sources = new ArrayList<>();
            texts.forEach(
                    (path, text) -> sources.add(new JavaSource(path, text, trees.next(), known)));
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject file(String path, String text) {
        return new SimpleJavaFileObject(
                URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    boolean isMain() {
        return path.contains("/src/main/");
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String module() {
        return path.substring(0, path.indexOf('/'));
    }

    /** The package that it declares; empty for module-info. */
    String packageName() {
        return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
    }

    int lineCount() {
        return (int) text.lines().count();
    }

    /** The line that a piece begins on, its annotations included, its comment not. */
    long firstLine(Tree piece) {
        return tree.getLineMap().getLineNumber(positions().getStartPosition(tree, piece));
    }

    /** The line of a piece's last character. */
    long lastLine(Tree piece) {
        return tree.getLineMap().getLineNumber(positions().getEndPosition(tree, piece));
    }

    /** A finding about a piece, in a compiler's form. */
    String finding(Tree piece, String what) {
        return path + ":" + firstLine(piece) + ": " + what;
    }

    private SourcePositions positions() {
        return trees.getSourcePositions();
    }
}
