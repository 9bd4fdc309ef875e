package dandori.catalogue;

import dandori.machine.Machine;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Machines that are known by name, each from a file in which every figure has its source.
 *
 * <p>{@code Catalogue.machine("fugaku")}.
 */
public final class Catalogue {

    private static final List<String> NAMES =
            List.of(
                    "abci-3",
                    "azure-eagle",
                    "azure-openai-2020",
                    "eos-h100",
                    "fugaku",
                    "jean-zay",
                    "jean-zay-a100",
                    "mosaic-a100-40",
                    "mosaic-a100-80",
                    "mosaic-h100",
                    "ricc",
                    "sakura-hokkaido",
                    "sakuraone",
                    "selene",
                    "summit",
                    "tpu",
                    "tsubame-4",
                    "vela",
                    "vtrain-a100");

    private Catalogue() {}

    /** The names of all machines, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The machine of a name, with its resource groups.
     *
     * @throws IllegalArgumentException if there is none; the message says what was probably meant
     */
    public static Machine machine(String name) {
        return MachineReader.read(
                "catalogue/" + name, text(name).getBytes(StandardCharsets.UTF_8), null);
    }

    /**
     * The file of a machine, as it stands.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static String text(String name) {
        return CatalogueFile.text("machine", name, NAMES);
    }
}
