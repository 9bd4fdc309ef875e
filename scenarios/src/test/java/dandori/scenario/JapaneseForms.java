package dandori.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogues of Japanese forms that the viewer's page has, read as the page reads them. */
public final class JapaneseForms {

    private static final Path PAGE =
            ExamplesTest.repository().resolve("web/src/main/resources/dandori/web/page/japanese");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");

    private final Map<String, String> whole = new HashMap<>();
    private final List<Form> forms = new ArrayList<>();

    private record Form(Pattern english, List<String> places, String japanese, int letters) {}

    private JapaneseForms() {}

    /** Reads catalogues by their names. */
    public static JapaneseForms of(String... names) throws IOException {
        JapaneseForms all = new JapaneseForms();
        for (String name : names) {
            pairs(name).forEach(all::add);
        }
        all.forms.sort(Comparator.comparingInt(form -> -form.letters()));
        return all;
    }

    /** The English forms of a catalogue, each with its Japanese one. */
    public static Map<String, String> pairs(String name) throws IOException {
        String text = Files.readString(PAGE.resolve(name + ".js"));
        String list = text.substring(text.indexOf('['), text.lastIndexOf(']')) + "]";
        Map<String, String> pairs = new HashMap<>();
        for (JsonNode pair : JsonMapper.shared().readTree(list.replaceAll(",\\s*\\]$", "]"))) {
            String before = pairs.put(pair.path(0).stringValue(), pair.path(1).stringValue());
            if (before != null) {
                throw new AssertionError(name + " has twice: " + pair.path(0));
            }
        }
        return pairs;
    }

    private void add(String english, String japanese) {
        List<String> places = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        Matcher place = PLACE.matcher(english);
        int from = 0;
        int letters = english.length();
        while (place.find()) {
            places.add(place.group(1));
            letters -= place.group().length();
            pattern.append(Pattern.quote(english.substring(from, place.start()))).append("(.*?)");
            from = place.end();
        }
        if (places.isEmpty()) {
            whole.put(english, japanese);
            return;
        }
        pattern.append(Pattern.quote(english.substring(from)));
        forms.add(
                new Form(
                        Pattern.compile(pattern.toString(), Pattern.DOTALL),
                        places,
                        japanese,
                        letters));
    }

    /** The Japanese of a text, if some form is like it. */
    public Optional<String> of(String text) {
        if (whole.containsKey(text)) {
            return Optional.of(whole.get(text));
        }
        for (Form form : forms) {
            Matcher match = form.english().matcher(text);
            if (match.matches()) {
                String japanese = form.japanese();
                for (int i = 0; i < form.places().size(); i++) {
                    String place = form.places().get(i);
                    String value = match.group(i + 1);
                    boolean isPart = Character.isUpperCase(place.charAt(0));
                    japanese = japanese.replace("{" + place + "}", isPart ? inside(value) : value);
                }
                return Optional.of(japanese);
            }
        }
        return Optional.empty();
    }

    private String inside(String part) {
        return of(part).or(() ->
                        part.isEmpty()
                                ? Optional.empty()
                                : of(Character.toUpperCase(part.charAt(0)) + part.substring(1)))
                .orElse(part);
    }
}
