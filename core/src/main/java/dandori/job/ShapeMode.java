package dandori.job;

import java.util.Locale;
import java.util.Optional;

/**
 * How the nodes of a job must lie on a torus, in the words of Fujitsu's job scheduler (Job
 * Operation Software End-user's Guide, J2UL-2534, "node allocation mode").
 */
public enum ShapeMode {
    /** A box of whole Tofu units, in which the job's own rings close: nobody else's traffic. */
    TORUS,
    /** A box of nodes. */
    MESH,
    /** Any free nodes, close to each other where that can be had. */
    NONCONT;

    /** The word in job scripts and scenario files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode of that name, if there is one. */
    public static Optional<ShapeMode> named(String text) {
        for (ShapeMode mode : values()) {
            if (mode.text().equals(text)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
