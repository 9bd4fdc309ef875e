package dandori.web.machine;

import dandori.web.timeline.Run;
import dandori.web.timeline.RunMachine;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The machines of runs that were looked at last; each is made ready once. */
public final class MachineRuns {

    private static final int MOST = 4;

    private final Map<Key, FutureTask<MachineRun>> ready = new LinkedHashMap<>(8, 0.75f, true);

    private record Key(Run run, String machine) {}

    /** None yet. */
    public MachineRuns() {}

    /**
     * A machine of a run that has been read. Cost: the first time O(n log n) for n jobs, a second
     * for ten million.
     */
    public MachineRun of(Run run, RunMachine machine) throws InterruptedException {
        FutureTask<MachineRun> task;
        synchronized (ready) {
            task =
                    ready.computeIfAbsent(
                            new Key(run, machine.name()),
                            key -> new FutureTask<>(() -> new MachineRun(run, machine)));
            Iterator<FutureTask<MachineRun>> oldest = ready.values().iterator();
            while (ready.size() > MOST) {
                oldest.next();
                oldest.remove();
            }
        }
        task.run(); // nothing if it has been made, or another makes it
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
