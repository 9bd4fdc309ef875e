package dandori.network;

import java.util.Locale;
import java.util.Optional;

/** How closely a simulation looks at the network. */
public enum Fidelity {
    /** Not at all: every job runs at full speed. Costs nothing. */
    NONE,
    /** At where each job stands, once, when it starts. Costs microseconds a start. */
    STATIC,
    /** At every link and all jobs that share it, whenever one starts or ends. */
    MAX_MIN;

    /** The word in scenario files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fidelity of that name, if there is one. */
    public static Optional<Fidelity> named(String text) {
        for (Fidelity fidelity : values()) {
            if (fidelity.text().equals(text)) {
                return Optional.of(fidelity);
            }
        }
        return Optional.empty();
    }

    /** The model that looks so closely. */
    public NetworkModel model() {
        return switch (this) {
            case NONE -> NetworkModel.NONE;
            case STATIC -> Networks.staticSlowdown();
            case MAX_MIN -> Networks.maxMin();
        };
    }
}
