package dandori.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of the page: its own below {@code /page}, those of the libraries that draw it below
 * {@code /library}, and the frame of the page at each of its addresses.
 */
final class PageFiles {

    /** The addresses that a reader sees; what stands there the page itself finds out. */
    private static final List<String> ADDRESSES =
            List.of("/", "/study", "/compare", "/run", "/job", "/machine", "/scenario");

    private static final Pattern NAME =
            Pattern.compile("[a-zA-Z0-9-]+(/[a-zA-Z0-9-]+)*+\\.(js|css|svg)");

    private static final Map<String, String> LIBRARIES =
            Map.of(
                    "uplot", "/META-INF/resources/webjars/uplot/1.6.30/dist/",
                    "lit-html", "/META-INF/resources/webjars/lit-html/3.3.2/");

    private static final int LIBRARY_SECONDS = 3_600; // their addresses stay with a new version

    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript", "css", "text/css", "svg", "image/svg+xml");

    private static final Pattern LIBRARY_NAME =
            Pattern.compile("[a-zA-Z0-9-]+(/[a-zA-Z0-9-]+)*+(\\.(esm|min))?\\.(js|css)");

    private final Map<String, byte[]> read = new ConcurrentHashMap<>(); // files that are there

    /** Whether a reader sees this address, as those of files and of questions are not. */
    static boolean isAddress(String path) {
        return ADDRESSES.contains(path);
    }

    void add(RoutesConfig routes) {
        for (String address : ADDRESSES) {
            routes.get(
                    address, request -> send(request, "/dandori/web/page/index.html", "text/html"));
        }
        routes.get(
                "/page/<name>",
                request -> {
                    String name = request.pathParam("name");
                    send(
                            request,
                            NAME.matcher(name).matches() ? "/dandori/web/page/" + name : "",
                            type(name));
                });
        routes.get(
                "/library/{library}/<name>",
                request -> {
                    String name = request.pathParam("name");
                    String folder = LIBRARIES.getOrDefault(request.pathParam("library"), "");
                    boolean isThere = !folder.isEmpty() && LIBRARY_NAME.matcher(name).matches();
                    request.header("Cache-Control", "max-age=" + LIBRARY_SECONDS);
                    send(request, isThere ? folder + name : "", type(name));
                });
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
    }

    private void send(Context request, String resource, String type) throws IOException {
        byte[] file = resource.isEmpty() ? null : file(resource);
        if (file == null) {
            throw RefusedException.absent("There is no page at " + request.path() + ".", "/");
        }
        request.contentType(type + "; charset=utf-8");
        request.result(file);
    }

    private byte @Nullable [] file(String resource) throws IOException {
        byte[] known = read.get(resource);
        if (known != null) {
            return known;
        }
        try (InputStream file = PageFiles.class.getResourceAsStream(resource)) {
            byte[] bytes = file == null ? null : file.readAllBytes();
            if (bytes != null) {
                read.put(resource, bytes);
            }
            return bytes;
        }
    }
}
