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
 * @param shares who is entitled to what
 */
public record LentQuota(Shares shares) implements Shared {

    @Override
    public Admission with(Shares other) {
        return new LentQuota(other);
    }

    /** Not to be asked: each run has an instance of its own, which counts. */
    @Override
    public Verdict admit(int job, Situation now) {
        throw new IllegalStateException("Quotas count in a run.\nMaybe .forRun(setting)");
    }

    @Override
    public Admission forRun(Setting setting) {
        return new QuotasInRun(shares.nodes(setting), setting.jobs(), true);
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
            return new LentQuota(Shares.EQUAL);
        }
    }
}
