package dandori.reference;

import dandori.job.Job;
import dandori.machine.Machine;
import dandori.sim.Moves;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Machines without wiring, and organizations {@code o0}, {@code o1} … that are at home on them.
 *
 * @param nodes of each machine
 * @param nodesPer of each machine, how many of its nodes stand for each other
 * @param speeds of each machine
 * @param homes of each organization
 * @param mayMove whether each organization's jobs may go elsewhere
 * @param transferMillis how much later they are there
 */
public record RoutedWorld(
        List<Integer> nodes,
        List<Integer> nodesPer,
        List<Integer> speeds,
        List<Integer> homes,
        List<Boolean> mayMove,
        long transferMillis) {

    private static final int[] FACTORS = {1, 1, 2, 3, 8};

    /** Two or three machines; every other world has nodes of one kind. */
    public static RoutedWorld random(SplittableRandom random, World world, long tickMillis) {
        int machines = 2 + random.nextInt(2);
        List<Integer> nodes = new ArrayList<>(List.of(world.nodes()));
        while (nodes.size() < machines) {
            nodes.add(1 + random.nextInt(world.nodes()));
        }
        boolean isUniform = random.nextBoolean();
        List<Integer> per = factors(random, machines, isUniform);
        List<Integer> speeds = factors(random, machines, isUniform);
        List<Integer> homes = new ArrayList<>();
        List<Boolean> may = new ArrayList<>();
        for (int i = 0; i <= machines; i++) {
            homes.add(random.nextInt(machines));
            may.add(random.nextInt(4) > 0);
        }
        long transfer = random.nextBoolean() ? 0 : random.nextInt(1, 12) * tickMillis;
        return new RoutedWorld(nodes, per, speeds, homes, may, transfer);
    }

    private static List<Integer> factors(SplittableRandom random, int count, boolean isUniform) {
        return IntStream.range(0, count)
                .mapToObj(i -> isUniform ? 1 : FACTORS[random.nextInt(FACTORS.length)])
                .toList();
    }

    /** The jobs of a world, each of some organization. */
    public List<Job> jobs(SplittableRandom random, World world) {
        List<Job> jobs = new ArrayList<>();
        for (Job job : world.jobs()) {
            jobs.add(Worlds.owned(job, job.user(), "o" + random.nextInt(homes.size())));
        }
        return jobs;
    }

    /** The machine of a job's organization. */
    public int home(Job job) {
        return homes.get(organization(job));
    }

    /** Whether a job may go elsewhere. */
    public boolean mayMove(Job job) {
        return mayMove.get(organization(job));
    }

    private static int organization(Job job) {
        return Integer.parseInt(job.organization().substring(1));
    }

    /** The machines. */
    public List<Machine> machines() {
        return IntStream.range(0, nodes.size())
                .mapToObj(i -> Machine.flat("m" + i, nodes.get(i)))
                .toList();
    }

    /** The same as the engine has it, by the index of organizations in a workload. */
    public Moves moves(List<String> organizations) {
        return new Moves(
                organizations.stream().map(name -> homes.get(number(name))).toList(),
                organizations.stream().map(name -> mayMove.get(number(name))).toList(),
                nodesPer.stream().map(Integer::doubleValue).toList(),
                speeds.stream().map(Integer::doubleValue).toList(),
                transferMillis);
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }
}
