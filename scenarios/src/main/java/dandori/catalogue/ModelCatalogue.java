package dandori.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Language models that are known by name, each from a file in which every figure has its source.
 *
 * <p>{@code ModelCatalogue.model("llm-jp-172b")}.
 */
public final class ModelCatalogue {

    private static final List<String> NAMES =
            List.of(
                    "bloom-176b",
                    "calm2-7b",
                    "calm3-22b",
                    "chatgpt-class",
                    "ernie-class",
                    "falcon-180b",
                    "falcon-40b",
                    "fugaku-llm-13b",
                    "gpt-3",
                    "kotomamba-2.8b",
                    "llama-13b",
                    "llama-2-13b",
                    "llama-2-34b",
                    "llama-2-70b",
                    "llama-2-7b",
                    "llama-3-405b",
                    "llama-3-70b",
                    "llama-3-8b",
                    "llama-33b",
                    "llama-65b",
                    "llama-7b",
                    "llm-jp-1.8b",
                    "llm-jp-13b",
                    "llm-jp-13b-v1",
                    "llm-jp-172b",
                    "llm-jp-3.8b",
                    "llm-jp-332b-a31b",
                    "llm-jp-70b",
                    "llm-jp-7b",
                    "open-calm-7b",
                    "opt-175b",
                    "plamo-100b",
                    "plamo-13b",
                    "plamo-2-31b",
                    "redpajama-incite-3b",
                    "redpajama-incite-7b",
                    "sarashina1-65b",
                    "sarashina2-70b",
                    "sarashina2-8x70b",
                    "swallow-13b",
                    "swallow-70b",
                    "swallow-7b",
                    "tsuzumi-7b");

    private ModelCatalogue() {}

    /** The names of all models, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The model of a name.
     *
     * @throws IllegalArgumentException if there is none; the message says what was probably meant
     */
    public static LanguageModel model(String name) {
        return ModelReader.read("catalogue/" + name, text(name).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The file of a model, as it stands.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static String text(String name) {
        return CatalogueFile.text("model", name, NAMES);
    }
}
