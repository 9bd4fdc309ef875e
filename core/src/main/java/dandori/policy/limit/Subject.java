package dandori.policy.limit;

import dandori.policy.Setting;
import dandori.policy.preemption.QosMembers;
import dandori.policy.preemption.QosTable;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Whom a limit is for. */
public enum Subject {
    /** All jobs of an organization. */
    ORGANIZATION("organization") {
        @Override
        IntUnaryOperator of(Setting setting, QosTable qualities) {
            return setting.jobs()::organization;
        }

        @Override
        List<String> names(Setting setting, QosTable qualities) {
            return setting.organizations();
        }
    },
    /** All jobs of a user. */
    USER("user") {
        @Override
        IntUnaryOperator of(Setting setting, QosTable qualities) {
            return setting.jobs()::user;
        }

        @Override
        List<String> names(Setting setting, QosTable qualities) {
            return setting.users();
        }
    },
    /** All jobs of a partition: the resource group, where the pool has some. */
    PARTITION("partition") {
        @Override
        IntUnaryOperator of(Setting setting, QosTable qualities) {
            return setting.jobs()::partition;
        }

        @Override
        List<String> names(Setting setting, QosTable qualities) {
            return setting.partitions();
        }
    },
    /** All jobs of a quality of service. */
    QOS("quality of service") {
        @Override
        IntUnaryOperator of(Setting setting, QosTable qualities) {
            return new QosMembers(qualities, setting)::of;
        }

        @Override
        List<String> names(Setting setting, QosTable qualities) {
            return qualities.names();
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

    /** The index of the one that a job of a run belongs to; -1 if it is not known. */
    abstract IntUnaryOperator of(Setting setting, QosTable qualities);

    /** The names, by index. */
    abstract List<String> names(Setting setting, QosTable qualities);
}
