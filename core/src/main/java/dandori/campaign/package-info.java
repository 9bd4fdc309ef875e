/**
 * Training runs as chains of jobs: what an organization wants trained, where it may run, and what
 * became of it.
 *
 * <ul>
 *   <li>A {@link dandori.campaign.Campaign} is what is to be done, a {@link dandori.campaign.Venue}
 *       a machine where it may be done and how, {@link dandori.campaign.StepSpeed} how fast: {@link
 *       dandori.campaign.TrainedStep} asks the model of training.
 *   <li>A {@link dandori.campaign.CampaignSource} submits the pieces and carries them through
 *       failures. A {@link dandori.campaign.Stretch} is what lies between two interruptions, {@link
 *       dandori.campaign.Spent} where its time went.
 *   <li>A {@link dandori.campaign.CampaignOutcome} says when it was done, {@link
 *       dandori.campaign.WallTime} what held it up. {@link dandori.campaign.Use} names what time on
 *       nodes goes into.
 * </ul>
 */
@NullMarked
package dandori.campaign;

import org.jspecify.annotations.NullMarked;
