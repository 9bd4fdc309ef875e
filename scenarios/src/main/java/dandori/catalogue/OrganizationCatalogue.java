package dandori.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Organizations that are known by name, each from a file in which every figure has its source.
 *
 * <p>{@code OrganizationCatalogue.organization("riken")}.
 */
public final class OrganizationCatalogue {

    private static final List<String> NAMES =
            List.of(
                    "baidu",
                    "bigscience",
                    "cyberagent",
                    "fujitsu",
                    "hitachi",
                    "kotoba",
                    "llm-jp",
                    "matsuo-lab",
                    "ntt",
                    "openai",
                    "preferred-networks",
                    "riken",
                    "sakuraone-users",
                    "softbank",
                    "stockmark",
                    "tii",
                    "together",
                    "tohoku",
                    "tokyo-tech",
                    "turing");

    private OrganizationCatalogue() {}

    /** The names of all organizations, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The organization of a name.
     *
     * @throws IllegalArgumentException if there is none; the message says what was probably meant
     */
    public static OrganizationProfile organization(String name) {
        return OrganizationFileReader.read(
                "catalogue/" + name, text(name).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The file of an organization, as it stands.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static String text(String name) {
        return CatalogueFile.text("organization", name, NAMES);
    }
}
