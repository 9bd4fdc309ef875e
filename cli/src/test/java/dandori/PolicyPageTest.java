package dandori;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Drift;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Preemption;
import dandori.policy.RoutingRule;
import dandori.policy.backfill.Backfills;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.policy.spi.PartProvider;
import dandori.policy.spi.Parts;
import dandori.scenario.key.OptionValues;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Mapping;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The tables and drawings of the page on policies are what the program says and does. With {@code
 * -Ddandori.writeGuide=true} they are written anew.
 */
class PolicyPageTest {

    private static final Path PAGE = Path.of("docs/guide/policies.md");
    private static final Pattern BLOCK =
            Pattern.compile(
                    "(<!-- generated: (?<name>[a-z -]+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    @Test
    void tablesAndDrawingsAreThoseOfTheProgram() throws IOException {
        Map<String, String> blocks = blocks();
        String page = Repository.read(PAGE);
        Matcher found = BLOCK.matcher(page);
        String fresh =
                found.replaceAll(block -> {
                    String name = found.group("name");
                    assertThat(blocks).containsKey(name);
                    return Matcher.quoteReplacement(
                            "<!-- generated: %s -->\n%s<!-- end -->"
                                    .formatted(name, blocks.get(name)));
                });
        if (Boolean.getBoolean("dandori.writeGuide")) {
            Files.writeString(Pages.root().resolve(PAGE), fresh);
            page = fresh;
        }
        assertThat(page).as("-Ddandori.writeGuide=true writes it anew").isEqualTo(fresh);
        blocks.keySet()
                .forEach(name ->
                        assertThat(fresh).contains("<!-- generated: %s -->".formatted(name)));
    }

    private static Map<String, String> blocks() {
        Map<String, String> blocks = new LinkedHashMap<>();
        blocks.put("orders", orders());
        blocks.put("backfills", parts(Backfill.class));
        blocks.put("placements", parts(Placement.class));
        blocks.put("admissions", parts(Admission.class));
        blocks.put("preemptions", parts(Preemption.class));
        blocks.put("routings", parts(RoutingRule.class));
        blocks.put("jobs on time", Drawing.ON_TIME.table());
        blocks.put("none", Drawing.ON_TIME.under(Backfills.none()));
        blocks.put("easy", Drawing.ON_TIME.under(Backfills.easy()));
        blocks.put("sjbf", Drawing.ON_TIME.under(Backfills.shortest()));
        blocks.put("conservative", Drawing.ON_TIME.under(Backfills.conservative()));
        blocks.put("depth", Drawing.ON_TIME.under(Backfills.depth(3)));
        blocks.put("jobs early", Drawing.EARLY.table());
        blocks.put("conservative early", Drawing.EARLY.under(Backfills.conservative()));
        blocks.put("replan early", Drawing.EARLY.under(Backfills.replan()));
        return blocks;
    }

    private static String orders() {
        StringBuilder text = new StringBuilder("| name | first in the queue | scores | source |\n");
        text.append("|---|---|---|---|\n");
        StringBuilder options = new StringBuilder();
        for (PartProvider<Order> provider : Parts.of(Order.class)) {
            boolean isFixed = provider.create(defaults(provider)).drift() == Drift.NEVER;
            provider.options().forEach(option -> options.append(row(provider, option)));
            text.append(
                    "| `%s` | %s | %s | %s |\n"
                            .formatted(
                                    provider.name(),
                                    sentence(provider.says()),
                                    isFixed ? "fixed" : "change with time",
                                    source(provider)));
        }
        return text.append(table(options)).toString();
    }

    private static Options defaults(PartProvider<?> provider) {
        Mapping nothing = new Mapping("", 0, Map.of());
        return OptionValues.read("", provider.options(), nothing, List.of(), new Issues());
    }

    private static <T> String parts(Class<T> kind) {
        StringBuilder text = new StringBuilder("| name | what it does | source |\n|---|---|---|\n");
        StringBuilder options = new StringBuilder();
        for (PartProvider<T> provider : Parts.of(kind)) {
            text.append(
                    "| `%s` | %s | %s |\n"
                            .formatted(provider.name(), provider.says(), source(provider)));
            provider.options().forEach(option -> options.append(row(provider, option)));
        }
        return text.append(table(options)).toString();
    }

    static String row(PartProvider<?> provider, Option option) {
        return "| `%s` | `%s` | %s | %s | %s |\n"
                .formatted(
                        provider.name(),
                        option.name(),
                        range(option),
                        option.defaultText() == null
                                ? "*needed*"
                                : "`" + option.defaultText() + "`",
                        option.sentence());
    }

    private static String table(StringBuilder options) {
        return options.isEmpty()
                ? ""
                : "\n| of | option | what stands there | default | meaning |\n"
                        + "|---|---|---|---|---|\n"
                        + options;
    }

    private static String range(Option option) {
        if (option.kind() == Option.Kind.FLAG) {
            return "`true` or `false`";
        }
        if (option.kind() == Option.Kind.NUMBER && option.least() == Double.MIN_VALUE) {
            return "number > 0";
        }
        if (option.kind() == Option.Kind.NUMBER) {
            return "number ≥ %s"
                    .formatted(
                            BigDecimal.valueOf(option.least())
                                    .stripTrailingZeros()
                                    .toPlainString());
        }
        if (option.kind() == Option.Kind.DURATION) {
            return option.least() > 0 ? "duration > 0" : "duration";
        }
        return "whole number ≥ %.0f, or `unlimited`".formatted(option.least());
    }

    private static String source(PartProvider<?> provider) {
        return provider.source().isEmpty() ? "–" : provider.source();
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
