package dandori.generate;

import dandori.engine.Durations;
import dandori.job.WorkloadBuilder;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A generator that is made of tables: classes of jobs by size, each with its run times and endings,
 * and the moments by which what it draws is held against what is published.
 *
 * <p>Arrivals are a Poisson stream that follows the hours, the days and the fiscal year ({@link
 * Activity}). Each job is of a class, drawn by the shares; its size, run time, ending, time limit
 * and user are then independent of each other, each from a stream of random numbers of its own.
 * Classes that are larger than the home machine are left out, and the others take their share.
 * O(classes) a job.
 */
abstract class Archetype implements Generator {

    private final String name;
    private final String says;
    private final String source;
    private final Habits habits;
    private final List<JobClass> classes;
    private final List<Moment> moments;

    /**
     * An archetype.
     *
     * @param name its name in scenario files
     * @param says one sentence
     * @param source where its figures are from
     * @param habits the defaults of its options
     * @param classes its classes of jobs, smallest first; their shares sum to 1
     * @param moments what is known of such jobs
     */
    Archetype(
            String name,
            String says,
            String source,
            Habits habits,
            List<JobClass> classes,
            List<Moment> moments) {
        this.name = name;
        this.says = says;
        this.source = source;
        this.habits = habits;
        this.classes = classes;
        this.moments = moments;
    }

    /**
     * The defaults of an archetype's options.
     *
     * @param users how many users there are
     * @param factor mean of time limit over run time
     * @param longest share of jobs that ask for the longest time limit of their class
     * @param night rate at night over that of working hours
     * @param weekend rate at weekends over that of working days
     * @param rush rate at the ends of half-years over that at their beginnings
     */
    record Habits(
            String users,
            String factor,
            String longest,
            String night,
            String weekend,
            String rush) {}

    /** The classes, smallest first; their shares sum to 1. */
    final List<JobClass> classes() {
        return classes;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String says() {
        return says;
    }

    @Override
    public final String source() {
        return source;
    }

    @Override
    public final Optional<List<String>> users(Options options, String organization) {
        return Optional.of(NamedUsers.names(options.count("users"), organization));
    }

    @Override
    public final List<Option> options() {
        List<Option> options = new ArrayList<>();
        options.add(
                Option.count("nodes.max", "unlimited")
                        .positive()
                        .says(
                                "Larger jobs are left out; `unlimited` is the home machine's"
                                        + " size."));
        options.add(
                Option.count("users", habits.users())
                        .positive()
                        .atMost(1_000_000)
                        .says("How many users there are; the k-th submits in proportion to 1/k."));
        options.add(Walltimes.factorOption(habits.factor()));
        options.add(
                Option.number("estimates.longest", habits.longest())
                        .atLeast(0)
                        .atMost(1)
                        .says("Share of jobs that ask for the longest time that there is."));
        options.addAll(Activity.options(habits.night(), habits.weekend(), habits.rush()));
        return options;
    }

    @Override
    public final Map<String, String> conflicts(Options options, int machineNodes) {
        int smallest = classes.get(0).sizes().min();
        int most = Math.min(options.count("nodes.max"), machineNodes);
        return most >= smallest
                ? Map.of()
                : Map.of(
                        "nodes.max",
                        String.format(
                                Locale.ROOT,
                                "leaves no job: '%s' has none below %,d nodes, and %,d are the most"
                                        + " here.",
                                name,
                                smallest,
                                most));
    }

    @Override
    public final double expectedJobs(Options options, Demand demand) {
        double area = 0;
        for (JobClass one : fitting(options, demand.machineNodes())) {
            area += one.share() * one.meanArea();
        }
        return demand.expectedJobs(area);
    }

    @Override
    public final List<Figure> generate(Options options, Demand demand, WorkloadBuilder jobs) {
        List<JobClass> fitting = fitting(options, demand.machineNodes());
        double expected = expectedJobs(options, demand);
        Moments drawn = new Moments(moments);
        ClassDraw draw = new ClassDraw(fitting, options, demand, jobs);
        Arrivals arrivals = new Arrivals(demand, Activity.of(options, demand), expected);
        for (long at = arrivals.nextMillis(); at != Arrivals.NONE; at = arrivals.nextMillis()) {
            draw.add(at, drawn);
        }
        return figures(demand, expected, fitting, drawn);
    }

    /** The classes that fit on a machine, cut to its size, with shares that sum to 1. */
    private List<JobClass> fitting(Options options, int machineNodes) {
        int most = Math.min(options.count("nodes.max"), machineNodes);
        List<JobClass> fitting =
                classes.stream()
                        .filter(one -> one.sizes().min() <= most)
                        .map(one -> one.upTo(most))
                        .toList();
        double sum = fitting.stream().mapToDouble(JobClass::share).sum();
        return fitting.stream().map(one -> one.with(one.share() / sum)).toList();
    }

    private List<Figure> figures(
            Demand demand, double expected, List<JobClass> fitting, Moments drawn) {
        Moments rules = Moments.expected(fitting, moments);
        double area = fitting.stream().mapToDouble(one -> one.share() * one.meanArea()).sum();
        double nodes = fitting.stream().mapToDouble(one -> one.share() * one.sizes().mean()).sum();
        double capacity = demand.capacity();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("jobs", expected, drawn.jobs()));
        figures.add(new Figure("load", expected * area / capacity, drawn.area() / capacity));
        figures.add(new Figure("mean nodes", nodes, drawn.meanNodes()));
        figures.add(
                new Figure(
                        "mean node hours",
                        area / Durations.HOUR_MILLIS,
                        drawn.area() / drawn.jobs() / Durations.HOUR_MILLIS));
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            figures.add(
                    new Figure(
                            moment.name() + " in %",
                            100 * rules.share(i),
                            100 * drawn.share(i),
                            moment.published(),
                            moment.source()));
        }
        return figures;
    }
}
