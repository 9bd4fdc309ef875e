package dandori.slurm;

import dandori.scenario.text.Issues;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Lines that describe things of a kind, of which {@code DEFAULT} is what later ones have. */
final class SlurmLines {

    private final Map<String, String> standard = new HashMap<>();

    /** The values of a line, by keys in lower case; null if it says what later ones have. */
    @Nullable Map<String, String> values(SlurmStatement line) {
        boolean isDefault = line.first().value().equalsIgnoreCase("DEFAULT");
        Map<String, String> values = isDefault ? standard : new HashMap<>(standard);
        for (SlurmStatement.Setting setting : line.settings()) {
            values.put(setting.lowerKey(), setting.value());
        }
        return isDefault ? null : values;
    }

    /**
     * The whole number of a key, of so many digits at most; nothing, and an issue, if it is none.
     */
    static OptionalLong whole(
            String key, String text, int digits, SlurmStatement line, Issues issues) {
        if (text.matches("[0-9]{1," + digits + "}")) {
            return OptionalLong.of(Long.parseLong(text));
        }
        issues.add(
                line.file(),
                line.line(),
                "%s must be a whole number, but is '%s'.".formatted(key, text),
                null);
        return OptionalLong.empty();
    }
}
