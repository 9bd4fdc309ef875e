package dandori.trace.lines;

import dandori.trace.ImportRules;
import dandori.trace.ImportedTrace;
import dandori.trace.LogOptions;
import dandori.trace.Traces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** A log cut into days, which lie in a folder: plain, packed, or packed in several members. */
public final class Days {

    private Days() {}

    /**
     * Writes days, whose names tell nothing of their order; days without a text are files without
     * content.
     *
     * @param random says how each is called and packed
     */
    public static Path write(Path folder, List<String> days, Random random) throws IOException {
        Files.createDirectory(folder);
        List<Integer> numbers = new ArrayList<>();
        for (int day = 0; day < days.size(); day++) {
            numbers.add(day);
        }
        Collections.shuffle(numbers, random);
        for (int day = 0; day < days.size(); day++) {
            byte[] bytes = days.get(day).getBytes(StandardCharsets.UTF_8);
            Path file = folder.resolve("acct.%04d".formatted(numbers.get(day)));
            Files.write(file, packed(bytes, random.nextInt(3)));
        }
        return folder;
    }

    private static byte[] packed(byte[] bytes, int members) throws IOException {
        if (members == 0) {
            return bytes;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int member = 0; member < members; member++) {
            int from = bytes.length * member / members;
            int to = bytes.length * (member + 1) / members;
            try (GZIPOutputStream packed = new GZIPOutputStream(all)) {
                packed.write(bytes, from, to - from);
            }
        }
        return all.toByteArray();
    }

    /** Entries dealt out to days in their order; the first day has one. */
    public static List<String> cut(List<String> entries, Random random) {
        List<String> days = new ArrayList<>(List.of(""));
        for (String entry : entries) {
            int last = days.size() - 1;
            days.set(last, days.get(last) + entry);
            for (int more = random.nextInt(40); more >= 38; more--) {
                days.add("");
            }
        }
        return days;
    }

    /** All that is told of a log: jobs, notes, lines. */
    public static List<String> told(Path log, LogOptions options) {
        ImportedTrace trace =
                Traces.read(log, ImportRules.dandori().withLog(options), (read, total) -> {});
        List<String> told = new ArrayList<>(LogText.jobs(trace));
        told.addAll(LogText.notes(trace));
        told.add(trace.origin() + " " + trace.report().lines() + " " + trace.report().jobLines());
        return told;
    }
}
