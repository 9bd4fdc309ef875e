package dandori.slurm;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes the accounts of a site as organizations: those below the root are organizations, those
 * below them accounts of these.
 */
final class SlurmOrganizations {

    private static final Set<String> IDLE =
            Set.of(
                    "description",
                    "organization",
                    "defaultaccount",
                    "adminlevel",
                    "coordinator",
                    "id",
                    "lft",
                    "rgt",
                    "parentid",
                    "wckey",
                    "defaultwckey",
                    "comment");

    private final String file;
    private final SlurmNotes notes;
    private final int cpusPerNode; // 0: they differ
    private final boolean hasQualities;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> organizationOf = new LinkedHashMap<>(); // by account
    private final Map<String, Integer> jobsAtOnce = new TreeMap<>(); // by user
    private final Map<String, Long> priorities = new TreeMap<>(); // by organization
    private final Map<String, Long> userPriorities = new TreeMap<>(); // the largest of each
    private final Map<String, Set<String>> usersOf = new LinkedHashMap<>(); // by organization

    /**
     * The organizations of a file.
     *
     * @param cpusPerNode CPUs of every node; 0 where they differ
     * @param hasQualities whether it is known what qualities of service there are
     */
    SlurmOrganizations(String file, int cpusPerNode, boolean hasQualities, SlurmNotes notes) {
        this.hasQualities = hasQualities;
        this.file = file;
        this.cpusPerNode = cpusPerNode;
        this.notes = notes;
    }

    /** The section {@code organizations}; empty where there are no accounts. */
    String yaml(SlurmAccount root) {
        limits(root, false);
        root.users
                .values()
                .forEach(user -> {
                    if (!user.name.equals("root")) {
                        notes.add(
                                file,
                                user.line,
                                "user " + user.name,
                                "not modelled: it has no account");
                    }
                });
        if (root.accounts.isEmpty()) {
            return "";
        }
        text.append("organizations:\n");
        for (SlurmAccount account : root.accounts) {
            String name = SlurmText.name(account.name);
            text.append("  ").append(SlurmText.quoted(name)).append(":\n");
            text.append("    shares: ").append(shares(account)).append('\n');
            String limits = limits(account, true);
            if (!limits.isEmpty()) {
                text.append("    limits: {").append(limits).append("}\n");
            }
            below(account, name, "    ");
        }
        return text.append('\n').toString();
    }

    private void below(SlurmAccount account, String organization, String indent) {
        organizationOf.put(SlurmText.name(account.name), organization);
        users(account, indent);
        if (!account.accounts.isEmpty()) {
            text.append(indent).append("accounts:\n");
        }
        for (SlurmAccount one : account.accounts) {
            text.append(indent).append("  ");
            text.append(SlurmText.quoted(SlurmText.name(one.name))).append(":\n");
            text.append(indent).append("    ");
            text.append(isAsParent(one) ? "asParent: true" : "shares: " + shares(one)).append('\n');
            limits(one, false);
            below(one, organization, indent + "    ");
        }
    }

    private void users(SlurmAccount account, String indent) {
        String organization = organizationOf.getOrDefault(SlurmText.name(account.name), "");
        Set<String> known = usersOf.computeIfAbsent(organization, name -> new LinkedHashSet<>());
        String most = account.limits.getOrDefault("maxjobs", "");
        StringBuilder list = new StringBuilder();
        for (SlurmAccount user : account.users.values()) {
            if (!most.isEmpty()) {
                user.limits.putIfAbsent("maxjobs", most);
            }
            userLimits(user);
            if (known.add(user.name)) {
                list.append(list.length() == 0 ? "" : ", ");
                list.append(SlurmText.quoted(SlurmText.name(user.name)))
                        .append(": ")
                        .append(shares(user));
            } else {
                notes.add(
                        file,
                        user.line,
                        "user " + user.name + " in " + account.name,
                        "left out: it stands in another account of '" + organization + "'");
            }
        }
        if (list.length() > 0) {
            text.append(indent).append("users: {").append(list).append("}\n");
        }
    }

