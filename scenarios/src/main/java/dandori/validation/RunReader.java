package dandori.validation;

import dandori.scenario.key.Values;
import dandori.scenario.text.Issues;
import dandori.scenario.text.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a run of a study. */
final class RunReader {

    private static final int LEAST_SEEDS = 10;

    private static final List<String> COMMANDS =
            List.of("replay", "run", "estimate", "describe", "trace");

    /** Options that the validation itself gives, or that would do more than answer. */
    private static final List<String> NOT_HERE =
            List.of("--json", "--out", "--progress", "--submit", "--resume", "--shard");

    private final List<String> files;
    private final Issues issues;
    private final FigureReader figures;

    /** With the names of the study's files. */
    RunReader(List<String> files, Issues issues) {
        this.files = files;
        this.issues = issues;
        figures = new FigureReader(issues);
    }

    ComparedRun run(String name, Node node) {
        Values values = Values.of(StudySections.RUN, node, issues);
        if (values.has("command") == values.has("queue")) {
            issues.add(
                    node,
                    values.has("queue")
                            ? "has both 'command' and 'queue'."
                            : "has neither 'command' nor 'queue'.",
                    "a 'command' such as 'replay {log} --backfill easy'.");
        }
        if (!values.has("figures") && !values.has("starts")) {
            issues.add(
                    node,
                    "compares nothing: it has neither 'figures' nor 'starts'.",
                    "figures: [{figure: all.wait_mean_s, value: 12.5}].");
        }
        List<String> words = values.has("command") ? words(values) : List.of();
        PublishedStarts starts = values.has("starts") ? starts(values, words) : null;
        List<PublishedFigure> wanted = new ArrayList<>();
        values.items("figures").forEach(item -> wanted.add(figures.figure(item)));
        return new ComparedRun(
                name, words, values.has("queue") ? queue(values) : null, starts, wanted);
    }

    private List<String> words(Values values) {
        String text = values.text("command").strip();
        Node at = node(values, "command");
        List<String> words = List.of(text.split("\\s+"));
        if (!COMMANDS.contains(words.get(0))) {
            issues.addUnknown(
                    at,
                    "begins with '%s', which is no command that gives figures."
                            .formatted(words.get(0)),
                    words.get(0),
                    COMMANDS);
        }
        for (String word : words) {
            if (NOT_HERE.contains(word.split("=", 2)[0])) {
                issues.add(
                        at,
                        "names '%s', which is no matter of a study.".formatted(word),
                        "leave it out.");
            }
        }
        new ComparedRun("", words, null, null, List.of())
                .files()
                .forEach(name -> checkFile(at, name));
        return words;
    }

    private void checkFile(Node at, String name) {
        if (!files.contains(name)) {
            issues.addUnknown(at, "there is no file '%s' in 'files'.".formatted(name), name, files);
        }
    }

    private @Nullable PublishedStarts starts(Values run, List<String> words) {
        Node at = node(run, "starts");
        Values values = Values.of(StudySections.STARTS, at, issues);
        String call = words.isEmpty() ? "queue" : words.get(0);
        if (!call.equals("replay")) {
            issues.add(at, "belongs to a 'replay', but this is '%s'.".formatted(call), null);
        }
        String file = values.text("file");
        if (values.has("file")) {
            checkFile(node(values, "file"), file);
        }
        return new PublishedStarts(file, values.text("job"), values.text("start"));
    }

    private QueueModel queue(Values run) {
        Values values = Values.of(StudySections.QUEUE, node(run, "queue"), issues);
        boolean refuses = values.word("full").equals("refuse");
        double load = values.number("load");
        int jobs = values.count("jobs");
        int skipped = values.count("skipped");
        if (!refuses && load >= 1) {
            issues.add(
                    node(values, "load"),
                    "must be below 1 where jobs wait: the queue grows for ever.",
                    "'full: refuse'.");
        }
        if (skipped >= jobs) {
            issues.add(
                    node(values, "skipped"),
                    "must be below 'jobs' (%d), but is %d.".formatted(jobs, skipped),
                    null);
        }
        List<Integer> seeds = values.seeds("seeds");
        if (seeds.size() < LEAST_SEEDS) {
            issues.add(
                    node(values, "seeds"),
                    "must be %d at least, for an interval that tells anything."
                            .formatted(LEAST_SEEDS),
                    "'1..20'.");
        }
        String service = values.word("service");
        boolean isSound = jobs > 0 && skipped >= 0 && skipped < jobs;
        return new QueueModel( // of what is wrong, nothing is played
                Math.max(1, values.count("servers")),
                load > 0 ? load : 1,
                service.isEmpty()
                        ? QueueModel.Service.EXPONENTIAL
                        : QueueModel.Service.valueOf(service.toUpperCase(Locale.ROOT)),
                values.word("order"),
                refuses ? QueueModel.Full.REFUSE : QueueModel.Full.WAIT,
                isSound ? jobs : 1,
                isSound ? skipped : 0,
                seeds);
    }

    /** What stands behind a key; the mapping where nothing does. */
    static Node node(Values values, String key) {
        Node node = values.node(key);
        return node == null ? values.mapping() : node;
    }
}
