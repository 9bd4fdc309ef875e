package dandori.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.policy.Backfill;
import dandori.policy.Order;
import dandori.policy.Placement;
import dandori.policy.order.Fcfs;
import dandori.policy.spi.Option;
import dandori.policy.spi.Options;
import dandori.policy.spi.PartProvider;
import dandori.policy.spi.Parts;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Whoever is known by name is known on the class path and on the module path alike, and works. */
class ProvidersTest {

    private static final Map<String, Double> UNIT_MILLIS =
            Map.of("s", 1e3, "min", 6e4, "h", 3.6e6, "d", 8.64e7);

    private static Path classes() {
        return Path.of(
                URI.create(
                        Fcfs.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    @Test
    void serviceFileAndModuleDescriptorNameTheSame() throws IOException {
        String service = PartProvider.class.getName();
        List<String> onClassPath =
                Files.readAllLines(classes().resolve("META-INF/services/" + service)).stream()
                        .filter(line -> !line.isBlank())
                        .toList();
        try (InputStream in = Files.newInputStream(classes().resolve("module-info.class"))) {
            List<String> onModulePath =
                    ModuleDescriptor.read(in).provides().stream()
                            .filter(provides -> provides.service().equals(service))
                            .flatMap(provides -> provides.providers().stream())
                            .toList();
            assertThat(onClassPath).doesNotHaveDuplicates();
            assertThat(onModulePath).containsExactlyInAnyOrderElementsOf(onClassPath);
        }
    }

    @Test
    void namesAreUniqueAndPlain() {
        for (Class<?> part : List.of(Order.class, Backfill.class, Placement.class)) {
            assertThat(Parts.of(part))
                    .isNotEmpty()
                    .extracting(PartProvider::name)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches("[a-z][a-z0-9]*([-:][a-z0-9]+)*"));
        }
    }

    @Test
    void everyProviderSaysASentence() {
        for (PartProvider<?> provider : ServiceLoader.load(PartProvider.class)) {
            assertThat(provider.says()).as(provider.name()).isNotBlank().endsWith(".");
            assertThat(provider.says()).as(provider.name()).doesNotContain("..");
            for (Option option : provider.options()) {
                assertThat(option.sentence()).as(provider.name()).endsWith(".");
            }
        }
    }

    @Test
    void everyProviderMakesAPartFromItsDefaults() {
        for (PartProvider<?> provider : ServiceLoader.load(PartProvider.class)) {
            Map<String, Double> values = new HashMap<>();
            for (Option option : provider.options()) {
                String text = option.defaultText();
                double value = text == null ? option.least() : number(option, text);
                assertThat(value).isBetween(option.least(), option.most());
                values.put(option.name(), value);
            }
            Object made = provider.create(new Options(values));
            assertThat(provider.part().isInstance(made)).as(provider.name()).isTrue();
        }
    }

    private static double number(Option option, String text) {
        if (text.equals("unlimited")) {
            return Integer.MAX_VALUE;
        }
        if (option.kind() == Option.Kind.FLAG) {
            return Boolean.parseBoolean(text) ? 1 : 0;
        }
        if (option.kind() != Option.Kind.DURATION) {
            return Double.parseDouble(text);
        }
        double count = Double.parseDouble(text.replaceAll("[a-z]+$", ""));
        return count * UNIT_MILLIS.get(text.replaceAll("^[0-9.]+", ""));
    }
}
