package dandori.catalogue;

/**
 * The page that explains model files, written from the declarations by which they are read, so that
 * it cannot say anything else.
 */
public final class ModelReference {

    private static final String HEAD =
            """
            # Model files

            A model file says what is known about a language model: its form, and how it was trained or is to be. It is written in \
            YAML and read strictly, as [machine files](machine-file.md) are, and every figure is a fact as there: value, \
            certainty, the keys of its sources, a note. The models of the catalogue (`dandori catalogue models`) are such files; \
            `dandori catalogue models NAME` prints one, to begin with. `dandori estimate --model ours.yaml` and `model: ours.yaml` in [a campaign](../guide/campaigns.md) take one of \
            your own.

            ```yaml
            """;

    private ModelReference() {}

    /** The page, in Markdown. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append(ModelCatalogue.text("llm-jp-13b")).append("```\n");
        return page.append(FactTables.of(ModelSections.all())).toString();
    }
}
