package dandori.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says who may ask, and what a browser may do with the answer.
 *
 * <p>A request must name this server in its {@code Host} (a page of another site that lets its name
 * point here does not, so names that are bound anew are of no use to it), and come from this page
 * where it has an {@code Origin}. Where others than this machine can ask, a token is needed
 * besides: it stands in the address that is printed, and then in a cookie.
 */
final class Doorkeeper {

    private static final String COOKIE = "dandori";

    /** All from this server, nothing inline, nothing from elsewhere, in nobody's frame. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private final ViewerOptions options;
    private final String token;

    Doorkeeper(ViewerOptions options) {
        this.options = options;
        this.token = options.isLoopback() ? "" : newToken();
    }

    private static String newToken() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The secret that is asked for; empty if none is. */
    String token() {
        return token;
    }

    /** Lets a request in, or throws. */
    void admit(Context request) {
        request.header("Content-Security-Policy", POLICY);
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Referrer-Policy", "no-referrer");
        request.header("Cross-Origin-Resource-Policy", "same-origin");
        request.header("Cross-Origin-Opener-Policy", "same-origin");
        request.header("Cache-Control", "no-cache");
        String host = request.header("Host");
        if (host == null || !isOurs(host)) {
            throw new RefusedException(
                    421,
                    "This server is not " + (host == null ? "without a name" : host) + ".",
                    "");
        }
        String origin = request.header("Origin");
        if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
            throw new RefusedException(403, "A page of " + origin + " may not ask here.", "");
        }
        if (!token.isEmpty()) {
            askForToken(request);
        }
    }

    private boolean isOurs(String host) {
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        String name = (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
        if (!options.isLoopback() && options.host().equals("0.0.0.0")) {
            return true; // any name leads here; the token says who may ask
        }
        return Set.of("localhost", "127.0.0.1", "[::1]").contains(name)
                || name.equals(options.host().toLowerCase(Locale.ROOT))
                || name.equals("[" + options.host() + "]");
    }

    private void askForToken(Context request) {
        if (isToken(request.queryParam("token"))) {
            Cookie cookie = new Cookie(COOKIE, token);
            cookie.setHttpOnly(true);
            cookie.setSameSite(SameSite.STRICT);
            cookie.setPath("/");
            request.cookie(cookie);
        } else if (!isToken(request.cookie(COOKIE))) {
            throw new RefusedException(
                    401,
                    "This viewer asks for a token.",
                    "the whole address that 'dandori serve' printed.");
        }
    }

    private boolean isToken(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }
}
