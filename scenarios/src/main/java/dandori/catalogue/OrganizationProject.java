package dandori.catalogue;

import dandori.machine.Facts;

/**
 * A model that an organization trained, or wants to train.
 *
 * @param name its name in the file
 * @param title what people call it
 * @param model its name among the models of the catalogue; empty if it is not there
 * @param machine its machine's name among those of the catalogue; empty if it is not there
 * @param facts what is known of it
 */
public record OrganizationProject(
        String name, String title, String model, String machine, Facts facts) {}
