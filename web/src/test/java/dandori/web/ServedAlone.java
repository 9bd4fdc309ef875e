package dandori.web;

import java.io.IOException;
import java.nio.file.Path;

/** A program of its own that serves a folder until its input ends, and prints its port. */
final class ServedAlone {

    private ServedAlone() {}

    /** The folder. */
    public static void main(String[] words) throws IOException {
        ViewerOptions options =
                new ViewerOptions(Path.of(words[0]), ViewerOptions.LOOPBACK, 0, false);
        try (Viewer viewer = Viewer.start(options)) {
            System.out.println(viewer.address().getPort());
            while (System.in.read() >= 0) {
                // it goes on
            }
        }
    }
}
