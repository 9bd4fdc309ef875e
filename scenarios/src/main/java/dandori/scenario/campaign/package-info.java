/**
 * Campaigns as scenario files have them.
 *
 * <p>{@link dandori.scenario.campaign.CampaignReader} reads the section and tells everything that
 * is wrong in it; {@link dandori.scenario.campaign.CampaignPlan} is what it read, with a {@link
 * dandori.scenario.campaign.VenuePlan} for each machine; {@link
 * dandori.scenario.campaign.Campaigns} turns plans into what a run takes.
 */
@NullMarked
package dandori.scenario.campaign;

import org.jspecify.annotations.NullMarked;
