package dandori.web.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the list of studies tells of a scenario. {@code scenario.yaml} is always written in one
 * form, a key a line and two blanks a level, so that these two need no reader of YAML.
 *
 * @param description what is asked; empty if nobody says
 * @param policies those that are played; empty if they are not where they are expected
 */
record ScenarioHead(String description, List<String> policies) {

    static final ScenarioHead UNKNOWN = new ScenarioHead("", List.of());

    private static final int LARGEST_BYTES = 4_000_000;

    static ScenarioHead read(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) <= LARGEST_BYTES
                ? of(Files.readAllLines(file))
                : UNKNOWN;
    }

    static ScenarioHead of(List<String> lines) {
        String description = "";
        List<String> policies = new ArrayList<>();
        String section = "";
        String key = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("description: ")) {
                description = text(line.substring("description: ".length()), lines, i + 1);
            } else if (!line.startsWith(" ")) {
                section = line;
            } else if (line.startsWith("  ") && !line.startsWith("   ")) {
                key = line.strip();
            } else if (section.equals("report:")
                    && key.equals("policies:")
                    && line.startsWith("    - ")) {
                policies.add(text(line.substring("    - ".length()), lines, i + 1));
            }
        }
        return new ScenarioHead(description, List.copyOf(policies));
    }

    /** A text as YAML has it: as it stands, in quotes, or as the lines that follow. */
    private static String text(String written, List<String> lines, int next) {
        if (written.startsWith("\"")) {
            try {
                return JsonMapper.shared().readValue(written, String.class);
            } catch (JacksonException other) {
                return written;
            }
        }
        if (written.startsWith("|") || written.startsWith(">")) {
            StringBuilder text = new StringBuilder();
            for (int i = next; i < lines.size() && lines.get(i).startsWith(" "); i++) {
                text.append(text.isEmpty() ? "" : " ").append(lines.get(i).strip());
            }
            return text.toString();
        }
        boolean isQuoted = written.length() > 1 && written.startsWith("'") && written.endsWith("'");
        return isQuoted ? written.substring(1, written.length() - 1).replace("''", "'") : written;
    }
}
