package dandori.cli;

/** Batch systems to which shards can be submitted. */
enum BatchSystem {
    /** Slurm: {@code sbatch} and {@code squeue}. */
    SLURM
}
