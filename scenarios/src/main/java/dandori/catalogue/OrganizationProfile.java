package dandori.catalogue;

import dandori.machine.Facts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of an organization that computes.
 *
 * @param name its name in the catalogue
 * @param title what people call it
 * @param about facts about itself
 * @param projects what it trained, in the order of the file
 * @param archetypes by the names of the models that draw jobs like its own, why they fit
 * @param sources what the keys of sources stand for
 */
public record OrganizationProfile(
        String name,
        String title,
        Facts about,
        List<OrganizationProject> projects,
        Facts archetypes,
        Map<String, String> sources) {

    /** Keeps the lists and their order. */
    public OrganizationProfile {
        projects = List.copyOf(projects);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }
}
