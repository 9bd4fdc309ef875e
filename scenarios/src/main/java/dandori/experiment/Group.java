package dandori.experiment;

import dandori.sim.Outcome;

/**
 * Some jobs of a cell that are measured by themselves.
 *
 * @param kind what they have in common
 * @param name which of that kind; empty for all jobs
 */
public record Group(Kind kind, String name) {

    /** All jobs. */
    public static final Group ALL = new Group(Kind.ALL, "");

    /** What the jobs of a group have in common. */
    public enum Kind {
        /** Nothing: all jobs. */
        ALL("all"),
        /** Whose they are. */
        ORGANIZATION("organizations"),
        /** How many nodes they ask for. */
        NODES_CLASS("nodes_classes"),
        /** On which machine they are. */
        MACHINE("machines"),
        /** In which resource group they are. */
        PARTITION("partitions"),
        /** For which campaign they train. */
        CAMPAIGN("campaigns");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Whether files have their key even where there is no such group. */
        public boolean isAlwaysTold() {
            return this != PARTITION && this != CAMPAIGN;
        }

        /** The key in {@code summary.json} below which such groups stand. */
        public String key() {
            return key;
        }
    }

    /** The jobs of a pool; those of a machine that is one pool go by its name. */
    static Group ofPool(Outcome.PoolOutcome pool) {
        boolean isWhole = pool.machine().pools().size() == 1;
        String name = pool.machine().name() + (isWhole ? "" : "/" + pool.pool().name());
        return new Group(Kind.MACHINE, name);
    }

    /** An organization's jobs. */
    public static Group organization(String name) {
        return new Group(Kind.ORGANIZATION, name);
    }
}
