package dandori.reference;

import dandori.job.Job;
import dandori.job.JobState;
import dandori.metric.JobLog;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where the rules of routing send a job, worked out again from the log of the whole run: who
 * waited, ran or was on the way on each machine at the instant of its submission.
 *
 * @param world the machines, and who may move
 * @param jobs the jobs, in order of submission
 * @param log what became of them
 * @param order what the queue is sorted by, smallest first
 */
public record TwinRouting(
        RoutedWorld world, List<Job> jobs, JobLog log, ToDoubleFunction<Sized> order) {

    /** A job with the nodes and the times that it has on a machine. */
    public record Sized(int row, Job job, int nodes, long walltimeMillis, long runMillis) {}

    private record Slot(long fromMillis, long toMillis, int nodes) {}

    /** A job on a machine. */
    public Sized on(int row, int machine) {
        Job job = jobs.get(row);
        int home = world.home(job);
        if (machine == home) {
            return new Sized(row, job, job.nodes(), job.walltimeMillis(), job.runMillis());
        }
        int per = world.nodesPer().get(home);
        int nodes = (job.nodes() * world.nodesPer().get(machine) + per - 1) / per;
        long from = (long) job.nodes() * world.speeds().get(home);
        long to = (long) nodes * world.speeds().get(machine);
        long limit = raised(job.walltimeMillis(), from, to);
        long run = raised(job.runMillis(), from, to);
        boolean isTooLong = job.runMillis() > job.walltimeMillis();
        return new Sized(row, job, nodes, limit, isTooLong ? Math.max(run, limit + 1) : run);
    }

    /** {@code millis · by / over}, rounded up, without a rounding on the way. */
    private static long raised(long millis, long by, long over) {
        BigInteger[] parts =
                BigInteger.valueOf(millis)
                        .multiply(BigInteger.valueOf(by))
                        .divideAndRemainder(BigInteger.valueOf(over));
        return parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0);
    }

    /** The machine that the least cost chooses for a job: its home first among equals. */
    public int machine(int row, String rule) {
        Job job = jobs.get(row);
        int home = world.home(job);
        List<Integer> turns = new ArrayList<>(List.of(home));
        for (int machine = 0; machine < world.nodes().size(); machine++) {
            if (machine != home && world.mayMove(job)) {
                turns.add(machine);
            }
        }
        int best = home;
        double least = Double.NaN;
        for (int machine : turns) {
            if (on(row, machine).nodes() > world.nodes().get(machine)) {
                continue;
            }
            double cost =
                    rule.equals("least-loaded")
                            ? loadMillis(row, machine)
                            : startMillis(row, machine);
            if (Double.isNaN(least) || cost < least) {
                best = machine;
                least = cost;
            }
        }
        return best;
    }

    /** When a job is in the queue of the machine to which the run sent it. */
    public long arrivalMillis(int row, int machine) {
        Job job = jobs.get(row);
        boolean isAway = machine != world.home(job);
        return job.submitMillis() + (isAway ? world.transferMillis() : 0);
    }

    private List<Integer> sentTo(int machine, int before) {
        List<Integer> others = new ArrayList<>();
        for (int other = 0; other < before; other++) {
            if (log.pool(other) == machine && log.state(other) != JobState.REJECTED) {
                others.add(other);
            }
        }
        return others;
    }

    private boolean runs(int other, long now) {
        return log.hasStarted(other) && log.startMillis(other) < now && log.endMillis(other) > now;
    }

    private boolean waits(int other, long now) {
        return !log.hasStarted(other) || log.startMillis(other) >= now;
    }

    private double loadMillis(int row, int machine) {
        long now = jobs.get(row).submitMillis();
        long nodeMillis = 0;
        for (int other : sentTo(machine, row)) {
            Sized its = on(other, machine);
            if (runs(other, now)) {
                long end = log.startMillis(other) + its.walltimeMillis();
                nodeMillis += its.nodes() * (end - now);
            } else if (waits(other, now)) {
                nodeMillis += its.nodes() * its.walltimeMillis();
            }
        }
        return (double) nodeMillis / world.nodes().get(machine);
    }

    private long startMillis(int row, int machine) {
        long now = jobs.get(row).submitMillis();
        List<Slot> plan = new ArrayList<>();
        List<Sized> queue = new ArrayList<>();
        List<Sized> coming = new ArrayList<>();
        for (int other : sentTo(machine, row)) {
            Sized its = on(other, machine);
            if (runs(other, now)) {
                long end = log.startMillis(other) + its.walltimeMillis();
                plan.add(new Slot(now, end, its.nodes()));
            } else if (waits(other, now)) {
                (arrivalMillis(other, machine) > now ? coming : queue).add(its);
            }
        }
        queue.sort(Comparator.comparingDouble(order).thenComparingInt(Sized::row));
        queue.forEach(one -> put(one, now, plan, machine));
        coming.forEach(one -> put(one, arrivalMillis(one.row(), machine), plan, machine));
        boolean isAway = machine != world.home(jobs.get(row));
        return put(on(row, machine), now + (isAway ? world.transferMillis() : 0), plan, machine);
    }

    private long put(Sized one, long notBefore, List<Slot> plan, int machine) {
        long span = Math.max(1, one.walltimeMillis());
        long start =
                plan.stream()
                        .map(Slot::toMillis)
                        .filter(end -> end > notBefore)
                        .sorted()
                        .filter(end -> fits(one, end, span, plan, machine))
                        .findFirst()
                        .orElse(notBefore);
        long at = fits(one, notBefore, span, plan, machine) ? notBefore : start;
        plan.add(new Slot(at, at + span, one.nodes()));
        return at;
    }

    private boolean fits(Sized one, long start, long span, List<Slot> plan, int machine) {
        List<Long> instants = new ArrayList<>(List.of(start));
        plan.forEach(slot -> instants.add(slot.fromMillis()));
        for (long instant : instants) {
            if (instant >= start && instant < start + span) {
                int busy =
                        plan.stream()
                                .filter(slot ->
                                        slot.fromMillis() <= instant && instant < slot.toMillis())
                                .mapToInt(Slot::nodes)
                                .sum();
                if (busy + one.nodes() > world.nodes().get(machine)) {
                    return false;
                }
            }
        }
        return true;
    }
}
