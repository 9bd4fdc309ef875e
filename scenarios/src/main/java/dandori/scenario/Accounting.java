package dandori.scenario;

import dandori.policy.share.Account;
import dandori.policy.share.Accounts;
import dandori.scenario.key.OrganizationSections;
import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the accounts of organizations, and writes them so that they are read back. */
public final class Accounting {

    private Accounting() {}

    /** Who is entitled to what on a machine: those at home there, and who may come. */
    public static Accounts of(Scenario scenario, String machine) {
        return new Accounts(
                scenario.organizations().stream()
                        .filter(one -> one.home().equals(machine) || one.mayMove())
                        .map(Organization::account)
                        .toList(),
                scenario.organizations().stream()
                        .filter(one -> !one.home().equals(machine))
                        .map(Organization::name)
                        .collect(Collectors.toSet()));
    }

    /** The account of an organization. */
    static Account read(String name, Values values, Issues issues) {
        return read(name, values, issues, new HashMap<>());
    }

    private static Account read(
            String name, Values values, Issues issues, Map<String, String> accountOf) {
        Map<String, Double> users = values.numbers("users");
        users.keySet().removeIf(user -> isTaken(user, name, values, issues, accountOf));
        List<Account> accounts = new ArrayList<>();
        values.sections("accounts")
                .forEach((below, node) ->
                        accounts.add(
                                readBelow(
                                        below,
                                        Values.of(OrganizationSections.ACCOUNT, node, issues),
                                        issues,
                                        accountOf)));
        return new Account(name, values.number("shares"), accounts, users);
    }

    private static Account readBelow(
            String name, Values values, Issues issues, Map<String, String> accountOf) {
        Account account = read(name, values, issues, accountOf);
        return values.flag("asParent")
                ? new Account(name, Account.PARENT, account.accounts(), account.users())
                : account;
    }

    private static boolean isTaken(
            String user,
            String account,
            Values values,
            Issues issues,
            Map<String, String> accountOf) {
        String other = accountOf.putIfAbsent(user, account);
        if (other != null && values.node("users") instanceof Mapping users) {
            Node at = users.get(user);
            issues.add(
                    at == null ? users : at,
                    "user '%s' stands in '%s' too, and a job does not say in which account it is."
                            .formatted(user, other),
                    "another name.");
        }
        return other != null;
    }

    /** What is written of an account. */
    static TreeBuilder tree(Account account) {
        TreeBuilder tree = new TreeBuilder();
        if (account.shares() == Account.PARENT) {
            tree.flag("asParent", true);
        } else {
            tree.number("shares", account.shares());
        }
        if (!account.users().isEmpty()) {
            TreeBuilder users = new TreeBuilder();
            account.users().forEach(users::number);
            tree.put("users", users.mapping());
        }
        if (!account.accounts().isEmpty()) {
            TreeBuilder accounts = new TreeBuilder();
            account.accounts().forEach(one -> accounts.put(one.name(), tree(one).mapping()));
            tree.put("accounts", accounts.mapping());
        }
        return tree;
    }
}
