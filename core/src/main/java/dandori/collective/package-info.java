/**
 * How long collective communication takes: {@link dandori.collective.CollectiveModel} asks, for a
 * {@link dandori.collective.Collective} of some bytes on some nodes with nobody else about.
 *
 * <p>{@link dandori.collective.TofuCollectives} answers for jobs on Fugaku, {@link
 * dandori.collective.AcceleratorCollectives} for clusters of nodes with accelerators and rails,
 * {@link dandori.collective.SwitchedCollectives} for any other switched network. {@link
 * dandori.collective.Collectives} makes them. What the constants were fitted to, and how far they
 * are off, stands in docs/models/collectives.md.
 */
@NullMarked
package dandori.collective;

import org.jspecify.annotations.NullMarked;
