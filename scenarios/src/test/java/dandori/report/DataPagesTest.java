package dandori.report;

import static org.assertj.core.api.Assertions.assertThat;

import dandori.catalogue.Catalogue;
import dandori.experiment.CampaignStudies;
import dandori.experiment.Group;
import dandori.experiment.Studies;
import dandori.experiment.Study;
import dandori.machine.Machine;
import dandori.results.CampaignsTable;
import dandori.results.EventsTable;
import dandori.results.JobsTable;
import dandori.results.JsonText;
import dandori.results.LinksTable;
import dandori.results.MachineTree;
import dandori.results.Manifest;
import dandori.results.SeriesTable;
import dandori.results.UnevenMachine;
import dandori.results.WaitsTable;
import dandori.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of docs/data name what the files hold, and nothing else. */
class DataPagesTest {

    private static final Pattern NAME = Pattern.compile("`([a-z0-9_]+)`");
    private static final Pattern KEY = Pattern.compile("\"([a-z0-9_]+)\" :");

    @TempDir Path folder;

    private static String page(String name) throws IOException {
        Path file = Path.of("").toAbsolutePath().resolve("../docs/data").resolve(name).normalize();
        return Files.readString(file);
    }

    /** The names in the first column of all tables of a page. */
    private static List<String> rows(String page) {
        List<String> names = new ArrayList<>();
        for (String line : page.split("\n")) {
            if (line.startsWith("| `")) {
                Matcher name = NAME.matcher(line.substring(0, line.indexOf('|', 2)));
                while (name.find()) {
                    names.add(name.group(1));
                }
            }
        }
        return names;
    }

    @Test
    void theColumnsOfTables() throws IOException {
        assertThat(rows(page("jobs.md"))).containsExactly(JobsTable.COLUMNS.split(","));
        assertThat(rows(page("events.md"))).containsExactly(EventsTable.COLUMNS.split(","));
        assertThat(rows(page("waits.md"))).containsExactly(WaitsTable.COLUMNS.split(","));
        assertThat(rows(page("links.md"))).containsExactly(LinksTable.COLUMNS.split(","));
        assertThat(rows(page("series.md"))).containsExactly(SeriesTable.COLUMNS.split(","));
        assertThat(rows(page("campaigns.md"))).containsExactly(CampaignsTable.COLUMNS.split(","));
    }

    @Test
    void theFiguresOfSummaries() throws IOException, InterruptedException {
        Scenario scenario =
                Studies.scenario(
                        Studies.SMALL,
                        "run.seeds=1",
                        "run.explain=true",
                        "power={east: {busy: 400 W}, west: {busy: 1 kW}}");
        Study study = Studies.play(scenario, 2, folder);
        Set<String> names = new TreeSet<>();
        for (Group.Kind kind : Group.Kind.values()) {
            study.groups(kind).forEach(group -> names.addAll(study.figureNames(group)));
        }
        List<String> page = rows(page("summary.md"));

        assertThat(page).containsAll(names);
        Map<String, ?> tree = StudyTree.of(study);
        assertThat(page)
                .containsAll(
                        tree.keySet().stream()
                                .filter(k -> !k.contains("iffer") && !k.equals("policies"))
                                .toList());
        names.addAll(tree.keySet());
        names.addAll(spreadKeys());
        names.addAll(campaignKeys());
        names.addAll(List.of("bootstrap_low_95", "bootstrap_high_95")); // UntilNarrowTest has them
        assertThat(names).containsAll(page);
    }

    /** The figures that only studies with campaigns have; the page must have them all. */
    private static Set<String> campaignKeys() throws IOException, InterruptedException {
        Study study = Studies.play(Studies.scenario(CampaignStudies.BY_HAND), 1, null);
        Set<String> keys = new TreeSet<>();
        for (Group.Kind kind : Group.Kind.values()) {
            study.groups(kind).forEach(group -> keys.addAll(study.figureNames(group)));
        }
        assertThat(rows(page("summary.md"))).containsAll(keys);
        return keys;
    }

    private static Set<String> spreadKeys() throws InterruptedException {
        Study study = Studies.play(Studies.scenario(Studies.SMALL, "run.seeds=1..2"), 2, null);
        Set<String> keys = new TreeSet<>();
        Matcher key = KEY.matcher(JsonText.of(StudyTree.of(study)));
        while (key.find()) {
            keys.add(key.group(1));
        }
        return keys;
    }

    @Test
    void theKeysOfManifests() throws IOException {
        Manifest manifest = new Manifest("p", List.of(), List.of(1L), Map.of(), 1, "1/2", "full");
        manifest.writeComplete(folder, 1.5);
        Set<String> keys = keys(Files.readString(folder.resolve("manifest.json")));

        assertThat(rows(page("manifest.md"))).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void theKeysOfMachines() throws IOException {
        List<Machine> machines =
                List.of(
                        Catalogue.machine("fugaku"),
                        Catalogue.machine("abci-3"),
                        UnevenMachine.made());
        Set<String> keys = keys(JsonText.of(MachineTree.of(machines, List.of("us"))));
        keys.removeAll(Set.of("machines", "organizations", "first_node", "partitions"));

        assertThat(rows(page("machine.md"))).containsExactlyInAnyOrderElementsOf(keys);
    }

    private static Set<String> keys(String json) {
        Set<String> keys = new TreeSet<>();
        Matcher key = KEY.matcher(json);
        while (key.find()) {
            keys.add(key.group(1));
        }
        return keys;
    }
}
