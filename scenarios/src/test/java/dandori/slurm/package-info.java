/**
 * Real Slurm as judge: daemons of its own on nodes that are only emulated run small workloads of
 * sleeps, and {@code slurm} and {@code multifactor} must start the same jobs in the same order at
 * the same times.
 */
@NullMarked
package dandori.slurm;

import org.jspecify.annotations.NullMarked;
