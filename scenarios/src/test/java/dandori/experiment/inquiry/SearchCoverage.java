package dandori.experiment.inquiry;

import dandori.engine.RandomStreams;
import dandori.experiment.Cell;
import dandori.experiment.CellResult;
import dandori.experiment.Experiment;
import dandori.experiment.ExperimentResult;
import dandori.experiment.Group;
import dandori.experiment.Measurement;
import dandori.experiment.Study;
import dandori.metric.Figure;
import dandori.scenario.KnownParts;
import dandori.scenario.inquiry.Search;
import dandori.scenario.sweep.Variant;
import dandori.scenario.sweep.Variants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Searches for the servers that an M/M/c queue needs, of which Erlang's formula knows the answer:
 * how often is what they say true? The figures of their cells are those of the queue, by the
 * recursion of Kiefer and Wolfowitz.
 */
final class SearchCoverage {

    private static final double OFFERED = 8; // mean service time 1 h, 8 jobs an hour
    private static final int LEFT_OUT = 500;
    private static final int JOBS = 4_000;

    private final int boundSeconds;
    private final Map<String, Double> meanWaits = new HashMap<>(); // by servers and seed

    SearchCoverage(int boundSeconds) {
        this.boundSeconds = boundSeconds;
    }

    /** How many of some searches say nothing wrong, and how many name the answer to the server. */
    record Tally(int right, int exact) {}

    Tally of(int searches) {
        Variants variants =
                Inquiries.read(
                        Inquiries.SIZE,
                        "report.policies=[plain]",
                        "run.seeds=1..5",
                        "search={change: machines.east.nodes, between: 9..24, seedsAtMost: 20,"
                                + " target: {figure: wait_mean_s, atMost: "
                                + boundSeconds
                                + "s}}");
        int truth = fewest();
        int right = 0;
        int exact = 0;
        for (int search = 0; search < searches; search++) {
            SearchResult.Answer answer = search(variants, search);
            int holds = answer.holdsFrom() == null ? 25 : Integer.parseInt(answer.holdsFrom());
            int fails = answer.failsUpTo() == null ? 8 : Integer.parseInt(answer.failsUpTo());
            right += holds >= truth && fails < truth ? 1 : 0;
            exact += holds == truth && fails == truth - 1 ? 1 : 0;
        }
        return new Tally(right, exact);
    }

    private SearchResult.Answer search(Variants variants, int number) {
        Search asked = (Search) variants.first().inquiry();
        SearchRounds rounds = new SearchRounds(variants.first(), asked, KnownParts.found());
        Optional<Experiment> next = Optional.of(rounds.begin());
        ExperimentResult result = null;
        while (next.isPresent()) {
            result = played(next.get(), number);
            next = rounds.after(result);
        }
        return SearchResult.of(result).answers().get(0);
    }

    private ExperimentResult played(Experiment experiment, int search) {
        List<Study> studies = new ArrayList<>();
        for (Variant variant : experiment.variants()) {
            List<CellResult> results = new ArrayList<>();
            for (Cell cell : experiment.cells()) {
                if (cell.variant().equals(variant)) {
                    results.add(result(cell, 1_000L * search + cell.seed()));
                }
            }
            List<Integer> seeds = results.stream().map(one -> one.cell().seed()).toList();
            studies.add(new Study(variant, seeds, results, List.of(), Map.of(), List.of(), JOBS));
        }
        return new ExperimentResult(experiment, studies);
    }

    private CellResult result(Cell cell, long seed) {
        int servers = cell.variant().scenario().machines().get(0).nodes();
        double hours =
                meanWaits.computeIfAbsent(
                        servers + " " + seed, any -> meanWaitHours(servers, seed));
        Map<String, Figure> figures = Map.of("wait_mean_s", new Figure(3_600 * hours, false));
        return new CellResult(
                cell,
                JOBS,
                JOBS,
                new Measurement(Map.of(Group.ALL, figures), List.of(), Map.of()),
                List.of(),
                Map.of(),
                0);
    }

    /** The same jobs with any number of servers. */
    private static double meanWaitHours(int servers, long seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("queue", 0);
        double[] free = new double[servers];
        double now = 0;
        double sum = 0;
        for (int job = 0; job < LEFT_OUT + JOBS; job++) {
            now += exponential(random) / OFFERED;
            Arrays.sort(free);
            double start = Math.max(now, free[0]);
            free[0] = start + exponential(random);
            sum += job < LEFT_OUT ? 0 : start - now;
        }
        return sum / JOBS;
    }

    private static double exponential(UniformRandomProvider random) {
        return -StrictMath.log(1 - random.nextDouble());
    }

    /** By Erlang's C: the fewest servers with which the mean wait is within the bound. */
    int fewest() {
        int servers = (int) OFFERED + 1;
        while (erlangWaitHours(servers) * 3_600 > boundSeconds) {
            servers++;
        }
        return servers;
    }

    private static double erlangWaitHours(int servers) {
        double blocked = 1; // Erlang's B by its recursion
        for (int k = 1; k <= servers; k++) {
            blocked = OFFERED * blocked / (k + OFFERED * blocked);
        }
        double load = OFFERED / servers;
        double delayed = blocked / (1 - load * (1 - blocked));
        return delayed / (servers - OFFERED);
    }
}
