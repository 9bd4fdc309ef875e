package dandori.policy.limit;

import dandori.policy.Admission;
import dandori.policy.Setting;
import dandori.policy.Verdict;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/**
 * Hard partitions: each organization, account or user has at most its part of the pool's nodes at
 * once, whether or not others need theirs. The baseline against which sharing is measured.
 *
 * <p>A job that is larger than its owner's part is rejected, and so is one that has no
 * organization.
 *
 * @param owner who owns a part
 */
public record FixedQuota(Owner owner) implements Admission {

    /** One whose owners are organizations. */
    public FixedQuota() {
        this(Owner.ORGANIZATION);
    }

    /** Not to be asked: each run has an instance of its own, which counts. */
    @Override
    public Verdict admit(int job, Situation now) {
        throw new IllegalStateException("Quotas count in a run.\nMaybe .forRun(setting)");
    }

    @Override
    public Admission forRun(Setting setting) {
        return new QuotasInRun(new Division(owner, setting), false);
    }

    /** Makes it known as {@code fixed-quota}. */
    public static final class Provider extends NamedPart<Admission> {

        /** For the service loader. */
        public Provider() {
            super(
                    Admission.class,
                    "fixed-quota",
                    "Hard partitions: each organization has at most its share of the nodes at once.",
                    "");
        }

        @Override
        public Admission create(Options options) {
            return new FixedQuota(Owner.ORGANIZATION);
        }
    }

    /** Makes it known as {@code fixed-quota:account}. */
    public static final class AccountProvider extends NamedPart<Admission> {

        /** For the service loader. */
        public AccountProvider() {
            super(
                    Admission.class,
                    "fixed-quota:account",
                    "Hard partitions: each account has at most its part of its organization's nodes at once.",
                    "");
        }

        @Override
        public Admission create(Options options) {
            return new FixedQuota(Owner.ACCOUNT);
        }
    }

    /** Makes it known as {@code fixed-quota:user}. */
    public static final class UserProvider extends NamedPart<Admission> {

        /** For the service loader. */
        public UserProvider() {
            super(
                    Admission.class,
                    "fixed-quota:user",
                    "Hard partitions: each user has at most his part of his account's nodes at once.",
                    "");
        }

        @Override
        public Admission create(Options options) {
            return new FixedQuota(Owner.USER);
        }
    }
}
