/**
 * Tables of training cases: read, predicted, and fitted to.
 *
 * <ul>
 *   <li>{@link dandori.estimate.CaseTable} reads a CSV file of cases; each line is a {@link
 *       dandori.estimate.CaseRow}.
 *   <li>{@link dandori.estimate.Prediction} is what is predicted for one, {@link
 *       dandori.estimate.PredictedTable} the table of all.
 *   <li>{@link dandori.estimate.Calibrating} fits the constants of the machines of a table, and
 *       says how far they are off.
 * </ul>
 */
@NullMarked
package dandori.estimate;

import org.jspecify.annotations.NullMarked;
