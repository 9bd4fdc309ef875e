package dandori.slurm;

/**
 * Nodes of lists such as {@code cpu=240,node=10}.
 *
 * @param file where they stand
 * @param cpusPerNode CPUs of every node; 0 where they differ
 * @param notes where it is said what became of them
 */
record SlurmTres(String file, int cpusPerNode, SlurmNotes notes) {

    /** As many as you like. */
    static final int ANY = Integer.MAX_VALUE;

    /** What a term of a list becomes that says nothing of nodes. */
    @FunctionalInterface
    interface Others {

        /** Takes one. */
        void take(String term);
    }

    /** How many nodes a list lets one have; {@link #ANY} if it does not say. */
    int nodes(String who, int line, String list, Others others) {
        long nodes = ANY;
        for (String term : list.split(",")) {
            String[] parts = term.strip().split("=", 2);
            boolean isNumber = parts.length == 2 && parts[1].matches("[1-9][0-9]{0,9}");
            if (isNumber && parts[0].equalsIgnoreCase("node")) {
                nodes = Math.min(nodes, Long.parseLong(parts[1]));
            } else if (isNumber && parts[0].equalsIgnoreCase("cpu") && cpusPerNode > 0) {
                long its = Math.max(1, Long.parseLong(parts[1]) / cpusPerNode);
                nodes = Math.min(nodes, its);
                notes.add(
                        file,
                        line,
                        who + " " + term,
                        "taken as %d whole node%s of %d CPUs"
                                .formatted(its, its == 1 ? "" : "s", cpusPerNode));
            } else if (!term.isBlank()) {
                others.take(term.strip());
            }
        }
        return (int) Math.min(nodes, ANY);
    }
}
