package dandori.slurm;

import dandori.scenario.text.Issues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads who may have what on a cluster: {@code sacctmgr show assoc -P} (a header, fields between
 * {@code |}), with the tree in a column of parents ({@code format=…,ParentName}) or in blanks
 * before the accounts ({@code tree}); or {@code sacctmgr dump}. Slurm documentation, sacctmgr(1).
 */
final class SlurmAccounts {

    private static final Pattern DUMP_LINE = Pattern.compile("(\\w+) - '([^']*)'(.*)");
    private static final Pattern DUMP_FIELD = Pattern.compile(":(\\w+)=('[^']*'|[^:]*)");

    /** Columns of the table that name things, by what they are called here. */
    private static final Map<String, String> COLUMNS =
            Map.of(
                    "account", "account",
                    "user", "user",
                    "share", "fairshare",
                    "fairshare", "fairshare",
                    "rawshares", "fairshare",
                    "parname", "parent",
                    "parentname", "parent",
                    "cluster", "cluster",
                    "partition", "partition");

    private final Issues issues;
    private final String file;
    private final Map<String, SlurmAccount> accounts = new LinkedHashMap<>(); // by name
    private final SlurmAccount root = new SlurmAccount("root", "", 0);

    private SlurmAccounts(String file, Issues issues) {
        this.file = file;
        this.issues = issues;
        accounts.put("root", root);
    }

    /** The root account of a file. */
    static SlurmAccount read(Path path, Issues issues) {
        SlurmAccounts all = new SlurmAccounts(path.getFileName().toString(), issues);
        String text = SlurmText.read(path, "", 0, issues);
        if (text != null) {
            String[] lines = text.split("\\R");
            boolean isDump = DUMP_LINE.matcher(firstOf(lines)).matches();
            if (isDump) {
                all.readDump(lines);
            } else {
                all.readTable(lines);
            }
            all.hang();
        }
        return all.root;
    }

    private static String firstOf(String[] lines) {
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                return line.strip();
            }
        }
        return "";
    }

    private void readDump(String[] lines) {
        String parent = "root";
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            Matcher form = DUMP_LINE.matcher(line);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (!form.matches()) {
                issues.add(
                        file,
                        i + 1,
                        "'%s' is no line of a dump.".formatted(SlurmText.shortened(line)),
                        "Account - 'physics':Fairshare=100 shows the form.");
                continue;
            }
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher field = DUMP_FIELD.matcher(form.group(3));
            while (field.find()) {
                fields.put(
                        field.group(1).toLowerCase(Locale.ROOT),
                        field.group(2).replaceAll("^'|'$", ""));
            }
            String name = form.group(2);
            switch (form.group(1).toLowerCase(Locale.ROOT)) {
                case "cluster" -> take(root, fields);
                case "parent" -> parent = name;
                case "account" -> take(account(name, parent, i + 1), fields);
                case "user" -> user(name, parent, fields, i + 1);
                default ->
                        issues.add(
                                file,
                                i + 1,
                                "begins with '%s'.".formatted(form.group(1)),
                                "Cluster, Parent, Account or User.");
            }
        }
    }

    private void readTable(String[] lines) {
        String[] columns = null;
        List<String> stack = new ArrayList<>(); // accounts by depth
        Map<Integer, Integer> depths = new HashMap<>(); // of blanks
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (line.isBlank()) {
                continue;
            }
            String[] cells = line.split("\\|", -1);
            if (columns == null) {
                columns = columns(cells, i + 1);
                if (columns.length == 0) {
                    return;
                }
                continue;
            }
            Map<String, String> fields = new LinkedHashMap<>();
            String indented = "";
            for (int at = 0; at < Math.min(cells.length, columns.length); at++) {
                if (columns[at].equals("account")) {
                    indented = cells[at];
                }
                fields.put(columns[at], cells[at].strip());
            }
            String name = fields.getOrDefault("account", "");
            String user = fields.getOrDefault("user", "");
            if (name.isEmpty()) {
                issues.add(file, i + 1, "names no account.", null);
            } else if (!user.isEmpty()) {
                user(user, name, fields, i + 1);
            } else {
                int blanks = indented.length() - indented.stripLeading().length();
                while (stack.size() > depth(blanks, depths)) {
                    stack.remove(stack.size() - 1);
                }
                String above = stack.isEmpty() ? "root" : stack.get(stack.size() - 1);
                String parent = fields.getOrDefault("parent", above);
                stack.add(name);
                take(account(name, parent.isEmpty() ? "root" : parent, i + 1), fields);
            }
        }
    }

    /** How deep so many blanks are: as many as shorter ones have been seen. */
    private static int depth(int blanks, Map<Integer, Integer> depths) {
        depths.putIfAbsent(blanks, 0);
        return (int) depths.keySet().stream().filter(fewer -> fewer < blanks).count();
    }

    private String[] columns(String[] cells, int line) {
        String[] columns = new String[cells.length];
        boolean hasAccount = false;
        for (int at = 0; at < cells.length; at++) {
            String name = cells[at].replaceAll("[\\s_]", "").toLowerCase(Locale.ROOT);
            columns[at] = COLUMNS.getOrDefault(name, name);
            hasAccount |= columns[at].equals("account");
        }
        if (!hasAccount || cells.length < 2) {
            issues.add(
                    file,
                    line,
                    "has no column 'Account': '%s'."
                            .formatted(SlurmText.shortened(String.join("|", cells))),
                    "the file is not from 'sacctmgr show assoc tree -P' or 'sacctmgr dump'.");
            return new String[0];
        }
        return columns;
    }

    private SlurmAccount account(String name, String parent, int line) {
        SlurmAccount known = accounts.get(name);
        if (known != null) {
            return known;
        }
        SlurmAccount account = new SlurmAccount(name, parent, line);
        accounts.put(name, account);
        return account;
    }

    private void user(String name, String ofAccount, Map<String, String> fields, int line) {
        SlurmAccount account = accounts.get(ofAccount);
        if (account == null) {
            issues.add(
                    file,
                    line,
                    "user '%s' stands before its account '%s'.".formatted(name, ofAccount),
                    null);
            return;
        }
        SlurmAccount user = new SlurmAccount(name, ofAccount, line);
        take(user, fields);
        account.users.putIfAbsent(name, user);
    }

    private static void take(SlurmAccount account, Map<String, String> fields) {
        fields.forEach((key, value) -> {
            if (key.equals("fairshare")) {
                account.shares = value.isEmpty() ? "1" : value;
            } else if (!value.isEmpty() && !COLUMNS.containsValue(key)) {
                account.limits.put(key, value);
            }
        });
    }

    private void hang() {
        for (SlurmAccount account : accounts.values()) {
            if (account == root) {
                continue;
            }
            SlurmAccount above = accounts.get(account.parent);
            if (above == null || isBelow(above, account)) {
                issues.add(
                        file,
                        account.line,
                        "account '%s' stands below '%s', which is none of this file or stands below it."
                                .formatted(account.name, account.parent),
                        null);
            } else {
                above.accounts.add(account);
            }
        }
    }

    private boolean isBelow(SlurmAccount one, SlurmAccount other) {
        SlurmAccount at = one;
        for (int steps = 0; at != null && at != root && steps <= accounts.size(); steps++) {
            if (at == other) {
                return true;
            }
            at = accounts.get(at.parent);
        }
        return false;
    }
}
