package dandori.catalogue;

/**
 * The page that explains organization files, written from the declarations by which they are read,
 * so that it cannot say anything else.
 */
public final class OrganizationReference {

    private static final String HEAD =
            """
            # Organization files

            An organization file says what is known about somebody who computes: which language models it trained, on what, how \
            large and when, and which generated jobs are like its own. It is written in YAML and read strictly, as [machine \
            files](machine-file.md) are, and every figure is a fact as there: value, certainty, the keys of its sources, a note. \
            The organizations of the catalogue (`dandori catalogue organizations`) are such files; `dandori catalogue \
            organizations NAME` prints one, to begin with. They are there to read: a scenario takes nothing from them by itself.

            Behind `archetypes` stands, by the name of a [model of generated jobs](../models/generator.md), a fact in words: why \
            such jobs are like those of the organization.

            ```yaml
            """;

    private OrganizationReference() {}

    /** The page, in Markdown. */
    public static String markdown() {
        return HEAD
                + OrganizationCatalogue.text("riken")
                + "```\n"
                + FactTables.of(OrganizationSections.all());
    }
}
