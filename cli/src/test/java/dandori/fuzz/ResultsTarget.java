package dandori.fuzz;

import dandori.cli.StudyCalls;
import dandori.experiment.journal.CellJournal;
import dandori.results.FoundManifest;
import dandori.web.Viewer;
import dandori.web.ViewerOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A results folder from a stranger, one file of which is not what it should be: the first byte says
 * which, the others are its content (unpacked, where it is a packed one).
 */
final class ResultsTarget {

    private static final List<String> FILES =
            List.of(
                    "cells/0000/jobs.csv.gz",
                    "cells/0000/series.csv.gz",
                    "cells/0000/summary.json",
                    "cells/summaries.jsonl",
                    "cells/variants.jsonl",
                    "machine.json",
                    "manifest.json",
                    "scenario.yaml",
                    "summary.json");

    private static final String SCENARIO =
            """
            scenario: small
            machines: {one: {nodes: 8}}
            workload:
              streams:
                - {organization: us, generate: {jobsPerDay: 20, nodes: {max: 8}}}
            policies: {plain: {backfill: none}, easy: {backfill: easy}}
            run: {length: 1d}
            """;

    private ResultsTarget() {}

    static Target of(Path folder) throws IOException {
        Path results = Files.createDirectory(folder.resolve("results"));
        Path run = results.resolve("run");
        Path scenario = Files.writeString(folder.resolve("small.yaml"), SCENARIO);
        if (!StudyCalls.succeeds("run", scenario.toString(), "--out", run.toString())) {
            throw new IllegalStateException("The scenario is refused.");
        }
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < FILES.size(); i++) {
            byte[] content = unpacked(FILES.get(i), Files.readAllBytes(run.resolve(FILES.get(i))));
            ByteArrayOutputStream seed = new ByteArrayOutputStream();
            seed.write(i);
            seed.writeBytes(content);
            seeds.add(seed.toByteArray());
        }
        return new Target("results", List.copyOf(seeds), bytes -> read(results, bytes));
    }

    private static void read(Path results, byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return;
        }
        String name = FILES.get(Math.floorMod(bytes[0], FILES.size()));
        Path file = results.resolve("run").resolve(name);
        byte[] whole = Files.readAllBytes(file);
        try {
            Files.write(file, packed(name, Arrays.copyOfRange(bytes, 1, bytes.length)));
            see(results);
        } finally {
            Files.write(file, whole);
        }
    }

    private static void see(Path results) throws IOException {
        ViewerOptions options = new ViewerOptions(results, ViewerOptions.LOOPBACK, 0, false);
        try (Viewer viewer = Viewer.start(options)) {
            for (String path : ViewerTargets.paths()) {
                byte[] request =
                        Target.bytes(
                                "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                                        .formatted(path, viewer.address().getAuthority()));
                ViewerTargets.check(request, ViewerTargets.ask(viewer.address(), request));
            }
        }
        String run = results.resolve("run").toString();
        String page = results.resolveSibling("page.html").toString();
        StudyCalls.succeeds("report", run, "--html", page);
        StudyCalls.succeeds("merge", run, "--out", results.resolveSibling("merged").toString());
        StudyCalls.succeeds("explain", run, "1");
        CellJournal.open(results.resolve("run")).close();
        FoundManifest.read(results.resolve("run"));
    }

    private static byte[] packed(String name, byte[] content) throws IOException {
        if (!name.endsWith(".gz")) {
            return content;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(String name, byte[] content) throws IOException {
        if (!name.endsWith(".gz")) {
            return content;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return in.readAllBytes();
        }
    }
}
