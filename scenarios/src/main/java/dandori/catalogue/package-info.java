/**
 * Machines, language models and organizations that are known by name, and files that describe
 * further ones.
 *
 * <ul>
 *   <li>{@link dandori.catalogue.Catalogue} has those that come along; {@link
 *       dandori.catalogue.MachineReader} reads any machine file, strictly.
 *   <li>{@link dandori.catalogue.MachineSections} declares every key of a machine file; {@link
 *       dandori.catalogue.Dimension} says what stands behind a {@link dandori.catalogue.FactKey}.
 *   <li>{@link dandori.catalogue.MachineSchema} and {@link dandori.catalogue.MachineReference} are
 *       the JSON Schema and the page of the guide, written from those declarations.
 *   <li>{@link dandori.catalogue.ModelCatalogue} has the language models that come along; {@link
 *       dandori.catalogue.ModelReader} reads any model file, {@link
 *       dandori.catalogue.ModelSections} declares its keys.
 *   <li>{@link dandori.catalogue.OrganizationCatalogue} has the organizations that come along;
 *       {@link dandori.catalogue.OrganizationFileReader} reads any organization file, {@link
 *       dandori.catalogue.OrganizationSections} declares its keys.
 * </ul>
 */
@NullMarked
package dandori.catalogue;

import org.jspecify.annotations.NullMarked;
