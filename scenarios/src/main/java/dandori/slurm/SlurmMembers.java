package dandori.slurm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which quality of service jobs have that name none: the default of their association, which one
 * has from the account above unless it has its own; else the only one that it may have; else {@code
 * normal}. Slurm documentation, sacctmgr(1), and {@code assoc_mgr.c}.
 */
final class SlurmMembers {

    /** The quality of a cluster that says nothing else. */
    static final String NORMAL = "normal";

    private final SlurmNotes notes;
    private final String file;
    private final Map<String, String> ofOrganization = new LinkedHashMap<>();
    private final Map<String, String> ofUser = new LinkedHashMap<>(); // where another than that
    private final Map<String, String> known = new LinkedHashMap<>(); // of all users
    private final String ofOthers;

    SlurmMembers(SlurmAccount root, String file, SlurmNotes notes) {
        this.file = file;
        this.notes = notes;
        String standard = standard(root, "");
        String list = list(root, "");
        ofOthers = effective(standard, list);
        for (SlurmAccount account : root.accounts) {
            String its = effective(standard(account, standard), list(account, list));
            ofOrganization.put(SlurmText.name(account.name), its);
            below(account, standard, list, its);
        }
    }

    private void below(SlurmAccount account, String above, String listAbove, String ofAll) {
        String standard = standard(account, above);
        String list = list(account, listAbove);
        for (SlurmAccount user : account.users.values()) {
            String name = SlurmText.name(user.name);
            String its = effective(standard(user, standard), list(user, list));
            String before = known.putIfAbsent(name, its);
            if (before != null && !before.equals(its)) {
                notes.add(
                        file,
                        user.line,
                        "user %s in %s has QOS %s by default".formatted(name, account.name, its),
                        "left out: it has '" + before + "' in another account");
            } else if (!its.equals(ofAll)) {
                ofUser.put(name, its);
            }
        }
        account.accounts.forEach(one -> below(one, standard, list, ofAll));
    }

    private static String standard(SlurmAccount account, String above) {
        String own = account.limits.getOrDefault("defqos", "");
        own = own.isEmpty() ? account.limits.getOrDefault("defaultqos", "") : own;
        return own.isEmpty() || own.equals("-1") ? above : own.toLowerCase(Locale.ROOT);
    }

    private static String list(SlurmAccount account, String above) {
        String own = account.limits.getOrDefault("qos", "").toLowerCase(Locale.ROOT);
        return own.isEmpty() ? above : own;
    }

    private static String effective(String standard, String list) {
        if (!standard.isEmpty()) {
            return standard;
        }
        boolean isOne = list.matches("\\+?[^,+-][^,]*");
        return isOne ? list.replaceFirst("^\\+", "") : NORMAL;
    }

    /** The qualities that somebody has. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(ofOrganization.values());
        names.addAll(ofUser.values());
        if (names.isEmpty()) {
            names.add(ofOthers);
        }
        return names;
    }

    /** The quality of a user's jobs. */
    String of(String user) {
        return known.getOrDefault(user, ofOthers);
    }

    /** Whether there are organizations to go by. */
    boolean areOrganizations() {
        return !ofOrganization.isEmpty();
    }

    /** Whose jobs are of a quality: {@code organizations: [a, b]}. */
    String terms(String quality, List<String> withJobs, List<String> partitions) {
        if (!areOrganizations()) {
            return terms("partitions", quality.equals(ofOthers) ? partitions : List.of());
        }
        List<String> users = having(ofUser, quality);
        users.retainAll(withJobs);
        String organizations = terms("organizations", having(ofOrganization, quality));
        String some = terms("users", users);
        return organizations + (organizations.isEmpty() || some.isEmpty() ? "" : ", ") + some;
    }

    private static List<String> having(Map<String, String> qualities, String quality) {
        List<String> names = new ArrayList<>();
        qualities.forEach((name, its) -> {
            if (its.equals(quality)) {
                names.add(name);
            }
        });
        return names;
    }

    private static String terms(String key, List<String> names) {
        List<String> quoted = names.stream().map(SlurmText::quoted).toList();
        return names.isEmpty() ? "" : key + ": [" + String.join(", ", quoted) + "]";
    }
}
