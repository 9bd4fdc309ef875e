package dandori.generate;

import dandori.engine.Durations;
import dandori.job.WorkloadBuilder;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The model of Lublin and Feitelson, "The workload on parallel supercomputers: modeling the
 * characteristics of rigid jobs", JPDC 63(11), 2003: sizes that are one, a power of two or any
 * number, run times that are longer the larger the job, gaps with a cycle of the day, batch and
 * interactive jobs. Constants are those of the authors' program, m_lublin99.c.
 *
 * <p>Largest sizes follow the machine, as the authors say. Users and time limits are no part of the
 * model: they are those of {@link DailyCycle}. A load is met in expectation, by multiplying all
 * gaps by one number. O(1) a job; the means take up to 0.1 s, once.
 */
public final class Lublin implements Generator {

    private static final String BATCH = "batch";
    private static final String INTERACTIVE = "interactive";

    private static final String[] BATCH_DEFAULTS = {
        "0.2927", "0.6686", "1.2", "0", "2", "0.875", "6.57", "0.823", "639.1", "0.0156", "-0.003",
        "0.6986", "6.0415", "0.8531", "1.0519", "6.1271", "5.274"
    };
    private static final String[] INTERACTIVE_DEFAULTS = {
        "0.1541", "0.625", "1", "1.5", "2.5", "0.705", "3.8351", "0.6605", "7.073", "0.6856",
        "-0.0118", "0.9156", "6.551", "0.6621", "0.9797", "8.9186", "3.668"
    };

    private final Map<Mixture, LublinMeans> known = new ConcurrentHashMap<>();

    /** For {@link java.util.ServiceLoader}. */
    public Lublin() {}

    /** How jobs are drawn. */
    private record Mixture(LublinRules batch, LublinRules interactive, double interactiveShare) {

        static Mixture of(Options options, int machineNodes) {
            return new Mixture(
                    LublinRules.of(BATCH, options, machineNodes),
                    LublinRules.of(INTERACTIVE, options, machineNodes),
                    options.number("interactive.share"));
        }

        LublinMeans means() {
            return LublinMeans.of(batch).with(LublinMeans.of(interactive), interactiveShare);
        }
    }

    @Override
    public String name() {
        return "lublin";
    }

    @Override
    public String says() {
        return "Sizes of one, powers of two and others, hyper-gamma run times that grow with the"
                + " size, a cycle of the day.";
    }

    @Override
    public String source() {
        return "Lublin and Feitelson, JPDC 63(11), 2003";
    }

    @Override
    public Optional<List<String>> users(Options options, String organization) {
        return Population.names(options, organization);
    }

    @Override
    public List<Option> options() {
        List<Option> options = new ArrayList<>();
        options.add(Sizes.largestOption());
        options.add(
                Option.duration("runTime.longest", "1d21h12min34s")
                        .atLeast(60_000)
                        .says("Run times above are drawn again; e^12 s in the authors' program."));
        options.add(Walltimes.factorOption("3"));
        options.addAll(Population.options("30"));
        options.add(
                Option.number("interactive.share", "0")
                        .atLeast(0)
                        .atMost(1)
                        .says(
                                "Share of interactive jobs, which have constants of their own; 0.85"
                                        + " in the authors' program with both types."));
        options.addAll(LublinType.options(BATCH, BATCH_DEFAULTS));
        options.addAll(LublinType.options(INTERACTIVE, INTERACTIVE_DEFAULTS));
        return options;
    }

    @Override
    public Map<String, String> conflicts(Options options, int machineNodes) {
        Map<String, String> conflicts = new LinkedHashMap<>();
        Mixture mixture = Mixture.of(options, machineNodes);
        for (LublinRules one : List.of(mixture.batch(), mixture.interactive())) {
            String prefix = one.type().prefix();
            if (one.type().serial() + one.type().powersOfTwo() > 1) {
                conflicts.put(
                        prefix + ".powersOfTwo",
                        "must be at most 1 - '%s.serial', %s."
                                .formatted(prefix, 1 - one.type().serial()));
            }
            if (one.leavesNoRunTime()) {
                conflicts.put("runTime.longest", "is shorter than nearly all " + prefix + " jobs.");
            }
            if (one.leavesNoGap()) {
                conflicts.put(prefix + ".gapA", "makes nearly all gaps longer than five days.");
            }
        }
        return conflicts;
    }

    @Override
    public double expectedJobs(Options options, Demand demand) {
        return demand.expectedJobs(means(Mixture.of(options, demand.machineNodes())).area());
    }

    private LublinMeans means(Mixture mixture) {
        return known.computeIfAbsent(mixture, Mixture::means);
    }

    @Override
    public List<Figure> generate(Options options, Demand demand, WorkloadBuilder jobs) {
        Mixture mixture = Mixture.of(options, demand.machineNodes());
        LublinMeans means = means(mixture);
        double expected = demand.expectedJobs(means.area());
        double interactive = expected * mixture.interactiveShare();
        LublinArrivals batchAt = arrivals(mixture.batch(), demand, expected - interactive);
        LublinArrivals interactiveAt = arrivals(mixture.interactive(), demand, interactive);
        LublinDraw batch = new LublinDraw(mixture.batch(), demand);
        LublinDraw other = new LublinDraw(mixture.interactive(), demand);
        PlainDraw rest =
                new PlainDraw(options, options.millis("runTime.longest"), expected, demand, jobs);
        DrawnJobs drawn = new DrawnJobs();
        long interactiveCount = 0;
        long nextBatch = batchAt.nextMillis();
        long nextInteractive = interactiveAt.nextMillis();
        while (Math.min(nextBatch, nextInteractive) != LublinArrivals.NONE) {
            boolean isBatch = nextBatch <= nextInteractive;
            LublinDraw its = isBatch ? batch : other;
            int nodes = its.nodes();
            long runMillis = its.runMillis(nodes);
            rest.add(isBatch ? nextBatch : nextInteractive, nodes, runMillis);
            drawn.add(nodes, runMillis);
            if (isBatch) {
                nextBatch = batchAt.nextMillis();
            } else {
                interactiveCount++;
                nextInteractive = interactiveAt.nextMillis();
            }
        }
        List<Figure> figures = new ArrayList<>(figures(means, expected, drawn, demand));
        figures.add(
                new Figure(
                        "interactive jobs in %",
                        100 * mixture.interactiveShare(),
                        100.0 * interactiveCount / drawn.count()));
        return figures;
    }

    private static LublinArrivals arrivals(LublinRules rules, Demand demand, double jobs) {
        String purpose = rules.type().prefix() + " arrivals";
        LublinDay day = new LublinDay(rules.type().day());
        return new LublinArrivals(rules.gap(), day, demand, jobs, purpose);
    }

    private static List<Figure> figures(
            LublinMeans means, double expected, DrawnJobs drawn, Demand demand) {
        double capacity = demand.capacity();
        return List.of(
                new Figure("jobs", expected, drawn.count()),
                new Figure("load", expected * means.area() / capacity, drawn.area() / capacity),
                new Figure("mean nodes", means.nodes(), drawn.meanNodes()),
                new Figure(
                        "mean node hours",
                        means.area() / Durations.HOUR_MILLIS,
                        drawn.meanNodeHours()),
                new Figure(
                        "mean run time in s",
                        means.runMillis() / Durations.SECOND_MILLIS,
                        drawn.meanRunSeconds()),
                new Figure("jobs of one node in %", 100 * means.serial(), drawn.serialPercent()),
                new Figure(
                        "jobs of 2, 4, 8 … nodes in %",
                        100 * means.powersOfTwo(), drawn.powerPercent()));
    }
}
