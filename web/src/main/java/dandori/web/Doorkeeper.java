package dandori.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says who may ask, and what a browser may do with the answer.
 *
 * <p>A request must name this server in its {@code Host} (a page of another site that lets its name
 * point here does not, so names that are bound anew are of no use to it), and come from this page
 * where it says where it comes from. Where others than this machine can ask, or who asks can have
 * programs run, a token is needed besides: it stands in the address that is printed, and then in a
 * cookie.
 */
final class Doorkeeper {

    /** All from this server, nothing inline, nothing from elsewhere, in nobody's frame. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private final Listening listening;
    private final String token;

    /**
     * Lets in who asks where the server listens.
     *
     * @param allowRun whether scenarios may be run: whoever else is logged in on this machine may
     *     not, so that the token is asked for on the loopback address, too
     */
    Doorkeeper(Listening listening, boolean allowRun) {
        this.listening = listening;
        this.token = listening.isLoopback() && !allowRun ? "" : newToken();
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
        addHeaders(request);
        String host = request.header("Host");
        if (host == null || !listening.isCalled(host)) {
            throw new RefusedException(
                    421,
                    host == null
                            ? "The request does not say which server it asks (Host)."
                            : "This server is not '" + host + "'.",
                    "the address that 'dandori serve' printed.");
        }
        refuseStrangers(request, host);
        if (!token.isEmpty()) {
            askForToken(request);
        }
        if (!READING.contains(request.method())) {
            refuseUnlessJson(request);
        }
    }

    private static void addHeaders(Context request) {
        request.header("Content-Security-Policy", POLICY);
        request.header("X-Content-Type-Options", "nosniff");
        request.header("Referrer-Policy", "no-referrer");
        request.header("Cross-Origin-Resource-Policy", "same-origin");
        request.header("Cross-Origin-Opener-Policy", "same-origin");
        request.header("Cache-Control", "no-cache");
    }

    /** Refuses what pages of others ask. They may lead to a page of ours, which asks by itself. */
    private static void refuseStrangers(Context request, String host) {
        String origin = request.header("Origin");
        if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
            throw new RefusedException(403, "A page of '" + origin + "' may not ask here.", "");
        }
        String site = request.header("Sec-Fetch-Site");
        boolean isOurs = site == null || site.equals("same-origin") || site.equals("none");
        boolean isVisit =
                READING.contains(request.method())
                        && "navigate".equals(request.header("Sec-Fetch-Mode"))
                        && PageFiles.isAddress(request.path());
        if (!isOurs && !isVisit) {
            throw new RefusedException(403, "A page of another site may not ask here.", "");
        }
    }

    private void askForToken(Context request) {
        String cookie = "dandori-" + request.req().getLocalPort(); // ports share their cookies
        if (isToken(request.queryParam("token"))) {
            Cookie kept = new Cookie(cookie, token);
            kept.setHttpOnly(true);
            kept.setSameSite(SameSite.LAX); // so that addresses can be shared by mail
            kept.setPath("/");
            request.cookie(kept);
            if (PageFiles.isAddress(request.path())) {
                request.redirect(withoutToken(request), HttpStatus.SEE_OTHER);
                request.skipRemainingHandlers();
            }
        } else if (!isToken(request.cookie(cookie))) {
            throw new RefusedException(
                    401,
                    "This viewer asks for a token.",
                    "the whole address that 'dandori serve' printed.");
        }
    }

    /** The same address, so that the token stays in no history and in no address that is shared. */
    private static String withoutToken(Context request) {
        String query = request.queryString();
        String rest =
                Arrays.stream((query == null ? "" : query).split("&"))
                        .filter(part -> !part.startsWith("token="))
                        .collect(Collectors.joining("&"));
        return request.path() + (rest.isEmpty() ? "" : "?" + rest);
    }

    /** What changes something comes as JSON: other sites cannot send that without asking first. */
    private static void refuseUnlessJson(Context request) {
        if (!request.method().equals(HandlerType.POST)) {
            request.header("Allow", "GET, HEAD, POST");
            throw new RefusedException(405, request.method() + " is not served here.", "");
        }
        String type = request.contentType();
        String bare = type == null ? "" : type.split(";", 2)[0].strip();
        if (!bare.equalsIgnoreCase("application/json")) {
            throw new RefusedException(415, "What is handed in must be application/json.", "");
        }
    }

    private boolean isToken(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }
}
