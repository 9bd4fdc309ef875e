package dandori.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generators are found on the class path and on the module path alike. */
class GeneratorsTest {

    @Test
    void generatorsAreFoundByName() {
        assertThat(Generators.all())
                .extracting(Generator::name)
                .containsExactly(
                        "daily-cycle",
                        "development",
                        "downey",
                        "fine-tuning",
                        "fugaku-general",
                        "lublin",
                        "mid-training");
        assertThat(Generators.named("daily-cycle")).isPresent();
        assertThat(Generators.named("lubline")).isEmpty();
    }

    @Test
    void theModuleProvidesWhatTheServicesFileNames() throws IOException, URISyntaxException {
        Path classes =
                Path.of(
                        Generator.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        List<String> named =
                Files.readAllLines(
                        classes.resolve("META-INF/services/" + Generator.class.getName()),
                        StandardCharsets.UTF_8);
        try (InputStream module = Files.newInputStream(classes.resolve("module-info.class"))) {
            List<String> provided =
                    ModuleDescriptor.read(module).provides().stream()
                            .filter(provides ->
                                    provides.service().equals(Generator.class.getName()))
                            .flatMap(provides -> provides.providers().stream())
                            .toList();

            assertThat(named).containsExactlyInAnyOrderElementsOf(provided);
        }
    }
}
