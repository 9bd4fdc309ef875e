package dandori.scenario.key;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which section stands behind which key: the one whose place is the key's own, or one of those that
 * stand in several places.
 */
public final class SectionTree {

    /** Sections that are declared at another place, by the place where they stand as well. */
    private static final Map<String, Section> SHARED = shared();

    private static final Map<String, Section> OWN = own();

    private SectionTree() {}

    /**
     * The section behind a key of a section.
     *
     * @param section where the key stands
     * @param key of the kind {@link Kind#SECTION}, {@link Kind#SECTIONS} or {@link Kind#LIST}
     * @throws IllegalStateException if none is declared
     */
    public static Section below(Section section, Key key) {
        String place = section.place().isEmpty() ? key.name() : section.place() + "." + key.name();
        for (String end : ends(key.kind())) {
            Section below = OWN.getOrDefault(place + end, SHARED.get(place + end));
            if (below != null) {
                return below;
            }
        }
        throw new IllegalStateException("No section is declared for '%s'.".formatted(place));
    }

    private static String[] ends(Kind kind) {
        return switch (kind) {
            case SECTION -> new String[] {""};
            case SECTIONS -> new String[] {".NAME", ".MACHINE"};
            case LIST -> new String[] {"[N]"};
            default -> new String[0];
        };
    }

    private static Map<String, Section> own() {
        Map<String, Section> sections = new TreeMap<>();
        Sections.all().forEach(section -> sections.put(section.place(), section));
        return Map.copyOf(sections);
    }

    private static Map<String, Section> shared() {
        Map<String, Section> sections = new TreeMap<>();
        String account = OrganizationSections.ACCOUNT.place();
        sections.put(account + ".accounts.NAME", OrganizationSections.ACCOUNT);
        sections.put("organizations.NAME.limits", LimitSections.LIMIT);
        for (String subject : new String[] {"users", "partitions", "qos"}) {
            sections.put("policies.NAME.limits." + subject + ".NAME", LimitSections.LIMIT);
        }
        String venue = CampaignSections.VENUE.place();
        sections.put(venue + ".parallelism", CampaignSections.PARALLELISM);
        sections.put(venue + ".checkpoint", CampaignSections.CHECKPOINT);
        sections.put(FailureSections.SWITCHES.place() + ".repair", FailureSections.REPAIR);
        return Map.copyOf(sections);
    }
}
