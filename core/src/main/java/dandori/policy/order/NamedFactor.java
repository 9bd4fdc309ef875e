package dandori.policy.order;

import dandori.policy.Setting;
import dandori.policy.preemption.QosMembers;
import dandori.policy.preemption.QosTable;
import dandori.state.Situation;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * A number by name: a job has that of its user, if that is named, else that of its partition, else
 * that of its organization, else that of its quality of service, else that of all others.
 *
 * @param ofUser numbers by user
 * @param ofPartition numbers by partition, or resource group
 * @param ofOrganization numbers by organization
 * @param ofQos numbers by quality of service
 * @param others the number of jobs of none of them
 * @param qualities which job has which quality of service
 * @param isRelative whether each number counts in parts of the largest of all, that of the others
 *     included; all of them are 0 if that is
 */
public record NamedFactor(
        Map<String, Double> ofUser,
        Map<String, Double> ofPartition,
        Map<String, Double> ofOrganization,
        Map<String, Double> ofQos,
        double others,
        QosTable qualities,
        boolean isRelative)
        implements JobFactor {

    /** Keeps the numbers, in order. */
    public NamedFactor {
        ofUser = copy(ofUser);
        ofPartition = copy(ofPartition);
        ofOrganization = copy(ofOrganization);
        ofQos = copy(ofQos);
    }

    private static Map<String, Double> copy(Map<String, Double> numbers) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    /** Not to be asked: each run has an instance of its own, which knows the names. */
    @Override
    public double of(int job, Situation now) {
        throw new IllegalStateException(
                "Factors are known by name in a run.\nMaybe .forRun(setting)");
    }

    @Override
    public JobFactor forRun(Setting setting) {
        return new InRun(this, setting);
    }

    private double unit() {
        double largest =
                DoubleStream.concat(
                                List.of(ofUser, ofPartition, ofOrganization, ofQos).stream()
                                        .flatMap(numbers -> numbers.values().stream())
                                        .mapToDouble(number -> number),
                                DoubleStream.of(others))
                        .max()
                        .orElse(others);
        return !isRelative ? 1 : largest > 0 ? largest : Double.POSITIVE_INFINITY;
    }

    private static final class InRun implements JobFactor {

        private final double[] users; // NaN for those without one
        private final double[] partitions;
        private final double[] organizations;
        private final double[] qualities;
        private final double others;
        private final QosMembers members;

        InRun(NamedFactor factor, Setting setting) {
            double unit = factor.unit();
            users = numbers(factor.ofUser, setting.users(), unit);
            partitions = numbers(factor.ofPartition, setting.partitions(), unit);
            organizations = numbers(factor.ofOrganization, setting.organizations(), unit);
            qualities = numbers(factor.ofQos, factor.qualities.names(), unit);
            others = factor.others / unit;
            members = new QosMembers(factor.qualities, setting);
        }

        private static double[] numbers(
                Map<String, Double> byName, List<String> names, double unit) {
            double[] numbers = new double[names.size()];
            Arrays.setAll(numbers, i -> byName.getOrDefault(names.get(i), Double.NaN) / unit);
            return numbers;
        }

        @Override
        public double of(int job, Situation now) {
            double number = at(users, now.jobs().user(job));
            number = Double.isNaN(number) ? at(partitions, now.jobs().partition(job)) : number;
            number =
                    Double.isNaN(number) ? at(organizations, now.jobs().organization(job)) : number;
            number = Double.isNaN(number) ? at(qualities, members.of(job)) : number;
            return Double.isNaN(number) ? others : number;
        }

        private static double at(double[] numbers, int name) {
            return name < 0 || name >= numbers.length ? Double.NaN : numbers[name];
        }
    }
}
