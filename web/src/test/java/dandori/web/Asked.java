package dandori.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A viewer of a folder, and what it answers. */
final class Asked implements AutoCloseable {

    private final Viewer viewer;

    /**
     * An answer.
     *
     * @param status its status
     * @param body all of it
     * @param of where it came from, which knows its headers
     */
    record Answer(int status, String body, HttpURLConnection of) {
        @Nullable String header(String name) {
            return of.getHeaderField(name);
        }
    }

    Asked(Path folder) throws IOException {
        viewer = Viewer.start(new ViewerOptions(folder, ViewerOptions.LOOPBACK, 0, false));
    }

    HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) viewer.address().resolve(path).toURL().openConnection();
    }

    Answer get(String path) throws IOException {
        HttpURLConnection connection = open(path);
        int status = connection.getResponseCode();
        try (InputStream body =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(status, text, connection);
        }
    }

    @Override
    public void close() {
        viewer.close();
    }
}
