package dandori.trace;

import java.util.List;

/**
 * The names in a trace, each by the index under which jobs have it: in the order in which they are
 * first seen.
 *
 * @param users whose jobs there are
 * @param organizations theirs
 * @param partitions where jobs were to run
 */
public record TraceNames(List<String> users, List<String> organizations, List<String> partitions) {

    /** Copies the lists. */
    public TraceNames {
        users = List.copyOf(users);
        organizations = List.copyOf(organizations);
        partitions = List.copyOf(partitions);
    }
}
