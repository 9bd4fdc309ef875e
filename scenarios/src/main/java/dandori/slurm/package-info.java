/**
 * What sites that run Slurm already have, and what becomes of it here.
 *
 * <ul>
 *   <li>{@link dandori.slurm.SlurmConf} reads {@code slurm.conf} into statements, with its
 *       includes.
 *   <li>{@link dandori.slurm.SlurmAccounts} reads who may have what: {@code sacctmgr show assoc -P}
 *       or {@code sacctmgr dump}.
 *   <li>{@link dandori.slurm.SlurmQosTable} reads the qualities of service: {@code sacctmgr show
 *       qos -P}; {@link dandori.slurm.SlurmQualities} makes a policy's of them.
 *   <li>{@link dandori.slurm.Squeue} reads who runs and waits: a snapshot of {@code squeue}.
 *   <li>{@link dandori.slurm.SlurmImport} makes a machine file and a scenario of these, and lists
 *       all that has no counterpart ({@link dandori.slurm.SlurmNotes}).
 * </ul>
 */
@NullMarked
package dandori.slurm;

import org.jspecify.annotations.NullMarked;
