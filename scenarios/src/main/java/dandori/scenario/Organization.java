package dandori.scenario;

import dandori.policy.limit.Limit;
import dandori.policy.share.Account;

/**
 * An organization that submits jobs.
 *
 * @param account its account: its name, its shares, and how it divides them
 * @param home the machine that its jobs go to
 * @param limit what it may have, under every policy
 * @param mayMove whether its jobs may go to other machines, where a policy sends them there
 */
public record Organization(Account account, String home, Limit limit, boolean mayMove) {

    /** Its name. */
    public String name() {
        return account.name();
    }

    /** What it is entitled to, relative to the others; at least 0. */
    public double shares() {
        return account.shares();
    }
}
