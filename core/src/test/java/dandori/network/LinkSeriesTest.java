package dandori.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dandori.interconnect.FlowTable;
import dandori.interconnect.Interconnect;
import dandori.interconnect.LinkGroups;
import dandori.job.Communication;
import dandori.job.Job;
import dandori.job.Pattern;
import dandori.job.Request;
import dandori.job.Workload;
import dandori.machine.AllocationUnit;
import dandori.machine.Machine;
import dandori.machine.Pool;
import dandori.metric.JobLog;
import dandori.policy.Policy;
import dandori.policy.backfill.Backfills;
import dandori.policy.order.Orders;
import dandori.policy.placement.Placements;
import dandori.reference.SlowFilling;
import dandori.sim.Outcome;
import dandori.sim.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What links carried in a run, against a twin that lays the messages of all jobs that ran at an
 * instant on the machine anew, pair by pair.
 */
class LinkSeriesTest {

    static Stream<Interconnect> wirings() {
        return LinkSharingTest.wirings();
    }

    @ParameterizedTest
    @MethodSource("wirings")
    void loadsAreThoseOfTheJobsThatRun(Interconnect wiring) {
        for (int seed = 0; seed < 3; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Job> jobs = jobs(random, wiring.nodes(), 40);
            Outcome outcome = simulation(wiring, jobs).recordLinks(true).run();
            assertThat(outcome.links()).hasSize(1);
            LinkSeries series = outcome.links().get(0);
            List<Long> instants = lastOfSteps(outcome.log(), series.stepMillis());
            assertThat(series.size()).isEqualTo(instants.size()).isPositive();
            for (int sample = 0; sample < series.size(); sample++) {
                assertThat(series.atMillis(sample)).isEqualTo(instants.get(sample));
                check(wiring, jobs, outcome.log(), series, sample);
            }
        }
    }

    @Test
    void thereAreNeverMoreSamplesThanSaid() {
        Interconnect wiring = LinkSharingTest.wirings().toList().get(2);
        List<Job> jobs = jobs(new SplittableRandom(7), wiring.nodes(), 1_500);
        Outcome outcome = simulation(wiring, jobs).recordLinks(true).run();
        LinkSeries series = outcome.links().get(0);
        assertThat(series.size()).isBetween(100, LinkSeries.MOST);
        List<Long> instants = lastOfSteps(outcome.log(), series.stepMillis());
        List<Long> seen = new ArrayList<>();
        for (int sample = 0; sample < series.size(); sample++) {
            seen.add(series.atMillis(sample));
        }
        assertThat(seen).isEqualTo(instants);
        for (int sample = 0; sample < series.size(); sample += 40) {
            check(wiring, jobs, outcome.log(), series, sample);
        }
    }

    @Test
    void nothingElseChangesWhereLinksAreWrittenDown() {
        Interconnect wiring = LinkSharingTest.wirings().toList().get(0);
        List<Job> jobs = jobs(new SplittableRandom(3), wiring.nodes(), 80);
        Outcome without = simulation(wiring, jobs).run();
        Outcome with = simulation(wiring, jobs).recordLinks(true).run();
        assertThat(without.links()).isEmpty();
        assertThat(with.summary()).usingRecursiveComparison().isEqualTo(without.summary());
        for (int job = 0; job < jobs.size(); job++) {
            assertThat(with.log().endMillis(job)).isEqualTo(without.log().endMillis(job));
        }
    }

    @Test
    void whatDoesNotLookAtLinksHasNone() {
        Interconnect wiring = LinkSharingTest.wirings().toList().get(0);
        List<Job> jobs = jobs(new SplittableRandom(3), wiring.nodes(), 20);
        for (Fidelity fidelity : List.of(Fidelity.NONE, Fidelity.STATIC)) {
            Simulation simulation = simulation(wiring, jobs).network(fidelity.model());
            assertThat(simulation.recordLinks(true).run().links()).isEmpty();
        }
        Simulation flat =
                Simulation.of(Machine.flat("m", 30), Workload.of("w", jobs))
                        .policy(policy())
                        .network(Networks.maxMin())
                        .recordLinks(true);
        assertThat(flat.run().links()).isEmpty();
    }

    private static List<Job> jobs(SplittableRandom random, int nodes, int count) {
        List<Job> jobs = new ArrayList<>();
        long submit = 0;
        for (int id = 0; id < count; id++) {
            submit += random.nextInt(4) == 0 ? 0 : random.nextInt(60_000);
            int wants = 1 + random.nextInt(Math.max(1, nodes / 3));
            long run = 1L + random.nextInt(300_000);
            Pattern pattern = Pattern.values()[random.nextInt(Pattern.values().length)];
            Communication sends = new Communication(pattern, 1e9 * (1 + random.nextInt(199)));
            boolean talks = random.nextInt(5) > 0;
            Request request = talks ? new Request(null, sends, 0) : Request.PLAIN;
            jobs.add(new Job(id, submit, wants, 4 * run, run, "", "", "", request));
        }
        return jobs;
    }

    private static Policy policy() {
        return Policy.named("p")
                .order(Orders.fcfs())
                .backfill(Backfills.easy())
                .placement(Placements.firstFit())
                .build();
    }

