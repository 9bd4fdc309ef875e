package dandori.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;

/** Says what there is when a long run is interrupted; to be closed when it has ended by itself. */
final class Interruption implements AutoCloseable {

    private final Thread atShutdown;

    private Interruption(Thread atShutdown) {
        this.atShutdown = atShutdown;
    }

    /** Has something said if the program is interrupted from now on. */
    static Interruption watch(PrintWriter err, Supplier<String> words) {
        Thread thread =
                new Thread(() -> {
                    err.println();
                    err.println("dandori: interrupted. " + words.get());
                    err.flush();
                });
        Runtime.getRuntime().addShutdownHook(thread);
        return new Interruption(thread);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException alreadyShuttingDown) {
            // it is being said
        }
    }
}
