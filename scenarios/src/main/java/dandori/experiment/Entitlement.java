package dandori.experiment;

import dandori.job.Cause;
import dandori.job.JobState;
import dandori.job.Jobs;
import dandori.job.Workload;
import dandori.machine.Machine;
import dandori.metric.JobLog;
import dandori.metric.Window;
import dandori.scenario.Organization;
import dandori.scenario.Scenario;
import dandori.sim.Overrun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What organizations demanded and what they were due, in node milliseconds within a window, by
 * their index in the run. Neither depends on the policy.
 *
 * <p>Demand is what a machine without limits would have delivered in the window: each job from its
 * submission on, for as long as it runs, unless no machine has room for it; each campaign as {@link
 * CampaignDemand} has it. Entitled is the max–min share of the home machine's node time by shares
 * and demand ({@link WaterFilling}), so that who asks for little is no victim.
 */
final class Entitlement {

    private final int[] home; // an index of the scenario's machines
    private final double[] share; // among all organizations of the home machine, from 0 to 1
    private final double[] demanded;
    private final double[] entitled;

    private Entitlement(int[] home, double[] share, double[] demanded, double[] entitled) {
        this.home = home;
        this.share = share;
        this.demanded = demanded;
        this.entitled = entitled;
    }

    /** The machine of an organization, as an index of the scenario's. */
    int home(int organization) {
        return home[organization];
    }

    /** Its share among all organizations of its home machine, from 0 to 1. */
    double share(int organization) {
        return share[organization];
    }

    /** Its demand. */
    double demanded(int organization) {
        return demanded[organization];
    }

    /** What it was due. */
    double entitled(int organization) {
        return entitled[organization];
    }

    /** What the organizations of a run demanded and were due. */
    static Entitlement of(Scenario scenario, Played played) {
        Window window = played.outcome().window();
        List<String> names = played.list().organizations();
        int[] home =
                names.stream()
                        .mapToInt(name -> scenario.machines().indexOf(scenario.homeOf(name)))
                        .toArray();
        double[] weight = names.stream().mapToDouble(name -> shares(scenario, name)).toArray();
        double[] demanded = demanded(scenario, played, names, window);
        double[] entitled = new double[names.size()];
        double[] share = new double[names.size()];
        for (int machine = 0; machine < scenario.machines().size(); machine++) {
            Machine one = scenario.machines().get(machine);
            List<Integer> members = new ArrayList<>();
            double all = idleShares(scenario, one, names);
            for (int i = 0; i < home.length; i++) {
                if (home[i] == machine) {
                    members.add(i);
                    all += weight[i];
                }
            }
            double capacity = (double) one.nodes() * window.lengthMillis();
            double[] filled =
                    WaterFilling.shares(pick(demanded, members), pick(weight, members), capacity);
            for (int i = 0; i < filled.length; i++) {
                entitled[members.get(i)] = filled[i];
                share[members.get(i)] = weight[members.get(i)] / all;
            }
        }
        return new Entitlement(home, share, demanded, entitled);
    }

    private static double shares(Scenario scenario, String name) {
        return scenario.organization(name).map(Organization::shares).orElse(1.0);
    }

    /** The shares of organizations at home on a machine that submit no job. */
    private static double idleShares(Scenario scenario, Machine machine, List<String> names) {
        return scenario.organizations().stream()
                .filter(one -> one.home().equals(machine.name()) && !names.contains(one.name()))
                .mapToDouble(Organization::shares)
                .reduce(0, Double::sum);
    }

    private static double[] pick(double[] values, List<Integer> places) {
        return places.stream().mapToDouble(place -> values[place]).toArray();
    }

    private static double[] demanded(
            Scenario scenario, Played played, List<String> names, Window window) {
        Workload workload = played.workload();
        JobLog log = played.outcome().log();
        Jobs jobs = workload.jobs(); // as they were asked for at home, wherever they went
        boolean isExtended = scenario.run().overrun() == Overrun.EXTEND;
        double[] demanded = new double[names.size()];
        for (int job = 0; job < workload.count(); job++) {
            int organization = jobs.organization(job);
            boolean cannotBe =
                    log.state(job) == JobState.REJECTED && log.cause(job) != Cause.POLICY;
            if (organization >= 0 && !cannotBe) {
                long submit = jobs.submitMillis(job);
                long run = workload.runMillis(job);
                run = isExtended ? run : Math.min(run, jobs.walltimeMillis(job));
                demanded[organization] +=
                        (double) window.overlapMillis(submit, submit + run) * jobs.nodes(job);
            }
        }
        for (CampaignDemand one : CampaignDemand.of(played.jobs().campaigns())) {
            demanded[names.indexOf(one.organization())] +=
                    (double) window.overlapMillis(one.fromMillis(), one.toMillis()) * one.nodes();
        }
        return demanded;
    }

    /**
     * Jain's index of some ratios: (Σx)² / (n · Σx²), 1 where all are alike, 1/n where one has
     * everything; NaN of none. Jain, Chiu and Hawe, DEC-TR-301, 1984.
     */
    static double jain(double[] ratios) {
        double sum = Arrays.stream(ratios).reduce(0, Double::sum);
        double squares = Arrays.stream(ratios).reduce(0, (all, one) -> all + one * one);
        return sum * sum / (ratios.length * squares);
    }
}
