/**
 * Workloads of the simulator Batsim: {@link dandori.trace.batsim.Batsim} is the format, {@link
 * dandori.trace.batsim.BatsimDocument} reads the JSON, {@link dandori.trace.batsim.BatsimProfiles}
 * knows how long a profile takes, {@link dandori.trace.batsim.BatsimLog} tells of the jobs.
 */
@NullMarked
package dandori.trace.batsim;

import org.jspecify.annotations.NullMarked;
