package dandori.web.timeline;

import dandori.web.study.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A run as a whole, as an answer describes it. */
public final class RunTree {

    private RunTree() {}

    /** Describes what there is of a run. */
    public static Map<String, @Nullable Object> of(Run run) {
        RunAbout about = run.about();
        JsonNode summary = about.summary();
        double loaded = run.loaded(); // before the jobs, so that it never says more than they are
        Jobs jobs = run.jobs();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("policy", summary.path("policy").stringValue(null));
        tree.put("seed", summary.path("seed").isNumber() ? summary.path("seed") : null);
        tree.put("scenario", summary.path("scenario").stringValue(null));
        tree.put("description", about.description());
        tree.put("origin_s", about.originSeconds());
        tree.put("from_s", jobs.fromSeconds());
        tree.put("to_s", jobs.toSeconds());
        tree.put("loaded", loaded);
        tree.put("version", run.stamp());
        tree.put("jobs", jobs.count());
        tree.put("organizations", jobs.organizations());
        List<String> colours = new ArrayList<>();
        for (int place = 0; place < jobs.organizations().size(); place++) {
            colours.add(Colours.textOfPlace(Colouring.shared(place)));
        }
        tree.put("colours", colours);
        Map<String, String> states = new LinkedHashMap<>();
        for (State state : State.values()) {
            states.put(state.text(), Colours.text(state.colour()));
        }
        tree.put("state_colours", states);
        tree.put("machines", run.machines().stream().map(one -> machine(one, jobs)).toList());
        tree.put("figures", summary.has("all") ? summary.path("all") : null);
        tree.put("files", files(about.folder()));
        tree.put("problems", run.problems());
        return tree;
    }

    private static Map<String, Object> machine(RunMachine machine, Jobs jobs) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", machine.name());
        tree.put("unit", machine.unit());
        tree.put("nodes", machine.nodes());
        tree.put("has_places", jobs.hasPlaces(machine.name()));
        List<Map<String, Object>> pools = new ArrayList<>();
        for (RunMachine.Pool pool : machine.pools()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", pool.name());
            one.put("first_node", pool.firstNode());
            one.put("nodes", pool.nodes());
            pools.add(one);
        }
        tree.put("pools", pools);
        return tree;
    }

    private static List<Map<String, Object>> files(Path folder) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (ResultFile one : ResultFile.ALL) {
            Path file = folder.resolve(one.name());
            try {
                if (Files.isRegularFile(file)) {
                    files.add(Map.of("name", one.name(), "bytes", Files.size(file)));
                }
            } catch (IOException gone) {
                // it is not listed then
            }
        }
        return files;
    }
}
