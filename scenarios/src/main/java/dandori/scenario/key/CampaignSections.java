package dandori.scenario.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sections of training campaigns. */
public final class CampaignSections {

    /** How a model is spread, and in what portions it sees its tokens. */
    public static final Section PARALLELISM =
            Section.of(
                    "campaigns.NAME.parallelism",
                    "What is left out is chosen: the quickest that fits into memory"
                            + " (docs/models/training.md).",
                    degree("tensor", "Accelerators that share each matrix."),
                    degree("pipeline", "Stages one behind the other."),
                    degree("data", "Copies that see different sequences."),
                    degree("interleave", "Portions of layers that each stage has."),
                    degree("expert", "Accelerators that share the experts."),
                    Key.of(
                            "sequenceParallel",
                            Kind.FLAG,
                            "Whether tensor-parallel accelerators share the rest of a layer, too."),
                    degree("microBatch", "Sequences that a stage handles at once."),
                    degree(
                            "globalBatch",
                            "Sequences of an optimizer step, the same on every machine. Left out:"
                                    + " the model's own, else about 4 million tokens."),
                    Key.of("recompute", Kind.CHOICE, "What is computed twice to need less memory.")
                            .words("none", "selective", "full"),
                    Key.of("sharding", Kind.CHOICE, "What the copies share out.")
                            .words("none", "zero-1", "zero-2", "zero-3"),
                    Key.of(
                                    "precision",
                                    Kind.CHOICE,
                                    "Of matrix products. Left out: `bf16`; `fp32` on processors.")
                            .words("fp32", "fp16", "bf16", "fp8"));

    /** When checkpoints are written, and how long that takes. */
    public static final Section CHECKPOINT =
            Section.of(
                    "campaigns.NAME.checkpoint",
                    "Writing one keeps the job from computing for size / bandwidth. Where nothing"
                            + " can break, `young` and `daly` write only at the end of a piece.",
                    Key.of(
                                    "rule",
                                    Kind.CHOICE,
                                    "How often: every `interval`, or as often as loses least"
                                            + " according to Young (1974) or Daly (2006).")
                            .or("daly")
                            .words("fixed", "young", "daly"),
                    Key.of(
                                    "interval",
                                    Kind.DURATION,
                                    "How long is computed between two; rounded to whole steps. Only"
                                            + " with `rule: fixed`, and needed there.")
                            .atLeast(1),
                    Key.of(
                            "size",
                            Kind.TEXT,
                            "What is written, such as `2.3 TB`. Left out: 14 bytes a parameter."),
                    Key.of(
                            "bandwidth",
                            Kind.TEXT,
                            "How fast the job writes, such as `57 GB/s`. Left out: the machine's"
                                    + " `storage.writeBandwidth`, or what the nodes can write if"
                                    + " that is less (`storage.nodeBandwidth`; 1.2 GB/s a node is"
                                    + " assumed where the machine's file does not say)."));

    private static final List<Key> OF_VENUE =
            List.of(
                    Key.of(
                            "nodes",
                            Kind.TEXT,
                            "How many nodes compute: a number, or a range such as `64..128`, of"
                                    + " which the most are taken that the machine and its group"
                                    + " have and that the model can be spread over. One of `nodes`,"
                                    + " `accelerators` and a box as `shape` is needed."),
                    Key.of("accelerators", Kind.TEXT, "The same in accelerators; whole nodes."),
                    Key.of(
                            "elastic",
                            Kind.TEXT,
                            "Between which numbers of nodes jobs may grow and shrink, such as"
                                    + " `16..64`: wherever whole copies of the model share out the"
                                    + " sequences of a step. Backfills such as `afs`, `goodput` and"
                                    + " `moldable` make use of that; jobs ask for `nodes`, or, left"
                                    + " out, for the most. Not with `shape` or `stepTime`."),
                    Key.of("parallelism", Kind.SECTION, "How the model is spread over them."),
                    Key.of(
                                    "stepTime",
                                    Kind.DURATION,
                                    "How long an optimizer step takes, where it was measured. Left"
                                            + " out: what the model of training steps says.")
                            .atLeast(1),
                    Key.of("partition", Kind.NAME, "The resource group that the jobs name."),
                    Key.of(
                            "shape",
                            Kind.TEXT,
                            "How their nodes lie on a torus, such as `48x6x48:torus`."),
                    Key.of(
                                    "piece",
                                    Kind.DURATION,
                                    "The time limit of each job of the chain. Left out: the longest"
                                            + " that the group allows; where it allows any, a tenth"
                                            + " more than the whole training needs.")
                            .atLeast(1),
                    Key.of(
                                    "margin",
                                    Kind.DURATION,
                                    "How long before its time limit a job has ended.")
                            .or("5min"),
                    Key.of(
                                    "spares",
                                    Kind.COUNT,
                                    "Nodes that each job holds in reserve: when one of the others"
                                            + " fails, it goes on in place.")
                            .or("0"),
                    Key.of("checkpoint", Kind.SECTION, "When checkpoints are written."),
                    Key.of(
                                    "restart",
                                    Kind.DURATION,
                                    "How long it takes from the start of a job, or a failure, until"
                                            + " it computes (again): noticing, setting up, loading."
                                            + " The default is assumed.")
                            .or("15min"));

