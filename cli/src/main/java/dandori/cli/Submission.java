package dandori.cli;

import dandori.experiment.Experiment;
import dandori.experiment.ExperimentResult;
import dandori.experiment.Shard;
import dandori.report.StudyFolder;
import dandori.report.StudyMerge;
import dandori.results.FolderLock;
import dandori.results.Manifest;
import dandori.results.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A study whose shards are played by Slurm: submits them as an array, follows it, submits again
 * what was broken off, and puts the shards together.
 *
 * @param study the study; its folder is that of the whole
 * @param asked in how many shards; null: as {@link #count} says
 * @param forwarded the words of the call that a task needs, without the scenario
 * @param threads how many threads a task has; 0: as many as it gets processors
 * @param slurmOptions more options for {@code sbatch}
 */
record Submission(
        StudyRun study,
        @Nullable Integer asked,
        List<String> forwarded,
        int threads,
        List<String> slurmOptions) {

    private static final int MOST = 32; // shards that nobody asked for
    private static final int QUICK_LOOKS = 30;
    private static final long QUICK_MILLIS = 2_000;
    private static final long SLOW_MILLIS = 10_000;

    /** Keeps the words. */
    Submission {
        forwarded = List.copyOf(forwarded);
        slurmOptions = List.copyOf(slurmOptions);
    }

    /** Submits or takes up again, follows, and puts together. */
    ExperimentResult run(Progress.Form form, PrintWriter err)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        Path folder = study.folder();
        Experiment experiment = Experiment.of(study.variants());
        int cells = experiment.cells().size();
        study.refuseForeign();
        FolderLock held = Folders.take(folder);
        try {
            Manifest manifest = study.manifest(cells);
            Optional<ArrayState> known = ArrayState.read(shards());
            boolean goesOn = study.settings().resumes() && known.isPresent();
            int count = goesOn ? known.get().count() : count(experiment);
            SlurmScript script = script(count);
            Path file = shards().resolve("slurm.sh");
            List<String> options = new ArrayList<>(script.options(study.variants().first().name()));
            options.addAll(slurmOptions);
            ShardArray array = new SlurmArray(file, options);
            array.check();
            if (goesOn) {
                checkSame(manifest, count);
                forgetStatus(count);
            } else {
                refuseActive(known, array);
                begin(manifest, Shard.deal(experiment, count));
            }
            WholeFile.write(file, script.text());
            ArrayState state = goesOn ? known.get() : submitted(array, count);
            if (form != Progress.Form.NONE) {
                err.printf("Slurm plays %d shards as job %s.%n", count, jobs(state));
                err.flush();
            }
            follow(array, state, cells, form, err);
            return StudyMerge.of(folders(count), Version.ofProgram())
                    .into(folder, study.settings().command(), study.settings().threads(), began);
        } finally {
            held.close();
        }
    }

    private Path shards() {
        return study.folder().toAbsolutePath().normalize().resolve(Shard.FOLDER);
    }

    /** So many shards as asked for; else one for each draw, 32 at most; never more than cells. */
    private int count(Experiment experiment) {
        int cells = experiment.cells().size();
        if (asked != null) {
            return Math.min(asked, cells);
        }
        return (int) Math.min(MOST, Shard.draws(experiment));
    }

    private SlurmScript script(int count) {
        List<String> words = new ArrayList<>();
        words.add("run");
        words.add(study.file().toString());
        words.addAll(forwarded);
        return new SlurmScript(
                SlurmScript.thisProgram(),
                words,
                threads,
                Path.of("").toAbsolutePath(),
                shards(),
                count);
    }

    private List<Path> folders(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> shards().resolve(new Shard(number, count).folder()))
                .toList();
    }

    private void checkSame(Manifest manifest, int count) throws IOException {
        Optional<String> why =
                StudyFolder.resumeRefusal(study.folder(), study.variants(), manifest);
        if (why.isEmpty() && asked != null && asked != count) {
            why = Optional.of("it was begun in %d shards, not %d.".formatted(count, asked));
        }
        if (why.isPresent()) {
            throw new WrongCallException(
                    "--resume: the study in '%s' cannot go on: %s"
                            .formatted(study.folder(), why.get()),
                    "leave out --resume to begin anew, or take another --out.");
        }
    }

    /** Forgets with what the tasks of an earlier call have ended: they get another chance. */
    private void forgetStatus(int count) throws IOException {
        for (Path folder : folders(count)) {
            Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + ".status"));
        }
    }

    /** Refuses to begin anew while an array is still at it. */
    private void refuseActive(Optional<ArrayState> known, ShardArray array)
            throws IOException, InterruptedException {
        for (String job : known.map(ArrayState::ids).orElse(List.of())) {
            Optional<Map<Integer, String>> active = array.active(job);
            if (active.isEmpty()) {
                throw new WrongCallException(
                        "--submit: Slurm does not say whether its job %s still plays the shards in '%s'."
                                .formatted(job, shards()),
                        "--resume, once 'squeue' answers again.");
            }
            if (!active.get().isEmpty()) {
                throw new WrongCallException(
                        "--submit: Slurm's job %s still plays the shards in '%s'."
                                .formatted(job, shards()),
                        "--resume, which follows it; or 'scancel %s' first.".formatted(job));
            }
        }
    }

    /** Makes the folders ready, so that tasks find all they go on with. */
    private void begin(Manifest manifest, List<Experiment> hands) throws IOException {
        for (int i = 0; i < hands.size(); i++) {
            Shard shard = new Shard(i + 1, hands.size());
            Path folder = shards().resolve(shard.folder());
            StudyFolder.refusal(folder, study.variants().first(), shard)
                    .ifPresent(why -> {
                        throw new WrongCallException(why, "--out with another folder.");
                    });
        }
        StudyFolder.begin(study.folder(), study.variants(), manifest);
        for (int i = 0; i < hands.size(); i++) {
            Shard shard = new Shard(i + 1, hands.size());
            Manifest its =
                    manifest.of(shard.isWhole() ? "" : shard.text(), hands.get(i).cells().size());
            Path folder = shards().resolve(shard.folder());
            FolderLock held = Folders.take(folder);
            try {
                StudyFolder.begin(folder, study.variants(), its);
            } finally {
                held.close();
            }
        }
        forgetStatus(hands.size());
    }

    private ArrayState submitted(ShardArray array, int count)
            throws IOException, InterruptedException {
        List<Integer> all = IntStream.rangeClosed(1, count).boxed().toList();
        ArrayState state = new ArrayState(count, Map.of()).with(array.submit(all), all);
        state.write(shards());
        return state;
    }

    private void follow(
            ShardArray array, ArrayState state, int cells, Progress.Form form, PrintWriter err)
            throws IOException, InterruptedException {
        try (Progress shown = Progress.begin(form, "simulating", err)) {
            ArrayWatch watch = new ArrayWatch(array, state, shards(), cells, shown);
            Interruption watched = Interruption.watch(err, () -> left(watch));
            try (watched) {
                watch.follow(
                        looks -> Thread.sleep(looks < QUICK_LOOKS ? QUICK_MILLIS : SLOW_MILLIS));
            }
        }
    }

    private String left(ArrayWatch watch) {
        String jobs = jobs(watch.state());
        return "Slurm's job %s goes on without us. The same call with --resume follows it; 'scancel %s' ends it."
                .formatted(jobs, jobs);
    }

    private static String jobs(ArrayState state) {
        return String.join(" ", state.ids());
    }
}
