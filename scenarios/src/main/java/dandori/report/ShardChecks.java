package dandori.report;

import dandori.experiment.Cell;
import dandori.experiment.Experiment;
import dandori.experiment.Shard;
import dandori.experiment.journal.CellJournal;
import dandori.experiment.journal.VariantNote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What keeps shards from making up a study. */
final class ShardChecks {

    private static final int NAMED = 6; // cells in a sentence

    private final List<ShardFolder> shards;
    private final List<String> problems = new ArrayList<>();

    ShardChecks(List<ShardFolder> shards) {
        this.shards = shards;
    }

    /** In what shards are of different studies, or of another program than this. */
    List<String> unlike(String program) {
        ShardFolder first = shards.get(0);
        Map<String, ShardFolder> inputs = new LinkedHashMap<>();
        for (ShardFolder shard : shards) {
            if (!shard.manifest().program().equals(program)) {
                problems.add(
                        "%s: was made by '%s', but this is '%s'."
                                .formatted(shard.folder(), shard.manifest().program(), program));
            }
            if (shard.shard().count() != first.shard().count()) {
                problems.add(
                        "%s: is shard %s, but %s is shard %s."
                                .formatted(
                                        shard.folder(),
                                        shard.shard().text(),
                                        first.folder(),
                                        first.shard().text()));
            }
            if (!shard.scenario().equals(first.scenario())) {
                problems.add(unlike(shard, first, "another scenario"));
            } else if (!shard.machines().equals(first.machines())) {
                problems.add(unlike(shard, first, "other machines"));
            }
            shard.manifest()
                    .inputs()
                    .keySet()
                    .forEach(input -> checkInput(input, inputs.putIfAbsent(input, shard), shard));
        }
        return problems;
    }

    private static String unlike(ShardFolder shard, ShardFolder first, String what) {
        return "%s: has %s than %s.".formatted(shard.folder(), what, first.folder());
    }

    private void checkInput(String input, @Nullable ShardFolder other, ShardFolder shard) {
        if (other != null
                && !other.manifest()
                        .inputs()
                        .getOrDefault(input, "")
                        .equals(shard.manifest().inputs().getOrDefault(input, ""))) {
            problems.add(
                    "%s: was played with another '%s' than %s."
                            .formatted(shard.folder(), input, other.folder()));
        }
    }

    /** What is missing, and what two shards have that is not the same. */
    List<String> gaps(Experiment experiment) throws IOException {
        int count = shards.get(0).shard().count();
        List<Experiment> hands = Shard.deal(experiment, count);
        for (int number = 1; number <= count; number++) {
            missing(new Shard(number, count), hands.get(number - 1));
        }
        twice();
        return problems;
    }

    private void missing(Shard shard, Experiment hand) {
        List<ShardFolder> its = shards.stream().filter(one -> one.shard().equals(shard)).toList();
        List<Integer> missing =
                hand.cells().stream()
                        .map(Cell::number)
                        .filter(cell ->
                                shards.stream().noneMatch(one -> one.cells().contains(cell)))
                        .toList();
        String words = missing.isEmpty() ? "." : ": %s.".formatted(cells(missing));
        String which = shard.isWhole() ? "the study" : "shard " + shard.text();
        if (its.isEmpty() && !hand.cells().isEmpty()) {
            problems.add("%s is missing%s".formatted(which, words));
        }
        for (ShardFolder one : its) {
            if (!one.manifest().isComplete() || !missing.isEmpty()) {
                problems.add("%s: %s is not complete%s".formatted(one.folder(), which, words));
            }
        }
    }

    private static String cells(List<Integer> missing) {
        String named =
                missing.stream()
                        .limit(NAMED)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        int more = missing.size() - NAMED;
        return (missing.size() == 1 ? "cell " : "cells ")
                + named
                + (more > 0 ? " and %d more".formatted(more) : "");
    }

    private void twice() throws IOException {
        Map<Integer, VariantNote> notes = new HashMap<>(); // asked by number only
        SortedMap<Integer, ShardFolder> owners = new TreeMap<>();
        for (ShardFolder shard : shards) {
            for (VariantNote note : shard.notes()) {
                VariantNote known = notes.putIfAbsent(note.number(), note);
                if (known != null && !known.with(List.of()).equals(note.with(List.of()))) {
                    problems.add(
                            "%s: says something else of variant %d than another shard."
                                    .formatted(shard.folder(), note.number()));
                }
            }
            for (int cell : shard.cells().stream().sorted().toList()) {
                ShardFolder other = owners.putIfAbsent(cell, shard);
                if (other != null && !Arrays.equals(line(other, cell), line(shard, cell))) {
                    problems.add(
                            "%s: cell %d is not the same in %s."
                                    .formatted(shard.folder(), cell, other.folder()));
                }
            }
        }
    }

    private static byte @Nullable [] line(ShardFolder shard, int cell) throws IOException {
        try (CellJournal journal = CellJournal.open(shard.folder())) {
            return journal.line(cell);
        }
    }
}
