/**
 * Who makes way for whom, by quality of service: {@link dandori.policy.preemption.ByQos}, with a
 * {@link dandori.policy.preemption.Qos} for each class of jobs and a {@link
 * dandori.policy.preemption.QosTable} that says who has which.
 *
 * <p>Qualities are names for limits and factors too, with nobody who makes way: {@link
 * dandori.policy.preemption.QosMembers} says which a job has.
 *
 * <p>What is lent and taken back goes by shares: {@code dandori.policy.limit.Reclaim}.
 */
@NullMarked
package dandori.policy.preemption;

import org.jspecify.annotations.NullMarked;
