package dandori.policy.preemption;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The qualities of service that there are, and who has which: a job that of its user, if that has
 * one, else that of its partition, else that of its organization, else {@value #DEFAULT}.
 *
 * @param qualities in any order, names once; {@value #DEFAULT} is added if it is not there, as
 *     {@link Qos#named} has it
 * @param ofUser names of qualities by user
 * @param ofPartition names of qualities by partition, or resource group
 * @param ofOrganization names of qualities by organization
 */
public record QosTable(
        List<Qos> qualities,
        Map<String, String> ofUser,
        Map<String, String> ofPartition,
        Map<String, String> ofOrganization) {

    /** The quality of those who are named nowhere. */
    public static final String DEFAULT = "default";

    /** Nobody is told apart. */
    public static final QosTable NONE = new QosTable(List.of(), Map.of(), Map.of(), Map.of());

    /**
     * Keeps all in order.
     *
     * @throws IllegalArgumentException if a name is not known, or a quality is to take from one of
     *     no smaller priority
     */
    public QosTable {
        List<Qos> all = new ArrayList<>(qualities);
        if (all.stream().noneMatch(one -> one.name().equals(DEFAULT))) {
            all.add(Qos.named(DEFAULT));
        }
        qualities = List.copyOf(all);
        ofUser = Collections.unmodifiableMap(new LinkedHashMap<>(ofUser));
        ofPartition = Collections.unmodifiableMap(new LinkedHashMap<>(ofPartition));
        ofOrganization = Collections.unmodifiableMap(new LinkedHashMap<>(ofOrganization));
        for (Qos one : qualities) {
            for (String other : one.preempts()) {
                if (qualities.get(index(qualities, other)).priority() >= one.priority()) {
                    throw new IllegalArgumentException(
                            "'%s' is to preempt '%s', which has no smaller priority."
                                    .formatted(one.name(), other));
                }
            }
        }
        for (Map<String, String> names : List.of(ofUser, ofPartition, ofOrganization)) {
            for (String name : names.values()) {
                index(qualities, name);
            }
        }
    }

    /** Whether nobody takes anything from anybody, nor stands before anybody. */
    public boolean isEmpty() {
        return qualities.size() == 1 && qualities.get(0).equals(Qos.named(DEFAULT));
    }

    /** The names of the qualities, in their order. */
    public List<String> names() {
        return qualities.stream().map(Qos::name).toList();
    }

    /** The place of a name. */
    int index(String name) {
        return index(qualities, name);
    }

    private static int index(List<Qos> qualities, String name) {
        for (int i = 0; i < qualities.size(); i++) {
            if (qualities.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is no quality of service '%s'.".formatted(name));
    }
}
