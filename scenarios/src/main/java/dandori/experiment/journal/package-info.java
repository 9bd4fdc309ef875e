/**
 * What stays of a study's cells while it runs, so that it can go on where it was broken off.
 *
 * <ul>
 *   <li>{@link dandori.experiment.journal.CellJournal} is the file: one line for each cell that is
 *       done.
 *   <li>{@link dandori.experiment.journal.CellLine} is such a line: a cell's result, to the last
 *       bit; {@link dandori.experiment.journal.CampaignLine} is the part of it about a campaign.
 *   <li>{@link dandori.experiment.journal.CellLines} reads those of a study that is complete.
 * </ul>
 */
@NullMarked
package dandori.experiment.journal;

import org.jspecify.annotations.NullMarked;
