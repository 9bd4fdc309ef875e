/**
 * What a machine does at an instant: which job holds which node, what is free, what has failed.
 *
 * <p>Begin at {@link dandori.web.machine.MachineRuns}, which keeps the last few {@link
 * dandori.web.machine.MachineRun}s: what runs, by {@code JobsOverTime}, and what is out of order,
 * by {@code Outages}. {@link dandori.web.machine.Moment} is the state at a time, {@link
 * dandori.web.machine.Changes} what happens after it, {@link dandori.web.machine.History} how the
 * counts go over the whole run, {@link dandori.web.machine.LinkLoads} what links carry. How nodes
 * are wired {@code MachineFile} says; {@code FreeBlock} measures what is free by it, on a torus
 * with {@code FreeBox}.
 */
@NullMarked
package dandori.web.machine;

import org.jspecify.annotations.NullMarked;
