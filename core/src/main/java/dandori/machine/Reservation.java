package dandori.machine;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Nodes that are kept for some, at times that are known beforehand.
 *
 * <p>Nobody else is started on them who would, by the estimate, still be there when they are kept.
 * Those for whom they are kept stand in the same queue as all others, and may have any nodes: they
 * are given the reserved ones first while these are kept for them.
 *
 * @param name what it is called
 * @param machine whose nodes
 * @param nodes which, by the numbers of the machine
 * @param spans when, from the beginning to the end; of an opening's last start nothing is made
 * @param organizations whose jobs may have them
 * @param users whose jobs may have them as well; jobs of a campaign have its name as their user's
 * @param partitions whose jobs may have them as well, by the resource group that a job is in; in a
 *     pool without groups, by the partition that its trace names
 * @param lendMillis jobs of others that are estimated to run no longer than this may start on them
 *     while they are kept, if they are free; 0 if none may
 */
public record Reservation(
        String name,
        String machine,
        NodeSet nodes,
        List<Opening> spans,
        Set<String> organizations,
        Set<String> users,
        Set<String> partitions,
        long lendMillis) {

    /** Puts the spans in order, and checks that they do not overlap. */
    public Reservation {
        spans = spans.stream().sorted(Comparator.comparingLong(Opening::fromMillis)).toList();
        organizations = Set.copyOf(organizations);
        users = Set.copyOf(users);
        partitions = Set.copyOf(partitions);
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).fromMillis() < spans.get(i - 1).toMillis()) {
                throw new IllegalArgumentException(
                        "Reservation '%s' begins again at %d ms, before it has ended."
                                .formatted(name, spans.get(i).fromMillis()));
            }
        }
        if (nodes.size() == 0 || lendMillis < 0) {
            throw new IllegalArgumentException(
                    "Reservation '%s' is of %d nodes, and lends them for %d ms."
                            .formatted(name, nodes.size(), lendMillis));
        }
    }

    /** For no partition as such. */
    public Reservation(
            String name,
            String machine,
            NodeSet nodes,
            List<Opening> spans,
            Set<String> organizations,
            Set<String> users,
            long lendMillis) {
        this(name, machine, nodes, spans, organizations, users, Set.of(), lendMillis);
    }

    /** One span, which lends nothing. */
    public static Reservation of(
            String name,
            String machine,
            NodeSet nodes,
            long fromMillis,
            long toMillis,
            Set<String> organizations) {
        return new Reservation(
                name,
                machine,
                nodes,
                List.of(new Opening(fromMillis, toMillis, toMillis)),
                organizations,
                Set.of(),
                0);
    }
}
