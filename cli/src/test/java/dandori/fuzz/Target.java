package dandori.fuzz;

import dandori.results.DamagedResultsException;
import dandori.scenario.text.ScenarioException;
import dandori.trace.TraceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Something that reads bytes which a stranger may have written.
 *
 * @param name its name, with hyphens
 * @param seeds bytes that are right, or nearly, from which damaged ones are made
 * @param reader reads them to the end
 */
record Target(String name, List<byte[]> seeds, Reader reader) {

    /** What is tried. */
    interface Reader {

        /** Reads; anything may be thrown, and {@link Target#read} decides whether it may. */
        void read(byte[] bytes) throws Exception;
    }

    /** How many damaged files it is given in the tests: fewer where each takes long. */
    int turns() {
        return switch (name) {
            case "results" -> 24;
            case "scenario", "machine", "organization" -> 150;
            default -> 300;
        };
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads bytes; what a user is told in sentences is well, too.
     *
     * @return whether they were read, and not refused
     */
    boolean read(byte[] bytes) {
        try {
            reader.read(bytes);
            return true;
        } catch (TraceException | ScenarioException | DamagedResultsException refused) {
            String message = refused.getMessage();
            if (message == null || message.isBlank()) {
                throw new AssertionError(name + " refuses without a word.", refused);
            }
            return false;
        } catch (IOException unreadable) {
            return false;
        } catch (Exception | StackOverflowError | OutOfMemoryError broken) {
            throw new AssertionError(name + " breaks.", broken);
        }
    }
}
