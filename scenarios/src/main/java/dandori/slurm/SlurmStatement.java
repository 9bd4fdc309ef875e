package dandori.slurm;

import java.util.List;
import java.util.Locale;

/**
 * A line of {@code slurm.conf}: settings, of which the first says what it is about.
 *
 * @param file where it stands, as the user named it or an include does
 * @param line its first line, counted from 1
 * @param settings at least one, in order
 */
public record SlurmStatement(String file, int line, List<Setting> settings) {

    /** Keeps the settings. */
    public SlurmStatement {
        settings = List.copyOf(settings);
    }

    /**
     * One setting.
     *
     * @param key as it is written; upper and lower case are alike
     * @param value what follows the sign of equality, without quotation marks
     */
    public record Setting(String key, String value) {

        /** Whether the key is this one. */
        boolean is(String name) {
            return key.equalsIgnoreCase(name);
        }

        /** The key in lower case. */
        String lowerKey() {
            return key.toLowerCase(Locale.ROOT);
        }

        /** As it is written. */
        String text() {
            return key + "=" + value;
        }
    }

    /** The first setting. */
    Setting first() {
        return settings.get(0);
    }
}
