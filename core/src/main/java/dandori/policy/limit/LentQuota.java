package dandori.policy.limit;

import dandori.policy.Admission;
import dandori.policy.Setting;
import dandori.policy.Verdict;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/**
 * Guaranteed shares with lending: a job within its organization's share may always be considered;
 * one beyond it only while nobody else waits who is entitled to nodes, that is, while no other
 * organization has a waiting job that its own share would hold.
 *
 * <p>What has been lent comes back when the borrower's job ends: nobody is sent away for its owner,
 * unless the policy's preemption is {@link Reclaim}. Without that, an owner may wait for as long as
 * the longest borrowed job runs. A job that waits for other jobs does not count as waiting; one
 * that another limit or a window holds does. Jobs without an organization own nothing, and may only
 * borrow.
 *
 * <p>With the idea of nominal quotas and borrowing within a cohort (Kueue).
 *
 * @param owner who owns a part
 */
public record LentQuota(Owner owner) implements Admission {

    /** One whose owners are organizations. */
    public LentQuota() {
        this(Owner.ORGANIZATION);
    }

    /** Not to be asked: each run has an instance of its own, which counts. */
    @Override
    public Verdict admit(int job, Situation now) {
        throw new IllegalStateException("Quotas count in a run.\nMaybe .forRun(setting)");
    }

    @Override
    public Admission forRun(Setting setting) {
        return new QuotasInRun(new Division(owner, setting), true);
    }

    /** Makes it known as {@code lent-quota}. */
    public static final class Provider extends NamedPart<Admission> {

        /** For the service loader. */
        public Provider() {
            super(
                    Admission.class,
                    "lent-quota",
                    "Guaranteed shares: what an organization leaves idle is lent while nobody waits"
                            + " who is entitled to it.",
                    "nominal quotas and borrowing, as in Kueue");
        }

        @Override
        public Admission create(Options options) {
            return new LentQuota(Owner.ORGANIZATION);
        }
    }

    /** Makes it known as {@code lent-quota:account}. */
    public static final class AccountProvider extends NamedPart<Admission> {

        /** For the service loader. */
        public AccountProvider() {
            super(
                    Admission.class,
                    "lent-quota:account",
                    "Guaranteed shares of accounts: what one leaves idle is lent while nobody waits who is"
                            + " entitled to it.",
                    "nominal quotas and borrowing, as in Kueue");
        }

        @Override
        public Admission create(Options options) {
            return new LentQuota(Owner.ACCOUNT);
        }
    }

    /** Makes it known as {@code lent-quota:user}. */
    public static final class UserProvider extends NamedPart<Admission> {

        /** For the service loader. */
        public UserProvider() {
            super(
                    Admission.class,
                    "lent-quota:user",
                    "Guaranteed shares of users: what one leaves idle is lent while nobody waits who is"
                            + " entitled to it.",
                    "nominal quotas and borrowing, as in Kueue");
        }

        @Override
        public Admission create(Options options) {
            return new LentQuota(Owner.USER);
        }
    }
}
