package dandori.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program of its own that asks a server on so many connections at once that one process may not
 * have them and their other ends. It prints how many got which answer: a status, {@code refused}
 * for those who got no connection or lost it unanswered, {@code hanging} for those whom nobody
 * answered, {@code trace} for those who were told of the server's insides.
 */
final class Crowd {

    private static final long LONGEST_NANOS = 120_000_000_000L;

    private final InetSocketAddress server;
    private final byte[] request;
    private final Selector selector = Selector.open();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final ByteBuffer some = ByteBuffer.allocate(65_536);

    private Crowd(int port) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.request =
                "GET /api/studies HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n\r\n"
                        .formatted(port)
                        .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Port, and how many connections. */
    public static void main(String[] words) throws IOException {
        Crowd crowd = new Crowd(Integer.parseInt(words[0]));
        crowd.ask(Integer.parseInt(words[1]));
        crowd.answers.forEach((answer, count) -> System.out.println(answer + " " + count));
    }

    @SuppressWarnings("UnnecessaryStringBuilder") // it grows with the answer
    private void ask(int count) throws IOException {
        for (int one = 0; one < count; one++) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            try {
                channel.connect(server);
                channel.register(selector, SelectionKey.OP_CONNECT, new StringBuilder());
            } catch (IOException refused) {
                end(channel, "refused");
            }
        }
        long end = System.nanoTime() + LONGEST_NANOS;
        while (!selector.keys().isEmpty() && System.nanoTime() < end) {
            selector.select(this::goOn, 1_000);
        }
        for (SelectionKey left : selector.keys()) {
            end((SocketChannel) left.channel(), "hanging");
        }
    }

    private void goOn(SelectionKey key) {
        SocketChannel channel = (SocketChannel) key.channel();
        StringBuilder came = (StringBuilder) key.attachment();
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                channel.write(ByteBuffer.wrap(request)); // short enough for any buffer
                key.interestOps(SelectionKey.OP_READ);
            } else if (channel.read(some.clear()) >= 0) {
                came.append(StandardCharsets.ISO_8859_1.decode(some.flip()));
            } else {
                end(channel, answer(came.toString()));
            }
        } catch (IOException lost) {
            end(channel, answer(came.toString()));
        }
    }

    private static String answer(String came) {
        if (came.contains("\tat ") || came.contains("Exception")) {
            return "trace";
        }
        if (came.startsWith("HTTP/1.1 503") && !came.contains("Retry-After: ")) {
            return "no word when to come again";
        }
        return came.startsWith("HTTP/1.1 ") ? came.substring(9, 12) : "refused";
    }

    private void end(SocketChannel channel, String answer) {
        answers.merge(answer, 1, Integer::sum);
        try {
            channel.close();
        } catch (IOException gone) {
            // it is closed then, too
        }
    }
}
