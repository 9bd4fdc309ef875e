package dandori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A machine's file that changes. */
final class MachineFile {

    private MachineFile() {}

    /** Writes {@code m.yaml}, a copy of one of the catalogue. */
    static Path write(Path folder) throws IOException {
        Path known =
                Path.of(
                        "../scenarios/src/main/resources/dandori/catalogue/machines/sakuraone.yaml");
        String text = Files.readString(known).replace("machine: sakuraone\n", "machine: m\n");
        return Files.writeString(folder.resolve("m.yaml"), text);
    }

    /** Gives it another title. */
    static void change(Path file) throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst("title: ", "title: New "));
    }
}
