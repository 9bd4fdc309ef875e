package dandori.cli.browser;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openqa.selenium.chrome.ChromeDriver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page as a screen reader has it: the browser's accessibility tree, without what it leaves out.
 */
final class SpokenPage {

    private static final Set<String> OPERATED =
            Set.of(
                    "application",
                    "button",
                    "checkbox",
                    "combobox",
                    "DisclosureTriangle",
                    "link",
                    "listbox",
                    "radio",
                    "searchbox",
                    "slider",
                    "spinbutton",
                    "switch",
                    "tab",
                    "textbox");

    private final List<Node> nodes;

    private SpokenPage(List<Node> nodes) {
        this.nodes = nodes;
    }

    /**
     * What is said of an element.
     *
     * @param role what it is
     * @param name what it is called; empty if nothing says
     * @param level of a heading, from 1; else 0
     */
    record Node(String role, String name, int level) {}

    /** Reads the page that is open. */
    static SpokenPage of(ChromeDriver driver) {
        driver.executeCdpCommand("Accessibility.enable", Map.of());
        Map<String, Object> tree =
                driver.executeCdpCommand("Accessibility.getFullAXTree", Map.of());
        JsonNode all = JsonMapper.shared().valueToTree(Objects.requireNonNull(tree.get("nodes")));
        return new SpokenPage(
                all.valueStream()
                        .filter(node -> !node.path("ignored").booleanValue(false))
                        .map(SpokenPage::node)
                        .toList());
    }

    private static Node node(JsonNode node) {
        int level =
                node.path("properties")
                        .valueStream()
                        .filter(one -> one.path("name").stringValue("").equals("level"))
                        .mapToInt(one -> one.path("value").path("value").intValue(0))
                        .findFirst()
                        .orElse(0);
        return new Node(
                node.path("role").path("value").stringValue(""),
                node.path("name").path("value").stringValue("").strip(),
                level);
    }

    /** The names of all elements of a role, in the order in which they are read. */
    List<String> named(String role) {
        return nodes.stream().filter(node -> node.role().equals(role)).map(Node::name).toList();
    }

    /** The levels of the headings, in the order in which they are read. */
    List<Integer> headings() {
        return nodes.stream()
                .filter(node -> node.role().equals("heading"))
                .map(Node::level)
                .toList();
    }

    /** What can be operated and has no name. */
    List<Node> unnamed() {
        return nodes.stream()
                .filter(node -> OPERATED.contains(node.role()) && node.name().isEmpty())
                .toList();
    }

    /** How many elements can be operated. */
    long operated() {
        return nodes.stream().filter(node -> OPERATED.contains(node.role())).count();
    }
}
