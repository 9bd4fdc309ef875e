package dandori.policy.limit;

import dandori.policy.Admission;
import dandori.policy.Setting;
import dandori.policy.Verdict;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Options;
import dandori.state.Situation;

/**
 * Hard partitions: each organization has at most its share of the pool's nodes at once, whether or
 * not others need theirs. The baseline against which sharing is measured.
 *
 * <p>A job that is larger than its organization's share is rejected, and so is one that has no
 * organization.
 *
 * @param shares who is entitled to what
 */
public record FixedQuota(Shares shares) implements Shared {

    @Override
    public Admission with(Shares other) {
        return new FixedQuota(other);
    }

    /** Not to be asked: each run has an instance of its own, which counts. */
    @Override
    public Verdict admit(int job, Situation now) {
        throw new IllegalStateException("Quotas count in a run.\nMaybe .forRun(setting)");
    }

    @Override
    public Admission forRun(Setting setting) {
        return new QuotasInRun(shares.nodes(setting), setting.jobs(), false);
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
            return new FixedQuota(Shares.EQUAL);
        }
    }
}
