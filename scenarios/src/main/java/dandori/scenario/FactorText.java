package dandori.scenario;

import dandori.policy.limit.Subject;
import dandori.policy.order.JobFactor;
import dandori.policy.order.NamedFactor;
import dandori.policy.order.SiteFactors;
import dandori.scenario.key.LimitSections;
import dandori.scenario.text.Mapping;
import java.util.Map;

/** What a site gives its jobs as {@link FactorReader} reads it. */
final class FactorText {

    private FactorText() {}

    /** Adds the factors and nice values of a policy to its keys; nothing where there are none. */
    static void add(SiteFactors given, TreeBuilder policy) {
        TreeBuilder factors = new TreeBuilder();
        if (given.partition() instanceof NamedFactor named) {
            TreeBuilder all = numbers(named.ofPartition());
            all.number(LimitSections.DEFAULT, named.others());
            factors.put(LimitSections.key(Subject.PARTITION), all.mapping());
        }
        add(given.qos(), factors);
        add(given.association(), factors);
        put("factors", factors, policy);
        TreeBuilder nice = new TreeBuilder();
        add(given.nice(), nice);
        put("nice", nice, policy);
    }

    private static void add(JobFactor factor, TreeBuilder tree) {
        if (factor instanceof NamedFactor named) {
            add(Subject.USER, named.ofUser(), tree);
            add(Subject.PARTITION, named.ofPartition(), tree);
            add(Subject.ORGANIZATION, named.ofOrganization(), tree);
            add(Subject.QOS, named.ofQos(), tree);
        }
    }

    private static void add(Subject subject, Map<String, Double> numbers, TreeBuilder tree) {
        put(LimitSections.key(subject), numbers(numbers), tree);
    }

    private static TreeBuilder numbers(Map<String, Double> numbers) {
        TreeBuilder tree = new TreeBuilder();
        numbers.forEach(tree::number);
        return tree;
    }

    private static void put(String key, TreeBuilder below, TreeBuilder tree) {
        Mapping mapping = below.mapping();
        if (!mapping.entries().isEmpty()) {
            tree.put(key, mapping);
        }
    }
}
