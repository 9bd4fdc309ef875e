/**
 * Training runs as chains of jobs: what an organization wants trained, where it may run, and what
 * became of it.
 *
 * <p>A {@link dandori.campaign.Campaign} is what is to be done, a {@link dandori.campaign.Venue} a
 * machine where it may be done and how, a {@link dandori.campaign.CampaignOutcome} when it was done
 * and what held it up. {@link dandori.campaign.Use} names what time on nodes goes into.
 */
@NullMarked
package dandori.campaign;

import org.jspecify.annotations.NullMarked;
