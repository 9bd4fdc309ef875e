package dandori.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Where the server listens, and by which names it is called there.
 *
 * @param host the name that was given for it
 * @param address what the name leads to; whether it is the loopback address it says, not the name
 */
record Listening(String host, InetAddress address) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Looks a name up.
     *
     * @throws IOException if it leads nowhere
     */
    static Listening at(String host) throws IOException {
        return new Listening(host, InetAddress.getByName(host));
    }

    /** Whether only programs of the same machine can ask. */
    boolean isLoopback() {
        return address.isLoopbackAddress();
    }

    /** Whether a request with this {@code Host} means this server, whatever port leads to it. */
    boolean isCalled(String asked) {
        if (address.isAnyLocalAddress()) {
            return true; // any name leads here; the token says who may ask
        }
        int colon = asked.lastIndexOf(':');
        boolean hasPort = colon > asked.lastIndexOf(']');
        String name = (hasPort ? asked.substring(0, colon) : asked).toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name)
                || name.equals(host.toLowerCase(Locale.ROOT))
                || name.equals(bracketed(host.toLowerCase(Locale.ROOT)))
                || name.equals(bracketed(address.getHostAddress()));
    }

    /** The name in addresses of pages. */
    String shown() {
        if (isLoopback()) {
            return "localhost";
        }
        return address.isAnyLocalAddress() ? machine() : bracketed(host);
    }

    private String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return bracketed(host);
        }
    }

    private static String bracketed(String name) {
        return name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
    }
}