    /** One campaign. */
    public static final Section CAMPAIGN =
            new Section(
                    "campaigns.NAME",
                    "A model that is trained by a chain of jobs, each of which goes on from the"
                            + " last checkpoint (docs/guide/campaigns.md).",
                    keys(),
                    Map.of(),
                    false);

    /** A machine on which a campaign may run. */
    public static final Section VENUE =
            new Section(
                    "campaigns.NAME.machines[N]",
                    "A machine's name, or a mapping with it: what holds there in place of what the"
                            + " campaign says.",
                    venueKeys(),
                    Map.of(),
                    false);

    private CampaignSections() {}

    private static Key degree(String name, String sentence) {
        return Key.of(name, Kind.COUNT, sentence).atLeast(1);
    }

    private static List<Key> venueKeys() {
        List<Key> keys = new ArrayList<>();
        keys.add(Key.of("machine", Kind.NAME, "Which machine of the scenario.").required());
        keys.addAll(OF_VENUE);
        return keys;
    }

    private static List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        keys.add(Key.of("organization", Kind.NAME, "Whose it is.").required());
        keys.add(
                Key.of(
                                "model",
                                Kind.TEXT,
                                "What is trained: a model of the catalogue (`dandori catalogue"
                                        + " models`), or the path of a model file"
                                        + " (docs/data/model-file.md).")
                        .required());
        keys.add(
                Key.of(
                        "machine",
                        Kind.NAME,
                        "Where it runs. Left out: at its organization's home."));
        keys.add(
                Key.of(
                        "machines",
                        Kind.LIST,
                        "Where it may run: names, or mappings that say what differs there. The"
                                + " first job chooses, the others stay."));
        keys.addAll(OF_VENUE);
        keys.addAll(courseKeys());
        return keys;
    }

    /** How much is to be done, and when. */
    private static List<Key> courseKeys() {
        List<Key> keys = new ArrayList<>();
        keys.add(
                Key.of(
                        "tokens",
                        Kind.TEXT,
                        "How many tokens it is trained on, such as `300 B` or `2.1 T`; rounded up"
                                + " to whole steps. Left out: as many as the model's own training."));
        keys.add(
                Key.of(
                                "done",
                                Kind.TEXT,
                                "What of it was done before the run: a share, or tokens; rounded"
                                        + " down to whole steps.")
                        .or("0 %"));
        keys.add(
                Key.of(
                                "submit",
                                Kind.MOMENT,
                                "When the first job is submitted: a date, or the time since the"
                                        + " run's beginning.")
                        .or("0s"));
        keys.add(
                Key.of(
                        "after",
                        Kind.NAME,
                        "The campaign that must be done before; in place of `submit`."));
        keys.add(
                Key.of("delay", Kind.DURATION, "How long after that the first job is submitted.")
                        .or("0s"));
        keys.add(
                Key.of(
                        "deadline",
                        Kind.MOMENT,
                        "When it should be done. Nothing but reports knows of it."));
        keys.add(
                Key.of(
                                "chain",
                                Kind.CHOICE,
                                "When the next job is submitted: when the one before has ended, or"
                                        + " as soon as that one starts; it then waits until it has"
                                        + " ended.")
                        .or("after-end")
                        .words("after-end", "ahead"));
        return keys;
    }
}
