/**
 * What stays of a study's cells, so that it can go on where it was broken off, and be told again.
 *
 * <ul>
 *   <li>{@link dandori.experiment.journal.CellJournal} is the file: one line for each cell that is
 *       done.
 *   <li>{@link dandori.experiment.journal.CellLine} is such a line: a cell's result, to the last
 *       bit; {@link dandori.experiment.journal.CampaignLine} is the part of it about a campaign.
 *   <li>{@link dandori.experiment.journal.VariantNotes} is the file with what else must be known of
 *       each variant, a {@link dandori.experiment.journal.VariantNote}; {@link
 *       dandori.experiment.journal.VariantLine} is its line.
 *   <li>{@link dandori.experiment.journal.StudyReader} reads a study back from its folder; {@link
 *       dandori.experiment.journal.NamedFiles} says whether the files that it needs besides are
 *       still the same.
 * </ul>
 */
@NullMarked
package dandori.experiment.journal;

import org.jspecify.annotations.NullMarked;
