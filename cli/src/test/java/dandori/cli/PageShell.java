package dandori.cli;

import dandori.Pages;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A shell in a folder that looks like a checkout which is built: {@code ./dandori} is there, and
 * its jars, {@code scenarios} and {@code docs}. What calls write stays for those that come after.
 *
 * @param folder an empty one
 */
record PageShell(Path folder) implements AutoCloseable {

    static final Path SHELL = Path.of("/bin/bash");

    private static final List<String> LINKS = List.of("scenarios", "docs");
    private static final String LIBRARIES = "cli/target/dist/lib";

    PageShell {
        try {
            Path program = folder.resolve("dandori");
            Files.writeString(
                    program,
                    """
                    #!/bin/sh
                    exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \\
                        -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \\
                        -cp '%s/*' dandori.cli.Main "$@"
                    """
                            .formatted(tool("java"), folder.resolve(LIBRARIES)));
            program.toFile().setExecutable(true);
            for (String part : LINKS) {
                Files.createSymbolicLink(folder.resolve(part), Pages.root().resolve(part));
            }
            Files.createDirectories(folder.resolve(LIBRARIES));
            writeJar(folder.resolve(LIBRARIES).resolve("dandori.jar"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    /** A jar that names all of the class path. */
    private static void writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(
                Attributes.Name.CLASS_PATH,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    /** What a terminal shows when somebody types it: both streams, one after the other. */
    Call answer(String typed) {
        String begin =
                "export PATH=\"$PWD:%s:$PATH\" LC_ALL=C.UTF-8\nunset DANDORI_JAVA_OPTS\n"
                        .formatted(tool("."));
        Call call = Call.ofProcess(folder, List.of(SHELL.toString(), "-e", "-c", begin + typed));
        return new Call(call.status(), call.err() + call.out(), "");
    }

    /** Takes away what leads out of the folder. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }
}
