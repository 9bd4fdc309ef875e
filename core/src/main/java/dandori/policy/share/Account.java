package dandori.policy.share;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An account: whoever draws on it shares with its siblings by shares.
 *
 * @param name its name, unique among its siblings
 * @param shares what it is entitled to, relative to its siblings, at least 0; or {@link #PARENT}
 * @param accounts the accounts below it
 * @param users the shares of users directly below it, by name; others have one share each
 */
public record Account(
        String name, double shares, List<Account> accounts, Map<String, Double> users) {

    /**
     * In place of shares: the accounts and users below it share with its siblings, as if it were
     * not there. Slurm's {@code FairShare=parent} of an account, sacctmgr(1).
     */
    public static final double PARENT = Double.NEGATIVE_INFINITY;

    /**
     * Checks and keeps it.
     *
     * @throws IllegalArgumentException if a share is no number of at least 0, or a name is taken
     */
    public Account {
        accounts = List.copyOf(accounts);
        users = Collections.unmodifiableMap(new LinkedHashMap<>(users));
        if (shares != PARENT) {
            check(name, shares);
        }
        users.forEach(Account::check);
        checkNames(accounts, "account '%s'".formatted(name));
    }

    /** An account without others below it. */
    public static Account of(String name, double shares) {
        return new Account(name, shares, List.of(), Map.of());
    }

    private static void check(String name, double shares) {
        if (!(shares >= 0 && shares < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "shares (%s) of '%s' must be a number of at least 0.".formatted(shares, name));
        }
    }

    static void checkNames(List<Account> siblings, String where) {
        Set<String> names = new HashSet<>();
        for (Account one : siblings) {
            if (!names.add(one.name())) {
                throw new IllegalArgumentException(
                        "There are two accounts '%s' below %s.".formatted(one.name(), where));
            }
        }
    }
}
