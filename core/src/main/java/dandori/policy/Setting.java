package dandori.policy;

import dandori.job.Jobs;
import dandori.machine.Machine;
import dandori.machine.Pool;
import dandori.policy.share.Accounts;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Where a part of a policy is to work: one run of one pool, before anything has happened.
 *
 * @param machine the machine
 * @param pool the pool, which is part of it
 * @param jobs the jobs of the run, known or still to come
 * @param users the names of users, by {@link Jobs#user}
 * @param organizations the names of organizations, by {@link Jobs#organization}
 * @param partitions the names of partitions, by {@link Jobs#partition}: of the pool's resource
 *     groups, where it has some, else as the input names them
 * @param origin the date of time 0, by which calendars go
 * @param accounts who is entitled to what
 */
public record Setting(
        Machine machine,
        Pool pool,
        Jobs jobs,
        List<String> users,
        List<String> organizations,
        List<String> partitions,
        ZonedDateTime origin,
        Accounts accounts) {

    /** Keeps the lists. */
    public Setting {
        users = List.copyOf(users);
        organizations = List.copyOf(organizations);
        partitions = List.copyOf(partitions);
    }
}
