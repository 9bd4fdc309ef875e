package dandori.report;

import dandori.experiment.Cell;
import dandori.experiment.Shard;
import dandori.experiment.journal.CellJournal;
import dandori.experiment.journal.VariantNote;
import dandori.experiment.journal.VariantNotes;
import dandori.results.DamagedResultsException;
import dandori.results.FoundManifest;
import dandori.results.Manifest;
import dandori.results.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The folder of a shard, or of a whole study.
 *
 * @param folder where it is
 * @param manifest what its manifest says
 * @param shard which part it holds
 * @param scenario the text of the resolved scenario
 * @param machines that of {@code machine.json}
 * @param notes what is known of its variants; none while it is not complete
 * @param cells the numbers of the cells that it has
 */
record ShardFolder(
        Path folder,
        FoundManifest manifest,
        Shard shard,
        String scenario,
        String machines,
        List<VariantNote> notes,
        Set<Integer> cells) {

    /**
     * The shard in a folder.
     *
     * @throws dandori.results.DamagedResultsException if a file is missing or broken
     */
    static ShardFolder read(Path folder) throws IOException {
        FoundManifest manifest = FoundManifest.read(folder);
        try (CellJournal journal = CellJournal.open(folder)) {
            return new ShardFolder(
                    folder,
                    manifest,
                    shard(folder, manifest),
                    text(folder.resolve(StudyFolder.SCENARIO)),
                    text(folder.resolve(StudyFolder.MACHINES)),
                    manifest.isComplete() ? VariantNotes.read(folder) : List.of(),
                    Set.copyOf(journal.cells()));
        }
    }

    private static Shard shard(Path folder, FoundManifest manifest) {
        try {
            return manifest.shard().isEmpty() ? Shard.WHOLE : Shard.of(manifest.shard());
        } catch (IllegalArgumentException broken) {
            throw new DamagedResultsException(folder.resolve(Manifest.NAME));
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException broken) {
            throw new DamagedResultsException(file);
        }
    }

    /** Gives the tables of a cell a second place, and copies them where that cannot be. */
    void linkTables(int cell, Path study) throws IOException {
        Path from = folder.resolve("cells").resolve(Cell.folder(cell));
        if (!Files.isDirectory(from)) {
            return; // summaries alone are kept
        }
        Path to = Files.createDirectories(study.resolve("cells").resolve(Cell.folder(cell)));
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(from)) {
            for (Path table : tables) {
                String name = table.getFileName().toString();
                if (!name.startsWith(".")) {
                    link(table, to.resolve(name));
                }
            }
        }
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (FileSystemException | UnsupportedOperationException elsewhere) {
            WholeFile.copy(from, to);
        }
    }
}
