package dandori.experiment;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Work of the same kind on several things, on several threads. */
public final class SideBySide {

    private SideBySide() {}

    /**
     * What becomes of each thing, in their order whoever is done first. What the work throws comes
     * out, that of the first thing where several fail.
     *
     * @param things none of them needs another's result
     * @param threads how many at once, at least 1; of 1 it is the caller's own
     * @param work what is done with each
     */
    public static <T, R> List<R> each(List<T> things, int threads, Function<T, R> work) {
        if (threads == 1 || things.size() < 2) {
            return things.stream().map(work).toList();
        }
        ExecutorService pool =
                Executors.newFixedThreadPool(Math.min(threads, things.size()), SideBySide::thread);
        try {
            List<CompletableFuture<R>> begun =
                    things.stream()
                            .map(one -> CompletableFuture.supplyAsync(() -> work.apply(one), pool))
                            .toList();
            return begun.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException failed) {
            throw cause(failed);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "side by side");
        thread.setDaemon(true);
        return thread;
    }

    private static RuntimeException cause(CompletionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException known ? known : failed;
    }
}
