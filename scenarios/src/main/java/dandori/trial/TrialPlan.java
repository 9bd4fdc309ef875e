package dandori.trial;

import dandori.generate.Demand;
import dandori.generate.Generator;
import dandori.generate.Generators;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.network.Fidelity;
import dandori.policy.limit.Limit;
import dandori.policy.share.Account;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.scenario.Certainty;
import dandori.scenario.GeneratedStream;
import dandori.scenario.Keep;
import dandori.scenario.MovePlan;
import dandori.scenario.Organization;
import dandori.scenario.Part;
import dandori.scenario.ReportPlan;
import dandori.scenario.RunPlan;
import dandori.scenario.Scenario;
import dandori.scenario.SeedWorkload;
import dandori.scenario.Stream;
import dandori.scenario.StreamRequest;
import dandori.scenario.WorkloadPlan;
import dandori.scenario.Workloads;
import dandori.scenario.key.OptionValues;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import dandori.scenario.text.NearestName;
import dandori.sim.Conventions;
import dandori.sim.OnFailure;
import dandori.sim.Overrun;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What trials are made of, and the scenario that a file would have said with it.
 *
 * @param machines at least one
 * @param members the organizations
 * @param drawn jobs that models draw
 * @param jobs the jobs of each seed; null where models draw them
 * @param seeds at least one
 * @param length how long a run is; null: until the last job has ended
 * @param warmUp before which nothing is measured
 * @param overrun what becomes of a job that would run beyond its limit
 */
