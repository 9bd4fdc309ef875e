package dandori.report;

import dandori.experiment.Experiment;
import dandori.experiment.ExperimentResult;
import dandori.experiment.journal.CellJournal;
import dandori.experiment.journal.NamedFiles;
import dandori.experiment.journal.StudyReader;
import dandori.experiment.journal.VariantNote;
import dandori.experiment.journal.VariantNote.Planned;
import dandori.experiment.journal.VariantNotes;
import dandori.results.DamagedResultsException;
import dandori.results.Manifest;
import dandori.results.WholeFile;
import dandori.scenario.sweep.VariantReader;
import dandori.scenario.sweep.Variants;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts the shards of a study together: what comes out is, but for the manifest, what a run of the
 * whole would have left. The shards' folders are all that is needed, and the machine and model
 * files that the scenario names; traces are not.
 */
public final class StudyMerge {

    private final List<ShardFolder> shards;
    private final Variants variants;
    private final Experiment experiment;
    private final String program;

    private StudyMerge(List<ShardFolder> shards, Variants variants, String program) {
        this.shards = shards;
        this.variants = variants;
        this.program = program;
        experiment = Experiment.of(variants);
    }

    /**
     * The shards in some folders, once it is sure that they are all and belong together; nothing is
     * written.
     *
     * @param program the version and commit of this program
     * @throws UnlikeShardsException if they do not, with all that is wrong
     * @throws dandori.experiment.journal.ChangedFilesException if a machine or model file is not
     *     what it was
     */
    public static StudyMerge of(List<Path> folders, String program) throws IOException {
        List<ShardFolder> shards = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path folder : folders) {
            try {
                shards.add(ShardFolder.read(folder));
            } catch (DamagedResultsException | java.nio.file.NoSuchFileException none) {
                problems.add(folder + ": holds no shard of a study.");
            }
        }
        if (problems.isEmpty()) {
            problems.addAll(new ShardChecks(shards).unlike(program));
        }
        refuse(problems, "each folder that 'run --shard' has left, of one scenario, and no other.");
        Variants variants =
                VariantReader.readPlayed(
                        shards.get(0).folder().resolve(StudyFolder.SCENARIO), List.of());
        for (ShardFolder shard : shards) {
            NamedFiles.check(shard.folder(), shard.manifest(), variants.list());
        }
        StudyMerge merge = new StudyMerge(shards, variants, program);
        refuse(
                new ShardChecks(shards).gaps(merge.experiment),
                "'run' once more with the --shard that is missing; with --resume it goes on where"
                        + " it was broken off.");
        return merge;
    }

    private static void refuse(List<String> problems, String maybe) {
        if (!problems.isEmpty()) {
            throw new UnlikeShardsException(problems, maybe);
        }
    }

    /** The variants of the study. */
    public Variants variants() {
        return variants;
    }

    /**
     * Writes the study into a folder; an older study in it goes away.
     *
     * @param command the words of the call
     * @param threads how many threads read it and make the summary
     * @param began when the call began, as {@link System#nanoTime} says
     */
    public ExperimentResult into(Path folder, List<String> command, int threads, long began)
            throws IOException {
        ShardFolder first = shards.get(0);
        Map<String, String> inputs = new LinkedHashMap<>();
        shards.forEach(shard -> inputs.putAll(shard.manifest().inputs()));
        List<Long> seeds = variants.first().run().seeds().stream().map(Integer::longValue).toList();
        Manifest manifest =
                new Manifest(
                        program, command, seeds, inputs, experiment.cells().size(), "", check());
        StudyFolder target =
                StudyFolder.begin(folder, first.scenario(), first.machines(), manifest);
        SortedMap<Integer, ShardFolder> owners = new TreeMap<>();
        for (ShardFolder shard : shards) {
            shard.cells().forEach(cell -> owners.putIfAbsent(cell, shard));
        }
        for (Map.Entry<Integer, ShardFolder> owner : owners.entrySet()) {
            owner.getValue().linkTables(owner.getKey(), folder);
        }
        WholeFile.write(folder.resolve(CellJournal.NAME), out -> copyLines(owners, out));
        VariantNotes.write(folder, notes());
        ExperimentResult result = StudyReader.read(folder, List.of(), threads);
        Report report = StudyReport.of(result);
        target.complete(result, report, threads, () -> (System.nanoTime() - began) / 1e9);
        return result;
    }

    /** How much the runs of all shards checked themselves; empty where not all did the same. */
    private String check() {
        List<String> checks =
                shards.stream().map(one -> one.manifest().check()).distinct().toList();
        return checks.size() == 1 ? checks.get(0) : "";
    }

    private static void copyLines(SortedMap<Integer, ShardFolder> owners, OutputStream out)
            throws IOException {
        Map<ShardFolder, CellJournal> journals = new LinkedHashMap<>();
        try {
            for (Map.Entry<Integer, ShardFolder> owner : owners.entrySet()) {
                CellJournal journal = journals.get(owner.getValue());
                if (journal == null) {
                    journal = CellJournal.open(owner.getValue().folder());
                    journals.put(owner.getValue(), journal);
                }
                out.write(Objects.requireNonNull(journal.line(owner.getKey())));
                out.write('\n');
            }
        } finally {
            for (CellJournal journal : journals.values()) {
                journal.close();
            }
        }
    }

    /** What is known of each variant, with all of its cells. */
    private List<VariantNote> notes() {
        SortedMap<Integer, VariantNote> notes = new TreeMap<>();
        SortedMap<Integer, List<Planned>> cells = new TreeMap<>();
        for (ShardFolder shard : shards) {
            for (VariantNote note : shard.notes()) {
                notes.putIfAbsent(note.number(), note);
                cells.computeIfAbsent(note.number(), any -> new ArrayList<>()).addAll(note.cells());
            }
        }
        return notes.values().stream()
                .map(note ->
                        note.with(
                                cells.getOrDefault(note.number(), List.of()).stream()
                                        .distinct()
                                        .sorted(Comparator.comparingInt(Planned::number))
                                        .toList()))
                .toList();
    }
}
