package dandori.policy.limit;

import dandori.job.Jobs;
import dandori.policy.Setting;
import java.util.List;

/** Whom a limit is for. */
public enum Subject {
    /** All jobs of an organization. */
    ORGANIZATION("organization") {
        @Override
        int of(Jobs jobs, int job) {
            return jobs.organization(job);
        }

        @Override
        List<String> names(Setting setting) {
            return setting.organizations();
        }
    },
    /** All jobs of a user. */
    USER("user") {
        @Override
        int of(Jobs jobs, int job) {
            return jobs.user(job);
        }

        @Override
        List<String> names(Setting setting) {
            return setting.users();
        }
    },
    /** All jobs of a partition: the resource group, where the pool has some. */
    PARTITION("partition") {
        @Override
        int of(Jobs jobs, int job) {
            return jobs.partition(job);
        }

        @Override
        List<String> names(Setting setting) {
            return setting.partitions();
        }
    };

    private final String text;

    Subject(String text) {
        this.text = text;
    }

    /** The word for one of them. */
    public String text() {
        return text;
    }

    /** The index of the one that a job belongs to; -1 if it is not known. */
    abstract int of(Jobs jobs, int job);

    /** The names, by index. */
    abstract List<String> names(Setting setting);
}
