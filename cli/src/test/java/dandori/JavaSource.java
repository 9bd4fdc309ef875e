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
import java.util.List;
import java.util.Locale;
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
        var problems = new DiagnosticCollector<JavaFileObject>();
        var file =
                new SimpleJavaFileObject(
                        URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        var options = List.of("-proc:none");
        var task =
                (JavacTask) COMPILER.getTask(null, FILES, problems, options, null, List.of(file));
        try {
            CompilationUnitTree tree = task.parse().iterator().next();
            for (var problem : problems.getDiagnostics()) {
                if (problem.getKind() == Diagnostic.Kind.ERROR) {
                    throw new IllegalArgumentException(
                            path + ": " + problem.getMessage(Locale.ROOT));
                }
            }
            return new JavaSource(path, text, tree, Trees.instance(task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
