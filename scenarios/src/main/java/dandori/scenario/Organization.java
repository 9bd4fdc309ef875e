package dandori.scenario;

import dandori.policy.share.Account;

/**
 * An organization that submits jobs.
 *
 * @param account its account: its name, its shares, and how it divides them
 * @param home the machine that its jobs go to
 */
public record Organization(Account account, String home) {

    /** Its name. */
    public String name() {
        return account.name();
    }

    /** What it is entitled to, relative to the others; at least 0. */
    public double shares() {
        return account.shares();
    }
}
