/**
 * Platforms of SimGrid, which Batsim uses: {@link dandori.simgrid.PlatformImport} makes a machine
 * file of one. {@link dandori.simgrid.PlatformReader} reads the XML, {@link
 * dandori.simgrid.PlatformWiring} says what a cluster's topology is among the wirings of machine
 * files, {@link dandori.simgrid.PlatformUnits} reads amounts.
 */
@NullMarked
package dandori.simgrid;

import org.jspecify.annotations.NullMarked;
