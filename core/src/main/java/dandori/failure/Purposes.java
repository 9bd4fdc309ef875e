package dandori.failure;

import dandori.engine.RandomStreams;
import dandori.machine.Machine;
import org.apache.commons.rng.UniformRandomProvider;

/** The random numbers of one hazard on one machine, each purpose with a stream of its own. */
record Purposes(RandomStreams streams, Machine machine, String hazard) {

    UniformRandomProvider stream(String purpose) {
        return streams.stream(
                "failures: %s of %s, %s".formatted(purpose, machine.name(), hazard), 0);
    }
}
