package dandori.policy.share;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tree of accounts. At its top stand the organizations; an organization that is not listed has
 * one share.
 *
 * <p>A job is its user's, in the account of its organization that names that user; if none does,
 * directly below the organization, with one share.
 *
 * @param organizations the accounts at the top, all with shares of their own
 * @param away names of organizations that are at home on another machine: some may come, and have
 *     their shares in orders, but none owns nodes here
 */
public record Accounts(List<Account> organizations, Set<String> away) {

    /** All organizations have equal shares, and so have the users of each. */
    public static final Accounts EQUAL = new Accounts(List.of());

    /**
     * Checks and keeps it.
     *
     * @throws IllegalArgumentException if a name is taken, a user stands in two accounts of one
     *     organization, or an organization has no shares of its own
     */
    public Accounts {
        organizations = List.copyOf(organizations);
        away = Collections.unmodifiableSet(new LinkedHashSet<>(away));
        Account.checkNames(organizations, "the root");
        for (Account organization : organizations) {
            if (organization.shares() == Account.PARENT) {
                throw new IllegalArgumentException(
                        "Organization '%s' has no account above it whose shares it could have."
                                .formatted(organization.name()));
            }
            checkUsers(organization, organization.name(), new HashSet<>());
        }
    }

    /** Everybody is at home. */
    public Accounts(List<Account> organizations) {
        this(organizations, Set.of());
    }

    private static void checkUsers(Account account, String organization, Set<String> users) {
        for (String user : account.users().keySet()) {
            if (!users.add(user)) {
                throw new IllegalArgumentException(
                        "User '%s' stands in two accounts of '%s', and its jobs do not say in which.\nMaybe two names."
                                .formatted(user, organization));
            }
        }
        account.accounts().forEach(below -> checkUsers(below, organization, users));
    }
}