record TrialPlan(
        List<Machine> machines,
        List<Member> members,
        List<Drawn> drawn,
        @Nullable LongFunction<Workload> jobs,
        List<Integer> seeds,
        @Nullable Duration length,
        Duration warmUp,
        Overrun overrun) {

    /** When drawn jobs begin, as in scenario files that do not say: a Monday. */
    private static final ZonedDateTime MONDAY =
            ZonedDateTime.of(2026, 1, 5, 0, 0, 0, 0, ZoneOffset.UTC);

    /** An organization, its shares, and the name of its machine. */
    record Member(String name, double shares, String home) {}

    /** Jobs of an organization that a model draws. */
    record Drawn(String organization, String model, double load, Map<String, Double> options) {

        /** The model's options, those that are not given by their defaults. */
        Options complete() {
            Map<String, Double> values = new TreeMap<>();
            for (Option option : Generators.named(model).orElseThrow().options()) {
                values.putAll(value(option, new Issues()).values());
            }
            return new Options(values);
        }

        /** The value of one option: what is given, if it may be, else its default. */
        Options value(Option option, Issues issues) {
            boolean isGiven = options.containsKey(option.name());
            List<Option> given = isGiven ? List.of(option) : List.of();
            Mapping mapping = new Mapping("", 0, OptionValues.write(given, new Options(options)));
            return OptionValues.read(model, List.of(option), mapping, List.of(), issues);
        }
    }

    /** Copies the lists. */
    TrialPlan {
        machines = List.copyOf(machines);
        members = List.copyOf(members);
        drawn = List.copyOf(drawn);
        seeds = List.copyOf(seeds);
    }

    /** Refuses what is missing or does not fit, all at once. */
    void check(Collection<String> policies) {
        List<String> wrong = new ArrayList<>();
        if (policies.isEmpty()) {
            wrong.add("There is no policy.\nMaybe .policy(name, it -> it.order(…).backfill(…)).");
        }
        if ((jobs == null) == drawn.isEmpty()) {
            wrong.add(
                    jobs == null
                            ? "There are no jobs.\nMaybe .jobs(workload) or .generate(…)."
                            : "There are both jobs and models that draw some.\nMaybe one of the two.");
        }
        if (!drawn.isEmpty() && length == null) {
            wrong.add("For how long do the models draw jobs?\nMaybe .length(Duration.ofDays(28)).");
        }
        if (length != null && warmUp.compareTo(length) >= 0) {
            wrong.add("warmUp (%s) must be shorter than length (%s).".formatted(warmUp, length));
        }
        drawn.forEach(one -> check(one, wrong));
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", wrong));
        }
    }

    private void check(Drawn one, List<String> wrong) {
        List<String> names = members.stream().map(Member::name).toList();
        if (!names.contains(one.organization())) {
            String what = "generate: there is no organization '%s'.".formatted(one.organization());
            wrong.add(what + maybe(one.organization(), names));
        }
        List<String> models = Generators.all().stream().map(Generator::name).toList();
        if (!models.contains(one.model())) {
            String what = "generate: there is no model '%s'.".formatted(one.model());
            wrong.add(what + maybe(one.model(), models));
            return;
        }
        if (!(one.load() > 0)) {
            wrong.add("generate: the load (%s) must be above 0.".formatted(one.load()));
        }
        Generator generator = Generators.named(one.model()).orElseThrow();
        List<String> known = generator.options().stream().map(Option::name).toList();
        for (String name : one.options().keySet()) {
            if (!known.contains(name)) {
                String what = "generate: '%s' has no option '%s'.".formatted(one.model(), name);
                wrong.add(what + maybe(name, known));
                return;
            }
        }
        for (Option option : generator.options()) {
            Issues issues = new Issues();
            one.value(option, issues);
            issues.list()
                    .forEach(issue ->
                            wrong.add("generate: %s: %s".formatted(option.name(), issue.text())));
        }
        generator
                .conflicts(one.complete(), home(one.organization()))
                .forEach((name, why) -> wrong.add("generate: %s: %s".formatted(name, why)));
    }

    /** The size of an organization's home; of the first machine for one that is not named. */
    private int home(String organization) {
        String home =
                members.stream()
                        .filter(one -> one.name().equals(organization))
                        .map(Member::home)
                        .findFirst()
                        .orElse("");
        return machines.stream()
                .filter(one -> one.name().equals(home))
                .findFirst()
                .orElse(machines.get(0))
                .nodes();
    }

    private static String maybe(String name, List<String> known) {
        String maybe = NearestName.maybe(name, known);
        return maybe == null ? "" : "\nMaybe " + maybe;
    }

    /** The scenario that a file would have said. */
    Scenario scenario() {
        List<Stream> streams = new ArrayList<>();
        for (Drawn one : drawn) {
            streams.add(
                    new GeneratedStream(
                            one.organization(),
                            one.organization(),
                            one.model(),
                            Demand.Measure.LOAD,
                            one.load(),
                            one.complete(),
                            null,
                            StreamRequest.PLAIN));
        }
        return new Scenario(
                "trials",
                "",
                machines,
                Map.of(),
                members.stream().map(TrialPlan::organization).toList(),
                new WorkloadPlan(
                        streams,
                        WorkloadPlan.OnTooLarge.REJECT,
                        new Part("home", Options.NONE),
                        MovePlan.PLAIN),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                runPlan(),
                List.of(),
                List.of(),
                new ReportPlan(List.of(), List.of(), "", List.of(), List.of(), "", false),
                null);
    }

    private static Organization organization(Member one) {
        Account account = Account.of(one.name(), one.shares());
        return new Organization(account, one.home(), Limit.NONE, false);
    }

    private RunPlan runPlan() {
        return new RunPlan(
                length == null ? null : length.toMillis(),
                warmUp.toMillis(),
                seeds,
                Certainty.AS_NAMED,
                drawn.isEmpty() ? null : MONDAY,
                Conventions.DANDORI,
                overrun,
                Fidelity.NONE,
                OnFailure.REQUEUE,
                false,
                Keep.TABLES);
    }

    /** The jobs of a seed, by a function for several threads. */
    LongFunction<SeedWorkload> workloads(Scenario scenario) {
        if (jobs == null) {
            return new Workloads(scenario, (read, all) -> {})::forSeed;
        }
        return seed -> SeedWorkload.of(scenario, jobs.apply(seed));
    }
}
