/**
 * Accounting logs of LSF: {@link dandori.trace.lsf.Lsf} is the format, {@link
 * dandori.trace.lsf.LsfRecords} puts records together from lines, {@link
 * dandori.trace.lsf.LsfFields} knows which field of one is which, {@link dandori.trace.lsf.LsfLog}
 * makes jobs of them.
 */
@NullMarked
package dandori.trace.lsf;

import org.jspecify.annotations.NullMarked;
