package dandori;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.policy.Admission;
import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.Preemption;
import dandori.policy.RoutingRule;
import dandori.policy.spi.NamedPart;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.policy.spi.PartProvider;
import dandori.policy.spi.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * There is a page for each part of a policy, {@code docs/policies/KIND/NAME.md}: its declaration as
 * the program has it, then what people have written about it. With {@code
 * -Ddandori.writeGuide=true} the declarations are written anew, and the index; the words are left
 * as they are.
 */
class PolicyPagesTest {

    private static final Path FOLDER = Path.of("docs/policies");
    private static final Pattern DECLARED =
            Pattern.compile("\\A.*?<!-- end -->\\n", Pattern.DOTALL);
    private static final List<String> ASKED =
            List.of("What it is", "When to use it", "What it costs");

    /** The kinds of parts, by their keys in scenario files. */
    private static final Map<String, Class<?>> KINDS = kinds();

    private static Map<String, Class<?>> kinds() {
        Map<String, Class<?>> kinds = new LinkedHashMap<>();
        kinds.put("order", Order.class);
        kinds.put("backfill", Backfill.class);
        kinds.put("placement", Placement.class);
        kinds.put("admission", Admission.class);
        kinds.put("preemption", Preemption.class);
        kinds.put("routing", RoutingRule.class);
        return kinds;
    }