    private static Simulation simulation(Interconnect wiring, List<Job> jobs) {
        List<Pool> pools = List.of(new Pool("m", 0, wiring.nodes()));
        Machine machine = new Machine("m", AllocationUnit.NODE, wiring, pools);
        return Simulation.of(machine, Workload.of("w", jobs))
                .policy(policy())
                .network(Networks.maxMin());
    }

    /** The last instant of each step in which anything happened, from the first message on. */
    private static List<Long> lastOfSteps(JobLog log, long stepMillis) {
        TreeSet<Long> all = new TreeSet<>();
        long first = Long.MAX_VALUE; // message
        for (int job = 0; job < log.jobs().count(); job++) {
            all.addAll(
                    List.of(
                            log.jobs().submitMillis(job),
                            log.startMillis(job),
                            log.endMillis(job)));
            boolean sends =
                    log.jobs().request(job).communication() != null && log.nodeSet(job).size() > 1;
            first = sends ? Math.min(first, log.startMillis(job)) : first;
        }
        List<Long> last = new ArrayList<>();
        for (long at : all) {
            Long next = all.higher(at);
            if (at >= first && (next == null || next / stepMillis != at / stepMillis)) {
                last.add(at);
            }
        }
        return last;
    }

    private static void check(
            Interconnect wiring, List<Job> jobs, JobLog log, LinkSeries series, int sample) {
        Snapshot twin = new Snapshot(wiring);
        for (int job = 0; job < jobs.size(); job++) {
            long at = series.atMillis(sample);
            if (log.startMillis(job) <= at && at < log.endMillis(job)) {
                twin.add(jobs.get(job), Nodes.of(log.nodeSet(job)));
            }
        }
        twin.solve();
        LinkGroups groups = wiring.linkGroups();
        for (int group = 0; group < series.groups().size(); group++) {
            double load = 0;
            double most = 0;
            int contended = 0;
            for (int link = 0; link < wiring.linkCount(); link++) {
                if (groups.groupOf(link) == group) {
                    load += twin.load[link];
                    most = Math.max(most, twin.load[link] / wiring.bytesPerSecond(link));
                    contended += twin.isContended(link) ? 1 : 0;
                }
            }
            assertThat(series.bytesPerSecond(sample, group))
                    .isCloseTo(load, within(1e-7 * (1 + load)));
            assertThat(series.mostUtilization(sample, group)).isCloseTo(most, within(1e-7));
            assertThat(most).isLessThanOrEqualTo(1 + 1e-7);
            assertThat(series.contendedLinks(sample, group)).isEqualTo(contended);
        }
    }

    /** All jobs of an instant on all links. */
    private static final class Snapshot {

        private final Interconnect wiring;
        private final BestPlace bestPlace;
        private final double[] capacity;
        private final double[] load; // by link
        private final List<double[]> uses = new ArrayList<>(); // by flow and link
        private final List<Job> flows = new ArrayList<>();
        private final List<Double> best = new ArrayList<>(); // by flow

        Snapshot(Interconnect wiring) {
            this.wiring = wiring;
            bestPlace = new BestPlace(new Footprints(wiring));
            capacity = new double[wiring.linkCount()];
            Arrays.setAll(capacity, wiring::bytesPerSecond);
            load = new double[capacity.length];
        }

        void add(Job job, int[] nodes) {
            Communication sends = job.request().communication();
            if (sends == null || nodes.length < 2) {
                return;
            }
            double[] use = new double[capacity.length];
            Traffic.name(
                    sends.pattern(),
                    wiring,
                    nodes,
                    (from, to, part) -> wiring.route(from, to, link -> use[link] += part));
            uses.add(use);
            flows.add(job);
            best.add(bestPlace.bytesPerSecond(sends.pattern(), nodes.length));
        }

        void solve() {
            FlowTable table = new FlowTable();
            for (double[] use : uses) {
                table.add(1, Double.POSITIVE_INFINITY);
                for (int link = 0; link < use.length; link++) {
                    if (use[link] > 0) {
                        table.loads(link, use[link]);
                    }
                }
            }
            double[] rates = SlowFilling.rates(table, capacity);
            for (int flow = 0; flow < uses.size(); flow++) {
                double seconds = flows.get(flow).runMillis() / 1e3;
                double bytes = flows.get(flow).request().communication().bytesPerNode();
                double waiting = Math.min(seconds, bytes / best.get(flow));
                double sent = waiting * best.get(flow); // in all; what there is time for
                double now = waiting * best.get(flow) / rates[flow]; // waiting at this rate
                double each = sent / Math.max(seconds, seconds - waiting + now);
                for (int link = 0; link < load.length; link++) {
                    load[link] += each * uses.get(flow)[link];
                }
            }
        }

        boolean isContended(int link) {
            int crossing = 0;
            double wanted = 0;
            for (double[] use : uses) {
                double alone = Double.POSITIVE_INFINITY;
                for (int other = 0; other < use.length; other++) {
                    alone = use[other] > 0 ? Math.min(alone, capacity[other] / use[other]) : alone;
                }
                crossing += use[link] > 0 ? 1 : 0;
                wanted += use[link] > 0 ? use[link] * alone : 0;
            }
            return crossing > 1 && wanted > capacity[link] * (1 + 1e-9);
        }
    }
}