    private void userLimits(SlurmAccount user) {
        user.limits.forEach((key, value) -> {
            if (key.equals("maxjobs") && value.matches("[1-9][0-9]{0,8}")) {
                jobsAtOnce.merge(SlurmText.name(user.name), Integer.valueOf(value), Math::min);
            } else if (isPriority(key, value)) {
                userPriorities.merge(SlurmText.name(user.name), Long.valueOf(value), Math::max);
            } else {
                other(user, key, value);
            }
        });
    }

    private static boolean isAsParent(SlurmAccount account) {
        return account.shares.toLowerCase(Locale.ROOT).equals("parent");
    }

    private String shares(SlurmAccount account) {
        if (account.shares.matches("[0-9]{1,9}")) {
            return account.shares;
        }
        notes.add(
                file,
                account.line,
                account.name + " Fairshare=" + account.shares,
                isAsParent(account)
                        ? "not modelled: it has one share below its account"
                        : "no number: 1 taken");
        return "1";
    }

    /** The limits of an account as terms; those that cannot be are noted. */
    private String limits(SlurmAccount account, boolean isOrganization) {
        long nodes = Long.MAX_VALUE;
        String jobs = "";
        for (Map.Entry<String, String> limit : account.limits.entrySet()) {
            String key = limit.getKey();
            String value = limit.getValue();
            if (key.equals("maxjobs")) {
                continue; // of each of its users
            }
            if (isOrganization && key.equals("grpjobs") && value.matches("[1-9][0-9]{0,8}")) {
                jobs = value;
            } else if (isOrganization && isPriority(key, value)) {
                priorities.put(SlurmText.name(account.name), Long.valueOf(value));
            } else if (isOrganization && (key.equals("grptres") || key.equals("grpnodes"))) {
                nodes = Math.min(nodes, nodes(account, key, value));
            } else {
                other(account, key, value);
            }
        }
        String text = nodes == Long.MAX_VALUE ? "" : "nodesAtOnce: " + nodes;
        return text + (jobs.isEmpty() ? "" : (text.isEmpty() ? "" : ", ") + "jobsAtOnce: " + jobs);
    }

    private static boolean isPriority(String key, String value) {
        return key.equals("priority") && value.matches("[0-9]{1,10}");
    }

    private long nodes(SlurmAccount account, String key, String list) {
        int nodes =
                new SlurmTres(file, cpusPerNode, notes)
                        .nodes(
                                account.name + " " + key,
                                account.line,
                                key.equals("grpnodes") ? "node=" + list : list,
                                term -> other(account, key, term));
        return nodes == SlurmTres.ANY ? Long.MAX_VALUE : nodes;
    }

    private void other(SlurmAccount account, String key, String value) {
        boolean isDefault = key.equals("defqos") || key.equals("defaultqos");
        boolean isPlain =
                IDLE.contains(key)
                        || (isDefault || key.equals("qos")) && value.matches("\\+?normal")
                        || hasQualities && (isDefault || key.equals("qos") && !isSeveral(value));
        if (isPlain) {
            notes.idle(key);
        } else {
            notes.add(file, account.line, account.name + " " + key + "=" + value, "not modelled");
        }
    }

    private static boolean isSeveral(String qualities) {
        return qualities.matches(".*[^,].*,.*[^,].*");
    }

    /** The organization of each account, by its name in Slurm. */
    Map<String, String> organizationOf() {
        return organizationOf;
    }

    /** The priorities of organizations' associations, by name. */
    Map<String, Long> priorities() {
        return priorities;
    }

    /** The priorities of users' associations, by name. */
    Map<String, Long> userPriorities() {
        return userPriorities;
    }

    /** How many jobs of a user may run at once, by name. */
    Map<String, Integer> jobsAtOnce() {
        return jobsAtOnce;
    }
}
