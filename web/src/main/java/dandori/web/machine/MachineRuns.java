package dandori.web.machine;

import dandori.web.timeline.Run;
import dandori.web.timeline.RunMachine;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The machines of runs that were looked at last; each is made ready once. They keep no run from
 * making room, and go themselves where memory is short.
 */
public final class MachineRuns {

    private static final int MOST = 4;

    private final List<Ready> ready = new ArrayList<>(); // the latest at the end

    private record Ready(
            WeakReference<Run> run, String machine, SoftReference<FutureTask<MachineRun>> task) {

        boolean isOf(Run other, String name) {
            return run.get() == other && machine.equals(name);
        }

        boolean isGone() {
            return run.get() == null || task.get() == null;
        }
    }

    /** None yet. */
    public MachineRuns() {}

    /**
     * A machine of a run that has been read. Cost: the first time O(n log n) for n jobs, a second
     * for ten million.
     */
    public MachineRun of(Run run, RunMachine machine) throws InterruptedException {
        FutureTask<MachineRun> task = task(run, machine);
        task.run(); // nothing if it has been made, or another makes it
        try {
            return task.get();
        } catch (ExecutionException failed) {
            forget(task);
            throw new IllegalStateException(failed.getCause());
        }
    }

    private FutureTask<MachineRun> task(Run run, RunMachine machine) {
        synchronized (ready) {
            ready.removeIf(Ready::isGone);
            FutureTask<MachineRun> task = known(run, machine.name());
            if (task == null) {
                task = new FutureTask<>(() -> new MachineRun(run, machine));
            }
            ready.removeIf(one -> one.isOf(run, machine.name()));
            ready.add(
                    new Ready(new WeakReference<>(run), machine.name(), new SoftReference<>(task)));
            if (ready.size() > MOST) {
                ready.remove(0);
            }
            return task;
        }
    }

    private @Nullable FutureTask<MachineRun> known(Run run, String machine) {
        for (Ready one : ready) {
            if (one.isOf(run, machine)) {
                return one.task().get();
            }
        }
        return null;
    }

    /** Lets the next who asks try again. */
    private void forget(FutureTask<MachineRun> failed) {
        synchronized (ready) {
            ready.removeIf(one -> one.task().get() == failed);
        }
    }
}
