/**
 * Lines of logs that are text: {@link dandori.trace.lines.LogLines} cuts bytes into lines of
 * limited length, {@link dandori.trace.lines.CsvRows} into rows of fields; {@link
 * dandori.trace.lines.LogNumbers} reads numbers in them without ever failing, {@link
 * dandori.trace.lines.SeenJobs} knows again which jobs were seen.
 */
@NullMarked
package dandori.trace.lines;

import org.jspecify.annotations.NullMarked;
