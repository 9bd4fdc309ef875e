package dandori.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The job script of an array whose tasks play a shard each. A task goes on where an earlier one of
 * its shard was broken off, and leaves its exit status in a file.
 *
 * @param program the words that call the program
 * @param words those of the call of {@code run}, without shard, folder and threads
 * @param threads how many; 0: as many processors as Slurm gives the task
 * @param workingFolder what paths in settings are relative to
 * @param shards the folder for all shards
 * @param count how many there are
 */
record SlurmScript(
        List<String> program,
        List<String> words,
        int threads,
        Path workingFolder,
        Path shards,
        int count) {

    /** Keeps the words. */
    SlurmScript {
        program = List.copyOf(program);
        words = List.copyOf(words);
    }

    /** The options of {@code sbatch} that go with it. */
    List<String> options(String scenario) {
        String log = shards.toString().replace("%", "%%") + "/%a-of-" + count + ".log";
        return List.of(
                "--job-name=dandori-" + scenario.replaceAll("[^A-Za-z0-9._-]", "-"),
                "--output=" + log,
                "--open-mode=append",
                "--nodes=1",
                "--ntasks=1");
    }

    /** The text. */
    String text() {
        return """
        #!/bin/sh
        # One shard of a study for each task of an array; written by 'dandori run --submit slurm'.
        shard=$SLURM_ARRAY_TASK_ID
        folder=%s/$shard-of-%d
        rm -f "$folder.status"
        # Three quarters of the memory that was asked for are the heap of the JVM.
        memory=${SLURM_MEM_PER_NODE:-$((${SLURM_MEM_PER_CPU:-0} * ${SLURM_CPUS_ON_NODE:-1}))}
        if [ "$memory" -gt 0 ]; then
            DANDORI_JAVA_OPTS="-Xmx$((memory * 3 / 4))m $DANDORI_JAVA_OPTS"
            export DANDORI_JAVA_OPTS
        fi
        cd %s || exit 1
        %s \\
            %s \\
            --threads %s --shard "$shard/%d" --out "$folder" --resume --progress none
        status=$?
        echo "$status" >"$folder.status"
        exit "$status"
        """
                .formatted(
                        quoted(shards.toString()),
                        count,
                        quoted(workingFolder.toString()),
                        program.stream()
                                .map(word -> word.equals(OPTIONS) ? word : quoted(word))
                                .collect(Collectors.joining(" ")),
                        words.stream().map(SlurmScript::quoted).collect(Collectors.joining(" ")),
                        threads > 0 ? String.valueOf(threads) : "\"${SLURM_CPUS_ON_NODE:-1}\"",
                        count);
    }

    /** Options of the JVM, which the launcher knows by itself. */
    private static final String OPTIONS = "$DANDORI_JAVA_OPTS";

    /** The words that call this very program: its launcher or, without one, its JVM. */
    static List<String> thisProgram() {
        String launcher = System.getProperty("dandori.launcher", "");
        return launcher.isEmpty()
                ? List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        OPTIONS,
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        "dandori.cli.Main")
                : List.of(launcher);
    }

    /** A word as a shell takes it for itself. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=:,@%+-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
