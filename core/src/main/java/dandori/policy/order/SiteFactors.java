package dandori.policy.order;

import dandori.policy.Setting;

/**
 * What a site gives its jobs in {@code multifactor}, beside their age, share and size.
 *
 * @param partition the partition factor, from 0 to 1: the partition's PriorityJobFactor / the
 *     largest
 * @param qos the QOS factor, from 0 to 1: the quality's priority / the largest
 * @param association the association factor, from 0 to 1: the association's priority / the largest
 * @param nice what is taken off the sum; below 0 it is added to it, as a site factor is
 */
public record SiteFactors(
        JobFactor partition, JobFactor qos, JobFactor association, JobFactor nice) {

    /** Slurm's defaults: all partitions are alike, and nothing else is given. */
    public static final SiteFactors NONE =
            new SiteFactors(
                    JobFactor.always(1),
                    JobFactor.always(0),
                    JobFactor.always(0),
                    JobFactor.always(0));

    /** The same with other partition factors. */
    public SiteFactors partition(JobFactor other) {
        return new SiteFactors(other, qos, association, nice);
    }

    /** The same with other QOS factors. */
    public SiteFactors qos(JobFactor other) {
        return new SiteFactors(partition, other, association, nice);
    }

    /** The same with other association factors. */
    public SiteFactors association(JobFactor other) {
        return new SiteFactors(partition, qos, other, nice);
    }

    /** The same with other nice values. */
    public SiteFactors nice(JobFactor other) {
        return new SiteFactors(partition, qos, association, other);
    }

    SiteFactors forRun(Setting setting) {
        return new SiteFactors(
                partition.forRun(setting),
                qos.forRun(setting),
                association.forRun(setting),
                nice.forRun(setting));
    }
}
