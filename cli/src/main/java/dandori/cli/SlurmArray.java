package dandori.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An array of Slurm's: submitted by {@code sbatch}, watched by {@code squeue}; accounting is not
 * needed.
 *
 * @param script the job script
 * @param options those of {@code sbatch}, in order; later ones win
 */
record SlurmArray(Path script, List<String> options) implements ShardArray {

    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')++");

    /** Keeps the options. */
    SlurmArray {
        options = List.copyOf(options);
    }

    /** The words of a text, as a shell takes them apart: blanks within quotes belong to a word. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group().replaceAll("[\"']", ""));
        }
        return words;
    }

    @Override
    public void check() throws IOException, InterruptedException {
        said(List.of("sbatch", "--version"));
        said(List.of("squeue", "--version"));
    }

    @Override
    public String submit(List<Integer> shards) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(List.of("sbatch", "--parsable"));
        call.add(
                "--array=" + shards.stream().map(String::valueOf).collect(Collectors.joining(",")));
        call.addAll(options);
        call.add(script.toString());
        Said said = said(call);
        String job = said.out().strip().split(";", -1)[0];
        if (said.status() != 0 || job.isEmpty()) {
            throw new BatchException(
                    Failures.UNFINISHED,
                    "sbatch did not take the shards: " + reason(said.err()),
                    "other --slurm-options; 'sinfo' lists partitions, and the script that was to"
                            + " run is %s.".formatted(script));
        }
        return job;
    }

    @Override
    public Optional<Map<Integer, String>> active(String job)
            throws IOException, InterruptedException {
        Said said = said(List.of("squeue", "-h", "-r", "-j", job, "-o", "%K %T"));
        if (said.status() != 0) {
            boolean isForgotten = said.err().contains("Invalid job id"); // ended long ago
            return isForgotten ? Optional.of(Map.of()) : Optional.empty();
        }
        Map<Integer, String> active = new TreeMap<>();
        said.out()
                .lines()
                .map(line -> line.strip().split(" ", 2))
                .filter(parts -> parts.length == 2 && parts[0].matches("\\d{1,9}"))
                .forEach(parts -> active.put(Integer.valueOf(parts[0]), parts[1]));
        return Optional.of(active);
    }

    /** What a program of Slurm's complains of, without its name on every line. */
    private static String reason(String err) {
        String reason =
                Arrays.stream(err.split("\n", -1))
                        .map(line -> line.replaceFirst("^sbatch: (error: |fatal: )?", "").strip())
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("; "));
        return reason.isEmpty() ? "it does not say why." : reason + ".";
    }

    /**
     * What a program has said.
     *
     * @param status its exit status
     * @param out on standard output
     * @param err besides
     */
    private record Said(int status, String out, String err) {}

    private static Said said(List<String> call) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(call).start();
        } catch (IOException none) {
            throw new WrongCallException(
                    "--submit: there is no '%s' on the PATH of this machine."
                            .formatted(call.get(0)),
                    "a login node of the cluster; or 'run --shard' by hand, as"
                            + " docs/guide/many-machines.md shows.");
        }
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, err);
    }
}
