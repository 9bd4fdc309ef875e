package dandori;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * The rules that a single Java file must keep; each answers with its findings, in a compiler's
 * form.
 */
final class Tidy {

    static final int LONGEST_FILE = 500;
    static final int LONGEST_METHOD = 60;

    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Manager|Helper|Utils?|Impl|Info|Data)");
    private static final Pattern UNFINISHED =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern INEXACT =
            Pattern.compile(
                    "(java\\.lang\\.)?Math\\.(log|log10|log1p|exp|expm1|pow|sin|cos|tan|asin|acos|atan"
                            + "|atan2|sinh|cosh|tanh|cbrt|hypot)");
    private static final Pattern READS_PATTERN =
            Pattern.compile("Pattern\\.compile|.*\\.(matches|replaceAll|replaceFirst|split)");
    private static final Pattern RECURSES = // a group that is repeated, but not possessively
            Pattern.compile("(?<!\\\\)\\)([*+]|\\{[0-9]+,[0-9]*\\})(?!\\+)");
    private static final Set<String> CHANGEABLE =
            Set.of(
                    "ArrayList",
                    "LinkedList",
                    "ArrayDeque",
                    "PriorityQueue",
                    "HashMap",
                    "LinkedHashMap",
                    "TreeMap",
                    "HashSet",
                    "LinkedHashSet",
                    "TreeSet",
                    "ConcurrentHashMap",
                    "StringBuilder",
                    "AtomicInteger",
                    "AtomicLong",
                    "AtomicBoolean",
                    "AtomicReference",
                    "LongAdder",
                    "ThreadLocal",
                    "Random");

    private Tidy() {}

    static List<String> tooLong(JavaSource source) {
        return source.lineCount() <= LONGEST_FILE
                ? List.of()
                : List.of(
                        "%s:1: %d lines, at most %d."
                                .formatted(source.path(), source.lineCount(), LONGEST_FILE));
    }

    static List<String> longMethods(JavaSource source) {
        return scan(
                source,
                (piece, path) -> {
                    if (!(piece instanceof MethodTree method) || method.getBody() == null) {
                        return "";
                    }
                    long lines = source.lastLine(method) - source.firstLine(method) + 1;
                    return lines <= LONGEST_METHOD
                            ? ""
                            : "%s has %d lines, at most %d."
                                    .formatted(method.getName(), lines, LONGEST_METHOD);
                });
    }

    /** Static fields that are not final, or final ones that are made to be changed. */
    static List<String> mutableStatics(JavaSource source) {
        return scan(
                source,
                (piece, path) -> {
                    if (!(piece instanceof VariableTree field)
                            || !(path.getParentPath().getLeaf() instanceof ClassTree owner)) {
                        return "";
                    }
                    Set<Modifier> modifiers = field.getModifiers().getFlags();
                    boolean constant = owner.getKind() == Tree.Kind.INTERFACE;
                    if (!constant && !modifiers.contains(Modifier.STATIC)) {
                        return "";
                    }
                    boolean fixed = constant || modifiers.contains(Modifier.FINAL);
                    return fixed && !isChangeable(field)
                            ? ""
                            : "static " + field.getName() + " can change.";
                });
    }

    private static boolean isChangeable(VariableTree field) {
        return field.getInitializer() instanceof NewClassTree made
                && CHANGEABLE.contains(
                        made.getIdentifier()
                                .toString()
                                .replaceAll("<.*", "")
                                .replaceAll(".*\\.", ""));
    }

    /** Names of types that say nothing about what the type is. */
    static List<String> emptyNames(JavaSource source) {
        return scan(
                source,
                (piece, path) ->
                        piece instanceof ClassTree type
                                        && EMPTY_NAME.matcher(type.getSimpleName()).matches()
                                ? type.getSimpleName() + " does not say what it is."
                                : "");
    }

    static List<String> secondTypes(JavaSource source) {
        return source.tree().getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .skip(1)
                .map(type -> source.finding(type, "a second type at the top of a file."))
                .toList();
    }

    /** Functions whose last bit depends on the machine; {@code StrictMath}'s does not. */
    static List<String> inexactMathematics(JavaSource source) {
        return scan(
                source,
                (piece, path) ->
                        piece instanceof MemberSelectTree use
                                        && INEXACT.matcher(use.toString()).matches()
                                ? use + " is not exact everywhere; Strict" + use + " is."
                                : "");
    }

    /**
     * Regular expressions that go one level deeper for each repetition of a group, and thus break
     * on a long text: {@code (ab)*+} and {@code (ab)++} do not.
     */
    static List<String> recursingPatterns(JavaSource source) {
        return scan(
                source,
                (piece, path) ->
                        piece instanceof MethodInvocationTree call
                                        && READS_PATTERN
                                                .matcher(call.getMethodSelect().toString())
                                                .matches()
                                        && RECURSES.matcher(call.getArguments().toString()).find()
                                ? "a long text overflows the stack; repeat the group with *+ or ++."
                                : "");
    }

    /** Public types and methods of public types without a sentence about them. */
    static List<String> undocumented(JavaSource source) {
        return scan(
                source,
                (piece, path) ->
                        isShown(piece, path) && source.trees().getDocComment(path) == null
                                ? "has no Javadoc."
                                : "");
    }

    private static boolean isShown(Tree piece, TreePath path) {
        for (TreePath outer = path.getParentPath(); outer != null; outer = outer.getParentPath()) {
            if (outer.getLeaf() instanceof ClassTree type && !isOpen(type.getModifiers().getFlags())
                    || outer.getLeaf() instanceof MethodTree
                    || outer.getLeaf() instanceof NewClassTree
                    || outer.getLeaf() instanceof VariableTree) {
                return false;
            }
        }
        if (piece instanceof ClassTree type) {
            return isOpen(type.getModifiers().getFlags());
        }
        if (!(piece instanceof MethodTree method)
                || !(path.getParentPath().getLeaf() instanceof ClassTree owner)) {
            return false;
        }
        boolean overrides =
                method.getModifiers().getAnnotations().stream()
                        .anyMatch(a -> a.getAnnotationType().toString().endsWith("Override"));
        boolean compact = owner.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
        boolean open =
                owner.getKind() == Tree.Kind.INTERFACE
                                && !method.getModifiers().getFlags().contains(Modifier.PRIVATE)
                        || isOpen(method.getModifiers().getFlags());
        return open && !overrides && !compact;
    }

    private static boolean isOpen(Set<Modifier> modifiers) {
        return modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
    }

    static List<String> unfinished(String path, String text) {
        return lines(path, text, UNFINISHED, "unfinished.");
    }

    static List<String> trailingBlanks(String path, String text) {
        return lines(path, text, Pattern.compile("[ \\t]+$"), "blanks at the end of the line.");
    }

    private static List<String> lines(String path, String text, Pattern bad, String what) {
        var findings = new ArrayList<String>();
        int line = 0;
        for (String content : text.split("\\R", -1)) {
            line++;
            if (bad.matcher(content).find()) {
                findings.add(path + ":" + line + ": " + what);
            }
        }
        return findings;
    }

    @FunctionalInterface
    private interface Rule {
        /** What is wrong with a piece of source; nothing if it is in order. */
        String finding(Tree piece, TreePath path);
    }

    private static List<String> scan(JavaSource source, Rule rule) {
        var findings = new ArrayList<String>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void scan(Tree piece, Void nothing) {
                if (piece != null && getCurrentPath() != null) {
                    String what = rule.finding(piece, new TreePath(getCurrentPath(), piece));
                    if (!what.isEmpty()) {
                        findings.add(source.finding(piece, what));
                    }
                }
                return super.scan(piece, null);
            }
        }.scan(new TreePath(source.tree()), null);
        return findings;
    }
}