    @Test
    void everyPartHasItsPage() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, Class<?>> kind : KINDS.entrySet()) {
            for (PartProvider<?> provider : Parts.of(kind.getValue())) {
                if (isOurs(provider)) {
                    check(kind.getKey(), provider, faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aPartWithoutAPageIsNamed() throws IOException {
        PartProvider<Order> unwritten =
                new NamedPart<>(Order.class, "last-first", "largest s.", "") {
                    @Override
                    public Order create(Options options) {
                        return (job, now) -> -job;
                    }
                };
        List<String> faults = new ArrayList<>();
        check("order", unwritten, faults);
        assertThat(faults)
                .containsExactly(
                        "order 'last-first' has no page: write docs/policies/order/last-first.md, with"
                                + " '## What it is', '## When to use it', '## What it costs' and what"
                                + " stands below.");
    }

    @Test
    void noPageIsOfAPartThatIsGone() {
        List<String> known = new ArrayList<>(List.of("docs/policies/README.md"));
        KINDS.forEach((kind, type) ->
                Parts.of(type).forEach(provider -> known.add(page(kind, provider).toString())));
        assertThat(Repository.files(FOLDER, file -> true))
                .extracting(Path::toString)
                .isSubsetOf(known);
    }

    @Test
    void theIndexListsThemAll() throws IOException {
        Path file = Pages.root().resolve(FOLDER).resolve("README.md");
        String index = index();
        if (Boolean.getBoolean("dandori.writeGuide")) {
            Files.writeString(file, index);
        }
        assertThat(Files.readString(file))
                .as("docs/policies/README.md; -Ddandori.writeGuide=true writes it anew")
                .isEqualTo(index);
    }

    /** Those of the tests have no pages. */
    private static boolean isOurs(PartProvider<?> provider) {
        return provider.getClass().getPackageName().startsWith("dandori.policy");
    }

    private static Path page(String kind, PartProvider<?> provider) {
        return FOLDER.resolve(kind).resolve(provider.name().replace(':', '-') + ".md");
    }

    private static void check(String kind, PartProvider<?> provider, List<String> faults)
            throws IOException {
        String part = "%s '%s'".formatted(kind, provider.name());
        Path page = page(kind, provider);
        Path file = Pages.root().resolve(page);
        if (!Files.exists(file)) {
            faults.add(
                    "%s has no page: write %s, with '## %s' and what stands below."
                            .formatted(part, page, String.join("', '## ", ASKED)));
            return;
        }
        String text = Files.readString(file);
        Matcher declared = DECLARED.matcher(text);
        String words = declared.find() ? text.substring(declared.end()) : text;
        String fresh = declaration(kind, provider) + (words.startsWith("\n") ? "" : "\n") + words;
        if (Boolean.getBoolean("dandori.writeGuide")) {
            Files.writeString(file, fresh);
            text = fresh;
        }
        if (!text.equals(fresh)) {
            faults.add(
                    "%s: %s is not what it declares; -Ddandori.writeGuide=true writes it anew."
                            .formatted(part, page));
        }
        for (String heading : ASKED) {
            if (!Pattern.compile("(?m)^## " + heading + "\\n\\n[^#\\s]").matcher(words).find()) {
                faults.add("%s: %s says nothing below '## %s'.".formatted(part, page, heading));
            }
        }
    }

    private static String declaration(String kind, PartProvider<?> provider) {
        StringBuilder text = new StringBuilder();
        text.append("# `%s`\n\n".formatted(provider.name()));
        text.append("<!-- generated: from the declaration of the part -->\n");
        text.append(
                "%s of a [policy](../../guide/policies.md). %s\n\n"
                        .formatted(
                                kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1),
                                sentence(kind, provider)));
        text.append("```yaml\n%s: %s\n```\n\n".formatted(kind, example(provider)));
        if (!provider.source().isEmpty()) {
            text.append("Source: %s.\n\n".formatted(provider.source()));
        }
        if (provider.options().isEmpty()) {
            text.append("It takes no options.\n");
        } else {
            text.append("| option | what stands there | default | meaning |\n|---|---|---|---|\n");
            for (Option option : provider.options()) {
                String row = PolicyPageTest.row(provider, option);
                text.append(row.substring(row.indexOf('|', 1)));
            }
        }
        return text.append("<!-- end -->\n").toString();
    }

    /** Orders say whom they put first. */
    private static String sentence(String kind, PartProvider<?> provider) {
        String says = provider.says();
        boolean isLower = Character.isLowerCase(says.charAt(0));
        return kind.equals("order") && isLower ? "First in the queue: " + says : says;
    }

    private static String example(PartProvider<?> provider) {
        StringBuilder options = new StringBuilder();
        for (Option option : provider.options()) {
            if (option.defaultText() == null) {
                options.append(", %s: %.0f".formatted(option.name(), option.least()));
            }
        }
        if (options.isEmpty() && !provider.options().isEmpty()) {
            Option first = provider.options().get(0);
            String name = first.name();
            String value = first.defaultText();
            int dot = name.indexOf('.');
            options.append(
                    dot < 0
                            ? ", %s: %s".formatted(name, value)
                            : ", %s: {%s: %s}"
                                    .formatted(
                                            name.substring(0, dot),
                                            name.substring(dot + 1),
                                            value));
        }
        return options.isEmpty()
                ? provider.name()
                : "{use: %s%s}".formatted(provider.name(), options);
    }

    private static String index() {
        StringBuilder text =
                new StringBuilder(
                        """
                        # The parts of policies, a page each

                        Written by the program from what each part declares, and by people: what it is, when to use it,
                        what it costs. [Policies](../guide/policies.md) tells how parts work together, with drawings.
                        `dandori catalogue policies` lists what is installed, your own parts included;
                        [Adding a part](../guide/adding-a-policy.md) says how.
                        """);
        KINDS.forEach((kind, type) -> {
            StringBuilder rows = new StringBuilder();
            for (PartProvider<?> provider : Parts.of(type)) {
                if (isOurs(provider)) {
                    rows.append(
                            "| [`%s`](%s) | %s |\n"
                                    .formatted(
                                            provider.name(),
                                            FOLDER.relativize(page(kind, provider)),
                                            sentence(kind, provider)));
                }
            }
            if (!rows.isEmpty()) {
                text.append(
                        "\n## %s\n\n| name | what it does |\n|---|---|\n%s".formatted(kind, rows));
            }
        });
        return text.toString();
    }
}
