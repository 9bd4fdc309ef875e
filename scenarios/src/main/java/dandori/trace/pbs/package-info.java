/**
 * Accounting logs of PBS: {@link dandori.trace.pbs.Pbs} is the format, {@link
 * dandori.trace.pbs.PbsLog} reads its records, {@link dandori.trace.pbs.PbsFields} the attributes
 * of one, {@link dandori.trace.pbs.PbsChunks} what was asked for, {@link
 * dandori.trace.pbs.PbsHosts} what was given; {@link dandori.trace.pbs.PbsSeen} remembers which
 * jobs are still without an end.
 */
@NullMarked
package dandori.trace.pbs;

import org.jspecify.annotations.NullMarked;
