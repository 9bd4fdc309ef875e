package dandori.slurm;

import dandori.scenario.text.Issues;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code slurm.conf}: settings {@code KEY=VALUE}, several in a line, of which upper and lower
 * case are alike; comments from {@code #} on; lines that go on behind a {@code \}; and {@code
 * include FILE}, relative to the folder of the first file. Slurm documentation, slurm.conf(5).
 */
public final class SlurmConf {

    private static final int DEEPEST = 10;
    private static final Pattern SETTING =
            Pattern.compile("\\s*+([A-Za-z][A-Za-z0-9_]*+)\\s*+=\\s*+(\"[^\"]*\"|[^\\s\"]*)");
    private static final Pattern INCLUDE = Pattern.compile("(?i)include\\s+(\\S.*)");

    private final Issues issues;
    private final Path folder;
    private final List<SlurmStatement> statements = new ArrayList<>();

    private SlurmConf(Path folder, Issues issues) {
        this.folder = folder;
        this.issues = issues;
    }

    /** The statements of a file and of those that it includes, in order. */
    public static List<SlurmStatement> read(Path file, Issues issues) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        SlurmConf conf = new SlurmConf(parent == null ? file : parent, issues);
        conf.readFile(file, "", 0, 0);
        return conf.statements;
    }

    private void readFile(Path file, String by, int line, int depth) {
        String text = SlurmText.read(file, by, line, issues);
        if (depth > DEEPEST) {
            issues.add(by, line, "includes more than %d deep.".formatted(DEEPEST), null);
        } else if (text != null) {
            readText(text, depth == 0 ? "" : file.getFileName().toString(), depth);
        }
    }

    private void readText(String text, String name, int depth) {
        String[] lines = text.split("\\R", -1);
        StringBuilder statement = new StringBuilder();
        int begins = 1;
        for (int i = 0; i < lines.length; i++) {
            String line = withoutComment(lines[i]).stripTrailing();
            boolean goesOn = line.endsWith("\\") && i + 1 < lines.length;
            statement.append(goesOn ? line.substring(0, line.length() - 1) : line);
            if (!goesOn) {
                take(statement.toString().strip(), name, begins, depth);
                statement.setLength(0);
                begins = i + 2;
            }
        }
    }

    /** The line up to its comment; {@code \#} begins none. */
    private static String withoutComment(String line) {
        for (int at = 0; at < line.length(); at++) {
            if (line.charAt(at) == '#' && (at == 0 || line.charAt(at - 1) != '\\')) {
                return line.substring(0, at);
            }
        }
        return line;
    }

    private void take(String statement, String name, int line, int depth) {
        if (statement.isEmpty()) {
            return;
        }
        Matcher include = INCLUDE.matcher(statement);
        if (include.matches() && !statement.contains("=")) {
            try {
                readFile(folder.resolve(include.group(1)), name, line, depth + 1);
            } catch (InvalidPathException wrong) {
                issues.add(name, line, "names no file: '%s'.".formatted(statement), null);
            }
            return;
        }
        List<SlurmStatement.Setting> settings = new ArrayList<>();
        Matcher setting = SETTING.matcher(statement);
        int end = 0;
        while (end < statement.length() && setting.region(end, statement.length()).lookingAt()) {
            String value = setting.group(2);
            boolean isQuoted = value.startsWith("\"");
            settings.add(
                    new SlurmStatement.Setting(
                            setting.group(1),
                            isQuoted ? value.substring(1, value.length() - 1) : value));
            end = setting.end();
        }
        if (end < statement.length()) {
            String rest = statement.substring(end).strip();
            issues.add(
                    name,
                    line,
                    "'%s' is not KEY=VALUE.".formatted(SlurmText.shortened(rest)),
                    "a value with spaces stands in quotation marks.");
        }
        if (!settings.isEmpty()) {
            statements.add(new SlurmStatement(name, line, settings));
        }
    }
}
